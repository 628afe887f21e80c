import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTextLayer } from '../../src/documents/read.ts';
import { openListBytes } from '../../src/entities/list-file.ts';
import { readLists } from '../../src/entities/read-lists.ts';
import { buildIndex } from '../../src/screening/index/build-index.ts';
import type { ScreeningIndex } from '../../src/screening/index/screening-index.ts';
import { screen } from '../../src/screening/screen.ts';
import { documentLeaves } from '../../src/subjects/judgement/document-leaves.ts';
import type { ListEntryOf } from '../../src/subjects/judgement/proposals.ts';
import { textMentions } from '../../src/subjects/mentions/text-mentions.ts';
import type { DocumentLeaves } from '../../src/subjects/model/leaf.ts';
import type { TextMentions } from '../../src/subjects/model/mention.ts';
import { type GoldDocument, goldDocuments } from './gold.ts';
import { pairNames } from './scorer.ts';

/** A document of the gold set, read as any plain text file is. */
export type ReadGold = { readonly gold: GoldDocument; readonly mentions: TextMentions };

/** The list of the gold set, as an index. */
export async function goldList(): Promise<ScreeningIndex> {
  const bytes = readFileSync(join(import.meta.dirname, 'gold', 'list.ftm.jsonl'));
  const { entities } = await readLists([openListBytes('list.ftm.json', bytes)]);
  return buildIndex(entities);
}

export async function readGold(lists: ScreeningIndex | null): Promise<readonly ReadGold[]> {
  return await Promise.all(
    goldDocuments().map(async (gold) => ({
      gold,
      mentions: textMentions(
        await readTextLayer(new TextEncoder().encode(gold.text), { name: `${gold.id}.txt` }),
        lists,
      ),
    })),
  );
}

/** The gold set as leaves, each with the annotated subject; without those that the annotation leaves open. */
export type GoldLeaves = {
  readonly documents: readonly DocumentLeaves[];
  readonly subjectOf: ReadonlyMap<string, string>;
};

export function goldLeaves(read: readonly ReadGold[]): GoldLeaves {
  const subjectOf = new Map<string, string>();
  const documents = read.map(({ gold, mentions }) => {
    const one = documentLeaves(gold.id, mentions, []);
    const pairs = pairNames(gold, mentions.names);
    for (const leaf of one.leaves) {
      const named = pairs.find(([, mention]) => mention !== undefined && leaf.mentions.includes(mention))?.[0].subject;
      const number = gold.identifiers.find(({ start }) =>
        leaf.identifiers.some(({ places }) => places.some((place) => place.start === start)),
      );
      // An account is a subject of its own, beside whoever holds it.
      const subject =
        leaf.kind === 'account' ? leaf.identifiers[0]?.value : leaf.name === null ? number?.subject : named;
      if (subject !== undefined && subject !== 'open') subjectOf.set(leaf.id, subject);
    }
    return one;
  });
  return { documents, subjectOf };
}

const SCHEMAS: Readonly<Record<string, string>> = { person: 'Person', organisation: 'Organization', vessel: 'Vessel' };

/** The entry of the gold set's list that a name is. */
export function listEntries(list: ScreeningIndex): ListEntryOf {
  return ({ name, kind }) => {
    const schema = SCHEMAS[kind];
    if (name === null || schema === undefined) return null;
    const [hit] = screen(list, { names: [name], schema }, { limit: 1, threshold: 0.97 });
    return hit === undefined ? null : { id: hit.entityId, score: hit.score };
  };
}
