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
  expect(await saidIn('Reuters: Norway sold rifles to Chad in 2022.')).toHaveLength(1);
  expect(
    await saidIn(
      'Background: Norway sold rifles to Chad in 2022.',
      'Note: Norway sold boats to Chad in 2022.',
      'Background: Norway sold trucks to Chad in 2022.',
    ),
  ).toEqual(Array(3).fill('Riga Institute'));
});

describe('whose turn it is in the verbatim report of an assembly', () => {
  test('the name stands before the address to the house, and the page may print them as one word', async () => {
    const said = await saidIn(
      '§ 4.12 p.m.',
      '§ Lord Dahl of Skerry asked His Majesty’s Government:',
      '§ Whether Norway sold rifles to Chad in 2022.',
      '§ Baroness Lund My Lords, Sweden sold boats to Niger in 2022.',
      '§ It also sold trucks to Chad.',
      'Lord Dahl of SkerryMy Lords, I have heard that Denmark sold drones to Peru. Is that so?',
      '§ The Earl of Vest My Lords, Norway sold guns to Peru in 2021.',
    );
    expect(said).toEqual(['Lund', 'Lund', 'unnamed by Dahl of Skerry', 'Earl of Vest']);
  });

  test('an office with its holder, a member with a constituency, and who is called by name again', async () => {
    const said = await saidIn(
      'The Minister of State, Foreign Office (Mr. Ole Dahl) I am grateful. Norway sold rifles to Chad in 2022.',
      'It sold boats to Niger in 2023.',
      'Ms. Lund (Skerry, North)Sweden sold trucks to Chad in 2021, did it not?',
      'Mr. DahlI am told so. Sweden sold trucks to Niger in 2021.',
    );
    expect(said).toEqual(['Ole Dahl', 'Ole Dahl', 'Ole Dahl']);
  });

  test.each([
    ['Mette Dahl (ABC). – (DA) Madam President, Norway sold 12 guns to Peru in 2019.', 'Mette Dahl'],
    ['Mette Dahl, Member of the Commission. – Mr President, Norway sold 12 guns to Peru in 2019.', 'Mette Dahl'],
    ['Ms. DAHL of Ohio. Mr. Speaker, Norway sold 12 guns to Peru in 2019.', 'Dahl'],
    ['Mr. Dahl (Chad) (spoke in French): Madam President, Norway sold 12 guns to Peru in 2019.', 'Dahl'],
    ['Senator Dahl (North—Minister for Trade) (14:05): Norway sold 12 guns to Peru in 2019.', 'Riga Institute'],
  ])('%s', async (text, name) => {
    expect(await saidIn('Sitting of 3 May', text)).toEqual([name]);
  });

  test('what is put down to be asked', async () => {
    const said = await saidIn(
      'Mr. Lund: To ask the Secretary of State for Trade whether Norway sold rifles to Chad in 2022.',
      'Ms. Dahl: Sweden sold boats to Niger in 2022.',
    );
    expect(said).toEqual(['Dahl']);
  });

  test('what another has mentioned in passing is still told by whoever has the floor', async () => {
    const said = await saidIn(
      'Lord Dahl: My Lords, in Skerry—which my noble friend mentioned—coastal staff have sold five boats to Chad with a value of 3 million.',
    );
    expect(said).toEqual(['Dahl']);
  });

  test('a member who is told of in a report addresses nobody', async () => {
    expect(await saidIn('Lord Dahl asked the Minister in May. Norway sold rifles to Chad in 2022.')).toEqual([
      'Riga Institute',
    ]);
  });
});

test('an office in capitals speaks, and on whose behalf is none of its name', async () => {
  const said = await saidIn(
    'The MINISTER OF TRADE AND INDUSTRY (on behalf of the Minister of Finance and Planning): Madam Deputy Speaker, Norway sold rifles to Chad in 2009.',
    'Norway sold trucks to Niger in 2009.',
    'Mr D J LUND: Madam Deputy Speaker, Norway sold boats to Chad in 2008.',
    'The DEPUTY SPEAKER: Order! Norway sold shells to Togo in 2008.',
    'The MINISTER OF TRADE AND INDUSTRY: Madam Deputy Speaker, Sweden sold boats to Togo in 2009.',
  );
  const minister = 'Minister of Trade and Industry';
  expect(said).toEqual([minister, minister, 'D J Lund', 'Deputy Speaker', minister]);
});
