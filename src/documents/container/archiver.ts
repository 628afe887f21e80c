import { z } from 'zod';
import type { Check } from '../text/text-layer.ts';
import { checkDigest, summed } from './digest.ts';
import type { Member } from './member.ts';

/** `metadata.json` of an item as auto-archiver 1.2 writes it (`Metadata.to_dict`). */
const itemShape = z.looseObject({
  status: z.string(),
  metadata: z.looseObject({
    url: z.string().optional(),
    _processed_at: z.string().optional(),
    timestamp: z.string().optional(),
  }),
  media: z.array(z.unknown()),
});
const mediaShape = z.looseObject({
  filename: z.string(),
  properties: z.looseObject({ hash: z.string().optional() }).optional(),
});
/** Nobody's metadata is larger, and each JSON file of an archive is looked at. */
const MOST_BYTES = 8 * 1_048_576;
const DEEPEST = 8;

export type ArchivedFiles = { readonly members: readonly Member[]; readonly checks: readonly Check[] };

/**
 * What an archiver wrote beside the files that it kept, held against them: each hash, the list of hashes that it had stamped,
 * and of each file the address and time. A file that does not hold is taken in all the same, with the fault.
 * @returns the members as they are where no archiver's metadata lies among them
 */
export function archivedFiles(members: readonly Member[]): ArchivedFiles {
  const items = members.flatMap((member) => {
    const item = itemIn(member);
    return item === null ? [] : [{ member, item }];
  });
  if (items.length === 0) return { members, checks: [] };
  const known = new Map<Member, Member>();
  const digests: Check[] = [];
  for (const { member, item } of items) {
    const { url, _processed_at: processed } = item.metadata;
    const own = { url: url ?? null, written: processed ?? member.written };
    const how = (what: string): string =>
      `${member.how}; ${what} of auto-archiver${processed === undefined ? '' : `, whose clock said ${processed}`}`;
    known.set(member, { ...member, ...own, how: how('metadata') });
    for (const { filename, properties } of mediaIn(item.media)) {
      const file = fileNamed(filename, member, members);
      const told = properties?.hash;
      if (file !== undefined) known.set(file, { ...file, ...own, how: how('file') });
      if (told === undefined) continue;
      const what = `hash of ${baseName(filename)}`;
      digests.push(
        file === undefined
          ? { what, outcome: 'fails', detail: 'there is no such file beside the metadata' }
          : checkDigest(what, told, file.bytes),
      );
    }
  }
  return {
    members: members.map((member) => known.get(member) ?? member),
    checks: [...summed('hashes that auto-archiver wrote', digests), ...stampedHashes(members)],
  };
}

/** The list of hashes that was stamped names no algorithm: each line is looked for among the files by both that occur. */
function stampedHashes(members: readonly Member[]): Check[] {
  return members
    .filter(({ path }) => baseName(path) === 'hashes.txt')
    .flatMap(({ path, bytes }) => {
      const lines = new TextDecoder().decode(bytes).split(/\s+/).filter(Boolean);
      if (lines.length === 0 || !lines.every((line) => /^(?:[0-9a-f]{64}|[0-9a-f]{128})$/i.test(line))) return [];
      const found = lines.map((line): Check => {
        const algorithm = line.length === 64 ? 'SHA-256' : 'SHA3-512';
        const holds = members.some(
          (member) => checkDigest('', `${algorithm}:${line}`, member.bytes).outcome === 'holds',
        );
        return {
          what: `${algorithm} ${line.slice(0, 16)}… of ${path}`,
          outcome: holds ? 'holds' : 'fails',
          detail: holds ? null : 'no file here has this hash',
        };
      });
      const stamp: Check = {
        what: `time stamp over ${path}`,
        outcome: 'not-checked',
        detail: 'stamps of time that come with files are kept and not checked',
      };
      return [...summed(`files listed in ${path}`, found), stamp];
    });
}

function itemIn({ path, bytes }: Member): z.infer<typeof itemShape> | null {
  if (!path.endsWith('.json') || bytes.length > MOST_BYTES) return null;
  try {
    return itemShape.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

/** Files of an item, with those that lie in the properties of others: thumbnails, certificates. */
function mediaIn(value: unknown, depth = 0): z.infer<typeof mediaShape>[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  const media = mediaShape.safeParse(value);
  return [
    ...(media.success ? [media.data] : []),
    ...Object.values(value).flatMap((inner: unknown) => mediaIn(inner, depth + 1)),
  ];
}

/** The file that is meant: paths are those of the archiver's machine, so that only the name tells, first beside the metadata. */
function fileNamed(filename: string, { path }: Member, members: readonly Member[]): Member | undefined {
  const name = baseName(filename);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const named = members.filter((member) => baseName(member.path) === name);
  return named.find((member) => member.path === folder + name) ?? (named.length === 1 ? named[0] : undefined);
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
