import { existsSync, writeFileSync } from 'node:fs';
import { type DocumentId, sha256Hex } from '../../core/hash.ts';
import { encryptFor } from '../../exchange/package/encryption.ts';
import { formatManifest, packageText, packFiles } from '../../exchange/package/package-file.ts';
import { originalOf, receivedBodyOf } from '../../exchange/package/received-act.ts';
import { newestCosigned } from '../../record/cosigned.ts';
import { parseCheckpoint } from '../../record/log/checkpoint.ts';
import { formatNote } from '../../record/log/note.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { proveLeaf } from '../../record/verification/prove.ts';
import { personName } from '../act-builders/act-builder.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { PROGRAM } from '../version.ts';
import { type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { type ChosenLine, chooseLines, idOf, nothingChosen } from './chosen-lines.ts';
import { heldBack } from './held-back.ts';
import { documentsOf } from './spoken-documents.ts';

export type ShareRequest = {
  readonly workspace: WorkspacePlace;
  /** Recipients of age. */
  readonly to: readonly string[];
  /** Ids of acts, those of documents for all that speaks of them, or `all`. */
  readonly acts: readonly string[];
  /** How far it may go on from there, such as `amber`: told, not enforced. */
  readonly marking?: string | undefined;
  /** The documents that the acts speak of come along. */
  readonly documents: boolean;
  /** What protected sources gave, and their names, may come along: somebody has decided it for these recipients. */
  readonly withProtected?: boolean | undefined;
  /** What protected sources gave stays here, and the rest goes. */
  readonly withoutProtected?: boolean | undefined;
  readonly out: string;
  /** How the sender calls itself; else the name of its log. */
  readonly name?: string | undefined;
  readonly by?: string | undefined;
};

export type ShareResult = {
  readonly out: string;
  readonly acts: readonly string[];
  readonly documents: readonly string[];
  readonly shared: string;
};

/** What would go, before it does. */
export type SharePlan = {
  readonly acts: readonly string[];
  /** Documents here of which acts speak that name no protected source. */
  readonly documents: readonly DocumentId[];
  /** Of the acts, those whose text was withheld: only what stands for them in the log goes. */
  readonly withheld: readonly string[];
  /** Of the acts, those of a protected source, or that name one. */
  readonly protected: readonly string[];
  /** Documents of which these alone speak. */
  readonly protectedDocuments: readonly DocumentId[];
  /** How far acts that came from others may go on, as those have said. */
  readonly markings: readonly { readonly marking: string; readonly acts: number }[];
};

/** Says what a package of these acts would hold. Logs nothing. @throws AppError as `shareActs` */
export async function planShare({
  workspace: place,
  acts,
}: Pick<ShareRequest, 'workspace' | 'acts'>): Promise<SharePlan> {
  return await withWorkspace(
    { workspace: place, command: 'panel share', progress: silentProgress, create: false },
    async (workspace) => {
      const chosen = await chooseLines(workspace.folder, acts);
      const held = heldBack(chosen, (await workspace.snapshot(silentProgress)).derived);
      const staying = new Set(held);
      const documentsIn = (lines: readonly ChosenLine[]) =>
        [...new Set(lines.flatMap(({ act }) => documentsOf(act)))].filter((id) =>
          workspace.record.read.hasDocument(id),
        );
      const documents = documentsIn(chosen.filter((line) => !staying.has(line)));
      return {
        acts: chosen.map(idOf),
        documents,
        withheld: chosen.filter(({ act }) => act === null).map(idOf),
        protected: held.map(idOf),
        protectedDocuments: documentsIn(held).filter((id) => !documents.includes(id)),
        markings: markingsOf(chosen),
      };
    },
  );
}

/**
 * Chosen acts with their proofs, and documents, encrypted for named recipients. What went to whom is an act.
 * @throws AppError `protected-name` where an act is of a protected source, or names one, and nobody has said that it may go
 */
export async function shareActs(request: ShareRequest): Promise<ShareResult> {
  const { to, out, marking = null } = request;
  if (to.length === 0) throw new AppError('bad-option', 'say for whom: --to age1…', { place: '--to' });
  const by = request.by === undefined ? PROGRAM : { person: personName(request.by) };
  if (existsSync(out)) throw new AppError('not-written', 'the file exists already; name another', { place: out });
  return await withWorkspace(
    { workspace: request.workspace, command: 'panel share', progress: silentProgress, create: false },
    async (workspace) => {
      const { folder, record } = workspace;
      await record.checkpoint();
      const layout = layoutOf(folder);
      const asked = await chooseLines(folder, request.acts);
      const held =
        request.withProtected === true ? [] : heldBack(asked, (await workspace.snapshot(silentProgress)).derived);
      if (held.length > 0 && request.withoutProtected !== true) throw namesProtected(held);
      const staying = new Set(held);
      const chosen = asked.filter((line) => !staying.has(line));
      if (chosen.length === 0) throw nothingChosen();
      const last = chosen.at(-1)?.index ?? 0;
      const cosigned = newestCosigned(layout);
      const checkpoint =
        cosigned !== null && cosigned.size > last ? cosigned : parseCheckpoint(record.read.checkpointNote() ?? '');
      const packed = chosen.map(({ index, line }) => ({ line, path: proveLeaf(folder, index, checkpoint.size) }));
      const documents = new Map<DocumentId, Buffer>();
      for (const id of request.documents ? new Set(chosen.flatMap(({ act }) => documentsOf(act))) : [])
        if (record.read.hasDocument(id)) documents.set(id, await record.read.document(id));
      const from = { key: record.verifierKey, name: request.name ?? record.origin };
      const manifest = formatManifest(from, formatNote(checkpoint.note), marking, packed, [...documents.keys()]);
      const signed = record.signStatement(packageText(record.origin, manifest));
      const bytes = await encryptFor(to, packFiles(manifest, signed, documents));
      const acts = chosen.map(idOf);
      const body = { to: [...to], acts, documents: [...documents.keys()], marking, file: `sha256:${sha256Hex(bytes)}` };
      // Logged before the file is there: what has left without an act can never be asked back.
      const [act] = await record.append([{ kind: 'shared', by, body }]);
      try {
        writeFileSync(out, bytes, { flag: 'wx', mode: 0o600 });
      } catch (cause) {
        throw new AppError('not-written', `the package could not be written: ${(cause as Error).message}`, {
          place: out,
          cause,
        });
      }
      return { out, acts, documents: [...documents.keys()], shared: act?.id ?? '' };
    },
  );
}

function markingsOf(chosen: readonly ChosenLine[]): SharePlan['markings'] {
  const counts = new Map<string, number>();
  for (const { act } of chosen) {
    const received = act?.kind === 'received' ? receivedBodyOf(act.body) : undefined;
    const marking = received === undefined ? null : originalOf(received).marking;
    if (marking !== null) counts.set(marking, (counts.get(marking) ?? 0) + 1);
  }
  return [...counts].map(([marking, acts]) => ({ marking, acts }));
}

function namesProtected(held: readonly ChosenLine[]): AppError {
  const some = held.slice(0, 5).map(idOf);
  return new AppError(
    'protected-name',
    `${held.length} of these acts (${some.join(', ')}${held.length > some.length ? ', …' : ''}) are of a protected source or name one; leave them out (--without-protected), or say --with-protected`,
    { place: '--acts' },
  );
}
