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

async function proposed(...texts: readonly string[]): Promise<readonly string[]> {
  const documents = await Promise.all(texts.map((text, at) => read(`d${at}`, `${text}\n`)));
  const names = new Map(documents.flatMap(({ leaves }) => leaves.map(({ id, name }) => [id, name])));
  return proposeSame(documents, () => null)
    .map(({ a, b }) => [names.get(a), names.get(b)].sort().join(' / '))
    .sort();
}

describe('two persons whom a document tells apart', () => {
  const BOTH = 'Omar Haddad signed the contract. His brother Omer Haddad, who lives in Tarsun, did not know of it.';
  const APART = ['Omar Haddad signed the contract.', 'The police questioned Omer Haddad in Tarsun.'];

  it('are proposed to be one while each stands in a document of its own', async () => {
    expect(await proposed(...APART)).toEqual(['Omar Haddad / Omer Haddad']);
  });

  it('are so no more once one document names both, in whatever document they stand', async () => {
    expect(await proposed(...APART, BOTH)).toEqual(['Omar Haddad / Omar Haddad', 'Omer Haddad / Omer Haddad']);
  });

  it('are one again where that document says that the one is another name of the other', async () => {
    const alias = 'Omar Haddad, also known as Omer Haddad, signed the contract.';
    expect(await proposed(alias)).toEqual(['Omar Haddad / Omer Haddad']);
  });
});
