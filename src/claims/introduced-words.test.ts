import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';

async function speakersOf(text: string, source = 'Nordic Wire'): Promise<readonly string[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'note.txt' });
  const claims = extractClaims(layer, { source: { name: source, kind: 'newsroom' }, published: '2024-06-12' });
  return claims.filter(({ predicate }) => predicate !== 'said').map(({ claimant }) => claimant.name);
}

const SENT = 'Iran sent 40 drones to Sudan in 2022.';

describe('words that a paragraph introduces', () => {
  it('are not said by whoever writes that somebody else wrote them', async () => {
    expect(await speakersOf(`Notes\n\nThe envoy wrote the following to me:\n\n${SENT}\n`)).toEqual([]);
  });

  it('are said by whoever introduces what they found themselves', async () => {
    expect(await speakersOf(`Notes\n\nWe found the following:\n\n${SENT}\n`)).toEqual(['Nordic Wire']);
    expect(await speakersOf(`Notes\n\nThe Panel notes the following:\n\n${SENT}\n`, 'Panel of Experts')).toEqual([
      'Panel of Experts',
    ]);
  });
});

describe('what a sentence says is taken back', () => {
  it.each([
    'The institute retracts its note of May 2022, which said that Iran sent 40 drones to Sudan.',
    'The institute has withdrawn its report, which said that Iran sent 40 drones to Sudan in 2022.',
  ])('is claimed by nobody, and no month is a speaker: %s', async (text) => {
    expect(await speakersOf(`Notes\n\n${text}\n`)).toEqual([]);
  });

  it('is not what a sentence says that somebody tells', async () => {
    expect(
      await speakersOf('Notes\n\nThe institute said in its note of May 2022 that Iran sent 40 drones to Sudan.\n'),
    ).toHaveLength(1);
  });
});
