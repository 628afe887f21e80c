import type { DocumentId } from '../../core/hash.ts';
import { decryptWith } from '../../exchange/package/encryption.ts';
import { type ExchangePackage, openPackage } from '../../exchange/package/package-file.ts';
import { innerLineOf, originalOf, receivedBodyOf } from '../../exchange/package/received-act.ts';
import { redactionOf } from '../../record/documents/redaction.ts';
import type { Act, ActDraft } from '../../record/log/act.ts';
import { parseCheckpoint } from '../../record/log/checkpoint.ts';
import { formatVerifierKey } from '../../record/log/note.ts';
import { readRecord } from '../../record/read-record.ts';
import { personName } from '../act-builders/act-builder.ts';
import { ownHistory } from '../acts/own-history.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { readInput } from '../standing/named-file.ts';
import { PROGRAM } from '../version.ts';
import { type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { heldIdentity } from './age-identity.ts';
import { continuedBody } from './continue-record.ts';
import { followedActs } from './follow.ts';
import { documentsOf } from './spoken-documents.ts';
import { receivedStatements, type SignedStatement } from './statements.ts';
import { parseKey } from './witness.ts';

export type ReceiveRequest = {
  readonly workspace: WorkspacePlace;
  readonly file: string;
  /** How the sender is called here. */
  readonly name?: string | undefined;
  /** The sender's key, as it was confirmed by voice or on paper; needed the first time. */
  readonly key?: string | undefined;
  readonly by?: string | undefined;
};

export type ReceiveResult = {
  /** False: nothing was logged, since nobody here knows the sender. */
  readonly known: boolean;
  readonly from: { readonly origin: string; readonly key: string; readonly name: string };
  readonly marking: string | null;
  /** Acts that were logged as `received`. */
  readonly received: readonly string[];
  /** Acts that were here already, or are this record's own. */
  readonly unchanged: number;
  readonly withheld: number;
  readonly documents: readonly string[];
  readonly statements: readonly SignedStatement[];
};

/** Opens a package, verifies all of it, and logs each act as what it is: their word. @throws ExchangeError `bad-package` */
export async function receivePackage(request: ReceiveRequest): Promise<ReceiveResult> {
  const bytes = readInput(request.file, 'the package');
  const by = request.by === undefined ? PROGRAM : { person: personName(request.by) };
  return await withWorkspace(
    { workspace: request.workspace, command: 'panel receive', progress: silentProgress, create: false },
    async ({ folder, record }) => {
      const identity = heldIdentity(folder);
      if (identity === null)
        throw new AppError(
          'refused-by-rule',
          'this workspace has no identity that anything could be encrypted for; "panel share --my-recipient" makes one',
          { place: folder },
        );
      const opened = openPackage(await decryptWith(identity, bytes));
      const known: Act[] = [];
      for await (const act of record.read.acts()) known.push(act);
      const vkey = formatVerifierKey(opened.key);
      const name = nameOf(request, opened, known);
      const from = { origin: opened.key.name, key: vkey, name: name ?? opened.name };
      const nothing = {
        from,
        marking: opened.marking,
        received: [],
        unchanged: 0,
        withheld: 0,
        documents: [],
        statements: [],
      };
      if (name === null) return { known: false, ...nothing };
      refuseOtherHistory(opened, known);
      const held = heldLines(known);
      refuseOtherActs(opened, held);
      const here = new Map(held.map(({ origin, leaf, withheld }) => [sameLine(origin, leaf), withheld]));
      const own = ownOrigins(record.origin, known);
      const documents = documentsToKeep(opened, known, (id) => record.read.hasDocument(id));
      const fresh = opened.acts.filter(({ line, inner }) => {
        const { act, recordedBy } = originalOf({ from, line, marking: opened.marking });
        if (own.has(recordedBy[0]?.origin ?? '')) return false;
        // What came before without its document is received once more with it: when it came is a part of its custody.
        const isComplete = act?.kind === 'acquired' && documentsOf(act).some((id) => documents.includes(id));
        return isComplete || here.get(sameLine(from.origin, inner.leaf)) !== (inner.act === null);
      });
      for (const id of documents) await record.putDocument(opened.documents.get(id) ?? Buffer.alloc(0));
      const drafts = fresh.map(
        ({ line, path }): ActDraft => ({
          kind: 'received',
          by,
          body: { from, line, proof: { note: opened.note, path }, marking: opened.marking, way: 'package' },
        }),
      );
      const logged = await record.append(drafts);
      return {
        known: true,
        ...nothing,
        received: logged.map(({ id }) => id),
        unchanged: opened.acts.length - fresh.length,
        withheld: fresh.filter(({ inner }) => inner.act === null).length,
        documents,
        statements: receivedStatements(logged),
      };
    },
  );
}

/** Every statement of others that a record holds. Reads only. */
export async function listReceived({ workspace }: { workspace: string }): Promise<readonly SignedStatement[]> {
  const acts: Act[] = [];
  for await (const act of readRecord(workspace).acts()) acts.push(act);
  return receivedStatements(acts);
}

/** Under which name a sender is known: by a look at its log, by an earlier package, or as the user says now. Null for a stranger. */
function nameOf(request: ReceiveRequest, { key }: ExchangePackage, acts: readonly Act[]): string | null {
  const vkey = formatVerifierKey(key);
  if (request.key !== undefined) {
    if (formatVerifierKey(parseKey(request.key, '--key')) !== vkey)
      throw new AppError('refused-by-rule', `the package is not by this key, but by ${vkey}`, { place: request.file });
    return request.name ?? key.name;
  }
  const followed = followedActs(acts).findLast(({ body }) => body.key === vkey && body.state === 'good')?.body.name;
  const earlier = acts
    .flatMap(({ kind, body }) => (kind === 'received' ? (receivedBodyOf(body) ?? []) : []))
    .findLast(({ from }) => from.key === vkey)?.from.name;
  const known = followed ?? earlier;
  return known === undefined ? null : (request.name ?? known);
}

/** A package whose note is another tree than the one that was seen at that size comes from a log with two histories. */
function refuseOtherHistory({ checkpoint, key }: ExchangePackage, acts: readonly Act[]): void {
  const vkey = formatVerifierKey(key);
  for (const { act, note } of notesSignedBy(vkey, acts)) {
    const seen = parseCheckpoint(note);
    if (seen.size === checkpoint.size && !seen.root.equals(checkpoint.root))
      throw splitView(
        `at ${seen.size} acts you hold root ${seen.root.toString('base64')} in ${act}, the package has root ${checkpoint.root.toString('base64')}`,
      );
  }
}

/** Notes of a log by that key that were seen when it was looked at, or that came with what was received of it. */
function notesSignedBy(vkey: string, acts: readonly Act[]): { act: string; note: string }[] {
  const seen = followedActs(acts).flatMap(({ act, body }) =>
    body.key === vkey && body.state === 'good' && body.note !== null ? [{ act: act.id, note: body.note }] : [],
  );
  const notes = new Map<string, string>();
  for (const { id, kind, body } of acts) {
    const received = kind === 'received' ? receivedBodyOf(body) : undefined;
    if (received?.from.key === vkey && received.proof !== null) notes.set(received.proof.note, id);
  }
  return [...seen, ...[...notes].map(([note, act]) => ({ act, note }))];
}

/** Two lines at one place of one log, each proven under its key, cannot both be in one history. */
function refuseOtherActs({ acts, key }: ExchangePackage, held: readonly HeldLine[]): void {
  const vkey = formatVerifierKey(key);
  const known = new Map(held.flatMap((one) => (one.isProven && one.key === vkey ? [[one.id, one]] : [])));
  for (const { inner } of acts) {
    const here = known.get(inner.line.leaf.id);
    if (here !== undefined && !here.leaf.equals(inner.leaf))
      throw splitView(`${here.id} of this log is another act in the package than the one that you hold in ${here.act}`);
  }
}

function splitView(what: string): AppError {
  return new AppError(
    'refused-by-rule',
    `SPLIT VIEW: ${what}, signed by the same key; nothing was logged, keep the package as evidence`,
  );
}

/**
 * Documents that acts of the package speak of and that are not here. One that was withheld here, or in a log that this one goes on
 * for, does not come back by a package.
 */
function documentsToKeep(
  { acts, documents }: ExchangePackage,
  known: readonly Act[],
  isHere: (id: DocumentId) => boolean,
): DocumentId[] {
  const withheld = new Set(
    ownHistory(known).flatMap(({ kind, body }) => (kind === 'redacted' ? (redactionOf(body)?.documents ?? []) : [])),
  );
  const spoken = new Set(acts.flatMap(({ inner }) => documentsOf(inner.act)));
  return [...documents.keys()].filter((id) => spoken.has(id) && !withheld.has(id) && !isHere(id));
}

/** This log, and those that it goes on for: what others hand back of it is not their word. */
function ownOrigins(origin: string, acts: readonly Act[]): ReadonlySet<string> {
  const continued = acts.flatMap(({ kind, body }) => {
    const read = kind === 'continued' ? continuedBody.safeParse(body) : undefined;
    return read?.success === true ? [read.data.from.origin] : [];
  });
  return new Set([origin, ...continued]);
}

type HeldLine = {
  /** The act by which it was received. */
  readonly act: string;
  readonly origin: string;
  readonly key: string;
  /** Their act. */
  readonly id: string;
  readonly leaf: Buffer;
  /** Whether it was withheld when it came. */
  readonly withheld: boolean;
  readonly isProven: boolean;
};

/** What makes a line the same as one that came before, also where the log has named another key meanwhile. */
function sameLine(origin: string, leaf: Buffer): string {
  return `${origin} ${leaf.toString('latin1')}`;
}

/** Lines of others that are here already, in the order in which they came. */
function heldLines(acts: readonly Act[]): HeldLine[] {
  return acts.flatMap(({ id: act, kind, body }): HeldLine[] => {
    const received = kind === 'received' ? receivedBodyOf(body) : undefined;
    if (received === undefined) return [];
    const { from, proof } = received;
    const { line, leaf, act: theirs } = innerLineOf(received.line);
    return [
      {
        act,
        origin: from.origin,
        key: from.key,
        id: line.leaf.id,
        leaf,
        withheld: theirs === null,
        isProven: proof !== null,
      },
    ];
  });
}
