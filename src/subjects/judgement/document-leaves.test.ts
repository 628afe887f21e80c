import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { textMentions } from '../mentions/text-mentions.ts';
import type { DocumentLeaves } from '../model/leaf.ts';
import { documentLeaves } from './document-leaves.ts';
import { proposeSame } from './proposals.ts';

async function read(id: string, text: string): Promise<DocumentLeaves> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: `${id}.txt` });
  return documentLeaves(id, textMentions(layer, null), []);
}

const hulls = ({ leaves }: DocumentLeaves): readonly string[] =>
  leaves
    .filter(({ kind }) => kind === 'vessel')
    .map(({ name, mentions, identifiers }) => `${name} x${mentions.length} ${identifiers.map(({ value }) => value)}`);

describe('two ships of one name in a document', () => {
  const TWO =
    'The tanker Moran 4 (IMO 9074729), formerly named the Silver Heron, left on 3 May 2024. A younger ship has since taken that name: the tanker Silver Heron (IMO 9020534) lay at Busan.\n';

  it('are two where a former name stands with a hull number of its own', async () => {
    expect(hulls(await read('a', TWO))).toEqual(['Moran 4 x1 9074729', 'Silver Heron x1 ', 'Silver Heron x1 9020534']);
  });

  it('are one where the number is that of the renamed ship', async () => {
    const one =
      'The tanker Moran 4 (IMO 9074729), formerly named the Silver Heron, left. As the Silver Heron (IMO 9074729) she lay at Busan.\n';
    expect(hulls(await read('a', one))).toEqual(['Moran 4 x1 9074729', 'Silver Heron x2 9074729']);
  });

  it('are proposed to be each what they are', async () => {
    const documents = [
      await read('a', TWO),
      await read('b', 'The tanker Silver Heron (IMO 9020534) was built in 2022.\n'),
    ];
    const [moran, former, younger, again] = documents.flatMap(({ leaves }) =>
      leaves.filter(({ kind }) => kind === 'vessel').map(({ id }) => id),
    );
    const pairs = proposeSame(documents, () => null).map(({ a, b }) => [a, b].sort().join(' '));
    expect(pairs.sort()).toEqual([[moran, former].sort().join(' '), [younger, again].sort().join(' ')].sort());
  });
});
