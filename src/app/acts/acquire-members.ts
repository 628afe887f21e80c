import { inOrder } from '../../core/threads/in-order.ts';
import { MOST_THREADS } from '../../core/threads/thread-pool.ts';
import { isStoredFile } from '../../documents/custody/stored-file.ts';
import { DocumentError } from '../../documents/document-error.ts';
import { READING_LIMITS } from '../../documents/limits.ts';
import type { DocumentReader } from '../../documents/reader.ts';
import { isCapture, isContainer } from '../../documents/unpack.ts';
import { type Acquired, acquire, inOneLine, type Offered, type ReadingWatch } from './acquire.ts';
import type { Evidence } from './evidence.ts';
import { matchesPattern } from './member-pattern.ts';

/** How deep archives in archives are opened: a mail in a mail in an archive is three. */
const DEEPEST = 4;
/** Bytes of all that one file holds, at every depth together. */
const MOST_BYTES = 2 * READING_LIMITS.zipBytes;

export type Offer = { readonly offered: Offered; readonly result: Acquired };

/**
 * Takes files in, each followed by what lies in it: the files of an archive, what is attached to a mail, the pages of a
 * capture. Each is a document of its own that says what it comes from; what is refused is told by itself, and the rest goes
 * on. How many and how much one file may bring is bounded, so that an archive of archives ends. What lies in a document that
 * was withheld is not opened.
 */
export async function* acquireAll(
  offers: Iterable<Offered>,
  reader: DocumentReader,
  now: () => Date,
  withheld: Evidence['withheld'],
  { onNote = () => undefined, ...watch }: IntakeWatch = {},
): AsyncGenerator<Offer> {
  // The same archive twice brings the same documents twice, and an archive may hold itself.
  const opened = new Set<string>(withheld.keys());
  const met = new Map<string, boolean>();
  const read = inOrder(offers, MOST_THREADS, (offered) => acquire(offered, reader, now, watch));
  for await (const { item: offered, result } of read) {
    for (const pattern of offered.members ?? []) if (!met.has(pattern)) met.set(pattern, false);
    yield { offered, result };
    const spent = { members: 0, bytes: 0 };
    yield* membersOf({ offered, result }, { reader, now, opened, onNote, watch, spent, met }, 1);
  }
  if (watch.signal?.aborted === true) return;
  for (const [pattern, isMet] of met)
    if (!isMet)
      onNote(
        `no document found directly in an archive, mail or capture that was given is called "${inOneLine(pattern, 200)}"`,
      );
}

/** What whoever takes files in is told: what was left in a container because others were chosen, and how far one file is. */
export type IntakeWatch = ReadingWatch & { readonly onNote?: (note: string) => void };

type Opening = {
  readonly reader: DocumentReader;
  readonly now: () => Date;
  readonly opened: Set<string>;
  readonly onNote: (note: string) => void;
  readonly watch: ReadingWatch;
  readonly spent: { members: number; bytes: number };
  /** Patterns of paths by which somebody chose, and whether a document directly in any container given is called so. */
  readonly met: Map<string, boolean>;
};

async function* membersOf({ offered, result }: Offer, opening: Opening, depth: number): AsyncGenerator<Offer> {
  if (
    !('taken' in result) ||
    result.layer === null ||
    !isContainer(result.layer.kind) ||
    opening.opened.has(result.taken.document)
  )
    return;
  const { reader, now, opened, onNote, watch, spent, met } = opening;
  const { document, content, name } = result.taken;
  if (isStoredFile(content)) return;
  const refuse = (code: string, message: string, path?: string): Offer => ({
    offered,
    result: { refused: { name: path === undefined ? name : nameInside(name, path), code, message } },
  });
  opened.add(document);
  let unpacked: Awaited<ReturnType<DocumentReader['unpack']>>;
  try {
    unpacked = await reader.unpack(content, name);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    yield refuse(error.code, `what is in it was not taken in: ${error.message}`);
    return;
  }
  if (depth > DEEPEST && unpacked.members.length > 0) {
    yield refuse('too-complex', `what is in it was not taken in: it lies more than ${DEEPEST} archives or mails deep`);
    return;
  }
  for (const { path, code, message } of unpacked.refused) yield refuse(code, message, path);
  const members = chosenOf(offered, unpacked.members);
  for (const pattern of offered.members ?? [])
    if ([...members, ...unpacked.refused].some(({ path }) => matchesPattern(pattern, path))) met.set(pattern, true);
  const left = unpacked.members.length - members.length;
  if (left > 0)
    onNote(`${name}: ${left} of the ${unpacked.members.length} documents in it were not chosen and not taken in`);
  for (const [at, { path, bytes, how, written, url }] of members.entries()) {
    if (watch.signal?.aborted === true) return;
    spent.members += 1;
    spent.bytes += bytes.length;
    if (spent.members > READING_LIMITS.members || spent.bytes > MOST_BYTES) {
      yield refuse(
        'too-complex',
        `${members.length - at} of what is in it were not taken in: with what lies in that, one file may bring ${READING_LIMITS.members.toLocaleString('en')} documents and ${MOST_BYTES / 1_048_576} MiB`,
      );
      return;
    }
    const { called: _, request: __, checks: ___, chosen: ____, members: _____, ...known } = offered;
    const inside: Offered = {
      ...known,
      file: nameInside(name, path),
      // What its dossier says of the container it says of the container.
      published: null,
      title: null,
      language: null,
      url: url ?? null,
      inside: { bytes, from: { document, path, how, written }, isCapture: isCapture(result.layer.kind) },
    };
    const taken = await acquire(inside, reader, now, watch);
    yield { offered: inside, result: taken };
    yield* membersOf({ offered: inside, result: taken }, opening, depth + 1);
  }
}

/** What of a container is taken in: what was chosen of it by number or by path; all where nobody chose. */
function chosenOf<Listed extends { readonly path: string }>(
  { chosen, members }: Pick<Offered, 'chosen' | 'members'>,
  listed: readonly Listed[],
): readonly Listed[] {
  if (chosen !== undefined) return listed.filter((_, at) => chosen.includes(at));
  if (members === undefined) return listed;
  return listed.filter(({ path }) => members.some((pattern) => matchesPattern(pattern, path)));
}

/** "archive.zip/letters/a.txt": a label for people, and never a path. */
function nameInside(container: string, path: string): string {
  return inOneLine(`${container}/${path}`, 300);
}
