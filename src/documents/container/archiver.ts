import { createHash } from 'node:crypto';
import type { Check } from '../text/text-layer.ts';
import { archivedItems } from './archiver-items.ts';
import { checkDigest, summed } from './digest.ts';
import type { Member } from './member.ts';

/** What is said of a file beside its bytes. */
type Said = Pick<Member, 'url' | 'written' | 'how'>;

export type ArchiverWords = {
  /** What is said of which file. */
  readonly said: ReadonlyMap<Member, Said>;
  readonly checks: readonly Check[];
  /** The outcomes for single files, by path. */
  readonly of: ReadonlyMap<string, readonly Check[]>;
};

/** The files of an archive with what an archiver wrote of them; as they are where no metadata of one lies among them. */
export function archivedFiles(
  members: readonly Member[],
): Pick<ArchiverWords, 'checks'> & { members: readonly Member[] } {
  const { said, checks } = archiverWords(members);
  return { checks, members: members.map((member) => ({ ...member, ...said.get(member) })) };
}

/**
 * What an archiver wrote beside the files that it kept, held against them: each hash, the list of hashes that it had stamped,
 * and of each file the address and time. A file that does not hold is taken in all the same, with the fault. Bytes are asked
 * for only where a hash is to be compared: the files may lie in a folder that is larger than memory.
 */
export function archiverWords(members: readonly Member[]): ArchiverWords {
  const items = members.flatMap((member) => archivedItems(member).map((item) => ({ member, item })));
  if (items.length === 0) return { said: new Map(), checks: [], of: new Map() };
  const known = new Map<Member, Said>();
  const digests: Check[] = [];
  const of = new Map<string, readonly Check[]>();
  const judge = (check: Check, file: Member | undefined): void => {
    digests.push(check);
    if (file !== undefined) of.set(file.path, [...(of.get(file.path) ?? []), check]);
  };
  const byDigest = digestIndex(members);
  const stated = items.map(({ member }) => member);
  for (const { member, item } of items) {
    const own = { url: item.url, written: item.processed ?? member.written };
    const how = (what: string): string =>
      `${member.how}; ${what} of auto-archiver${item.processed === null ? '' : `, whose clock said ${item.processed}`}`;
    // A table of many items is of no one address.
    const isOfOne = stated.filter((one) => one === member).length === 1;
    known.set(
      member,
      isOfOne
        ? { ...own, how: how('metadata') }
        : { url: member.url, written: member.written, how: `${member.how}; table of auto-archiver` },
    );
    const note = (file: Member): void => {
      if (!stated.includes(file)) known.set(file, { ...own, how: how('file') });
    };
    for (const { name, hash } of item.files) {
      const file = fileNamed(name, member, members);
      if (file !== undefined) note(file);
      if (hash === null) continue;
      const what = `hash of ${baseName(name)}`;
      judge(
        file === undefined
          ? { what, outcome: 'fails', detail: 'there is no such file next to the metadata' }
          : checkDigest(what, hash, file.bytes),
        file,
      );
    }
    for (const hash of item.hashes) {
      const file = byDigest(hash);
      if (file !== undefined) note(file);
      judge(
        {
          what: `${hash.slice(0, 24)}… of ${baseName(member.path)}`,
          outcome: file === undefined ? 'fails' : 'holds',
          detail: file === undefined ? 'no file here has this hash' : null,
        },
        file,
      );
    }
  }
  return {
    said: known,
    checks: [...summed('hashes that auto-archiver wrote', digests), ...stampedHashes(members, byDigest)],
    of,
  };
}

/** Files by the digests that an archiver may state; each file is hashed once, and none before it is asked for. */
function digestIndex(members: readonly Member[]): (digest: string) => Member | undefined {
  let known: Map<string, Member> | undefined;
  return (digest) => {
    known ??= new Map(
      members.flatMap((member) =>
        (['sha256', 'sha3-512'] as const).map((algorithm) => [
          `${algorithm === 'sha256' ? 'sha-256' : algorithm}:${createHash(algorithm).update(member.bytes).digest('hex')}`,
          member,
        ]),
      ),
    );
    return known.get(digest.toLowerCase());
  };
}

/** The list of hashes that was stamped names no algorithm: each line is looked for among the files by both that occur. */
function stampedHashes(members: readonly Member[], byDigest: (digest: string) => Member | undefined): Check[] {
  return members
    .filter(({ path }) => baseName(path) === 'hashes.txt')
    .flatMap(({ path, bytes }) => {
      const lines = new TextDecoder().decode(bytes).split(/\s+/).filter(Boolean);
      if (lines.length === 0 || !lines.every((line) => /^(?:[0-9a-f]{64}|[0-9a-f]{128})$/i.test(line))) return [];
      const found = lines.map((line): Check => {
        const algorithm = line.length === 64 ? 'SHA-256' : 'SHA3-512';
        const holds = byDigest(`${algorithm}:${line}`) !== undefined;
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
