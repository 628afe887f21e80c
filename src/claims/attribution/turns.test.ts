import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';

async function saidIn(...paragraphs: readonly string[]): Promise<string[]> {
  const layer = await readTextLayer(Buffer.from(paragraphs.join('\n\n')), { name: 'talk.txt' });
  return extractClaims(layer, { source: { name: 'Riga Institute', kind: 'ngo' }, published: '2024-06-12' })
    .filter(({ predicate }) => predicate === 'transferred')
    .map(({ claimant, relay }) => [claimant.name, ...relay.map(({ name }) => name)].join(' by '));
}

describe('who asks in a talk tells nothing', () => {
  test('labelled by what they are, and whoever answers is not whose paper it is', async () => {
    const said = await saidIn(
      'Interview with a former inspector',
      'Institute: So Norway sold rifles to Chad in 2022?',
      'Former inspector: We asked. Norway sold boats to Niger in 2022.',
      'Institute: And what about trucks?',
      'Former inspector: Sweden sold trucks to Chad in 2022. Sorry, Niger I mean.',
    );
    expect(said).toEqual(['Former inspector']);
  });

  test('whoever is addressed does not speak', async () => {
    const said = await saidIn(
      'Noon briefing',
      'Question: Steph, the Secretary-General said last week that Norway sold rifles to Chad. Was he right?',
      'Spokesman: He said no such thing. Sweden sold boats to Niger in 2022.',
    );
    expect(said).toEqual(['Spokesman']);
  });

  test('newsrooms of which one asks with a question mark, and no answerer hands their words on', async () => {
    const said = await saidIn(
      'Regular press conference',
      'Reuters: The ministry said that Norway sold rifles to Chad in 2022. Any comment?',
      'Mao Ning: I am not aware of that.',
      'Kyodo: Some say that Norway sold boats to Chad in 2022.',
      'Mao Ning: Sweden sold boats to Chad in 2022.',
    );
    expect(said).toEqual(['Mao Ning']);
  });

  test('questions without labelled answers', async () => {
    expect(await saidIn('Notes', 'Question: Norway sold rifles to Chad in 2022?', 'No answer was given.')).toEqual([]);
  });
});

test('a newsroom before its headline and words before a remark label no turn', async () => {
  expect(await saidIn('Reuters: Norway sold rifles to Chad in 2022.')).toEqual(['Reuters']);
  expect(
    await saidIn(
      'Background: Norway sold rifles to Chad in 2022.',
      'Note: Norway sold boats to Chad in 2022.',
      'Background: Norway sold trucks to Chad in 2022.',
    ),
  ).toEqual(Array(3).fill('Riga Institute'));
});
