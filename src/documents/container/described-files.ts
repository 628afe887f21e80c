import { createHash } from 'node:crypto';
import type { Check } from '../text/text-layer.ts';
import { archiverWords } from './archiver.ts';
import { entityIn, isFtmLines } from './ftm-lines.ts';
import type { Member } from './member.ts';

/** What a file of a folder says of another one of it. */
export type Description = {
  readonly url: string | null;
  readonly title: string | null;
  readonly checks: readonly Check[];
};

/** Larger lists of entities are no description of a folder that anybody downloads by hand. */
const MOST_BYTES = 64 * 1_048_576;

/**
 * What lies in a folder beside the files that it speaks of: an archiver's metadata with hashes, and the entities that OpenAleph
 * streams beside the files that it hands out, which know a file by its SHA-1. The hash decides what is meant, never the name
 * alone, and its outcome goes with the file.
 */
export function describedFiles(files: readonly Member[]): ReadonlyMap<string, Description> {
  const found = new Map<string, Description>();
  const add = (path: string, { url, title, checks }: Description): void => {
    const known = found.get(path);
    found.set(path, {
      url: known?.url ?? url,
      title: known?.title ?? title,
      checks: [...(known?.checks ?? []), ...checks],
    });
  };
  const { said, of } = archiverWords(files);
  for (const [{ path }, { url }] of said) add(path, { url, title: null, checks: of.get(path) ?? [] });
  for (const { path, hash, entity } of alephFiles(files)) {
    const { sourceUrl, title } = entity.properties;
    add(path, {
      url: sourceUrl?.[0] ?? null,
      title: title?.[0] ?? null,
      checks: [{ what: `SHA-1 that OpenAleph states (${entity.schema})`, outcome: 'holds', detail: hash }],
    });
  }
  return found;
}

function* alephFiles(files: readonly Member[]) {
  const lists = files.filter(({ path }) => /\.(?:json|jsonl|ijson)$/i.test(path));
  let byHash: Map<string, string> | undefined;
  for (const { bytes } of lists) {
    if (bytes.length > MOST_BYTES) continue;
    const text = new TextDecoder().decode(bytes);
    if (!isFtmLines(text)) continue;
    for (const line of text.split('\n')) {
      const entity = entityIn(line);
      const hash = entity?.properties.contentHash?.[0]?.toLowerCase();
      if (entity === null || hash === undefined) continue;
      byHash ??= new Map(files.map((file) => [createHash('sha1').update(file.bytes).digest('hex'), file.path]));
      const path = byHash.get(hash);
      if (path !== undefined) yield { path, hash, entity };
    }
  }
}
