import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { textMentions } from '../mentions/text-mentions.ts';
import type { SubjectKind } from '../model/mention.ts';
import { documentLeaves } from './document-leaves.ts';

async function bearers(text: string, kind: SubjectKind): Promise<readonly string[]> {
  const layer = await readTextLayer(new TextEncoder().encode(`${text}\n`), { name: 'a.txt' });
  return documentLeaves('a', textMentions(layer, null), [])
    .leaves.filter((leaf) => leaf.kind === kind && leaf.name !== null)
    .map(({ name, mentions, identifiers }) =>
      [`${name} x${mentions.length}`, ...identifiers.map(({ value }) => value)].join(' '),
    );
}

describe('bearers of one name in a document', () => {
  it('are ships apart where valid hull numbers differ; a place without a number is nobody’s', async () => {
    expect(
      await bearers(
        'The Golden Ray (IMO 9074729) called at Wonsan. A younger tanker of that name, the Golden Ray (IMO 9020534), was built in 2022. The Golden Ray left on Monday.',
        'vessel',
      ),
    ).toEqual(['Golden Ray x1 9074729', 'Golden Ray x1 9020534', 'Golden Ray x1']);
  });

  it('are persons apart where passports or years of birth differ', async () => {
    expect(
      await bearers(
        'Pak Jong Ho, born on 4 March 1951, passport 654320123, sold coal. Pak Jong Ho, born on 1 May 1987, passport 745220017, teaches in Riga.',
        'person',
      ),
    ).toEqual(['Pak Jong Ho x1 654320123', 'Pak Jong Ho x1 745220017']);
    expect(
      await bearers(
        'Pak Jong Ho (born 1951) sold coal. Pak Jong Ho (born 1987) teaches in Riga. Pak Jong Ho lives.',
        'person',
      ),
    ).toEqual(['Pak Jong Ho x1', 'Pak Jong Ho x1', 'Pak Jong Ho x1']);
  });

  it('are one where numbers agree, or are told of one in one breath', async () => {
    expect(
      await bearers(
        'The Golden Ray (IMO 9074729) called at Wonsan. The Golden Ray (IMO 9074729) left. The Golden Ray sank.',
        'vessel',
      ),
    ).toEqual(['Golden Ray x3 9074729']);
    expect(
      await bearers(
        'Pak Jong Ho, passport 654320123, used passport 745220017 too. Pak Jong Ho, passport 745220017, left.',
        'person',
      ),
    ).toEqual(['Pak Jong Ho x2 654320123 745220017']);
    expect(
      await bearers('Pak Jong Ho (born 1951) sold coal. Pak Jong Ho (born 1952) left. Pak Jong Ho fled.', 'person'),
    ).toEqual(['Pak Jong Ho x3']);
  });

  it('are not told apart by a wrong check digit, nor by a number that changes with the flag', async () => {
    expect(
      await bearers('The Golden Ray (IMO 9074729) called at Wonsan. The Golden Ray (IMO 9074728) left.', 'vessel'),
    ).toEqual(['Golden Ray x2 9074729 9074728']);
    expect(
      await bearers(
        'The tanker Golden Ray (MMSI 441000111) called at Wonsan. The Golden Ray (MMSI 518000222) left.',
        'vessel',
      ),
    ).toEqual(['Golden Ray x2 441000111 518000222']);
  });
});
