import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTextLayer } from '../../src/documents/read.ts';
import { openListBytes } from '../../src/entities/list-file.ts';
import { readLists } from '../../src/entities/read-lists.ts';
import { buildIndex } from '../../src/screening/index/build-index.ts';
import type { ScreeningIndex } from '../../src/screening/index/screening-index.ts';
import { textMentions } from '../../src/subjects/mentions/text-mentions.ts';
import type { TextMentions } from '../../src/subjects/model/mention.ts';
import { type GoldDocument, goldDocuments } from './gold.ts';

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
