import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import { EXTRACTOR_VERSION } from '../../claims/extraction.ts';
import { canonicalJson } from '../../core/canonical-json.ts';
import { packageRoot } from '../../core/resource.ts';
import { DOSSIER_FILE, type Dossier, readDossier } from '../../documents/dossier/dossier.ts';
import { openReader } from '../../documents/reader.ts';
import { type ActDraft, type ActId, actIndex } from '../../record/log/act.ts';
import { correctedDraft, dossierSourceDraft, inOneLine, jsonOf, type Offered, refusedDraft } from '../acts/acquire.ts';
import { acquireAll } from '../acts/acquire-members.ts';
import type { RefusedBody } from '../acts/act-body.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { AcquiredDocument } from '../acts/gathering.ts';
import type { Derived } from '../derivation/derive.ts';
import { type UnreadDocument, unreadDocuments } from '../derivation/unread.ts';
import { AppError } from '../errors.ts';
import { takeDossierLists } from '../lists/dossier-lists.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { publishReport, type ReportFormat, type WrittenReport } from '../report/publish.ts';
import { namesScreenedDraft } from '../screening/screen-named.ts';
import { PROGRAM } from '../version.ts';
import {
  deriveWorkspace,
  folderOf,
  type Workspace,
  type WorkspacePlace,
  withWorkspace,
} from '../workspace/workspace.ts';

export { isReportFormat, REPORT_FORMATS } from '../report/publish.ts';

export type RunRequest = {
  readonly dossier: string;
  readonly workspace: WorkspacePlace;
  readonly out?: string | undefined;
  readonly formats: readonly ReportFormat[];
  /** Prints all of a long report. */
  readonly whole?: boolean | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

export type RunResult = {
  readonly title: string;
  readonly documents: number;
  readonly claims: number;
  readonly incidents: number;
  /** What a person made or accepted. */
  readonly findings: number;
  /** What the program proposes and nobody reviewed. */
  readonly proposed: number;
  readonly leads: number;
  /** Pairs of figures that exclude each other, in comparisons that a person accepted. */
  readonly contested: number;
  /** Statements that the regime data contradict. */
  readonly contradicted: number;
  readonly refused: readonly RefusedBody[];
  /** Documents that were taken in and whose claims were not read within the limits. */
  readonly setAside: readonly { readonly document: string; readonly name: string; readonly message: string }[];
  /** Documents of which no claim is read, or not from all of them, with the reason. */
  readonly unread: readonly Pick<UnreadDocument, 'file' | 'what' | 'whole' | 'words'>[];
  readonly acts: number;
  readonly actsAdded: number;
  readonly reports: readonly WrittenReport[];
  /** Path of the first report written. */
  readonly report: string;
};

/** The dossier that comes with the program. */
export function exampleDossier(): string {
  return join(packageRoot(), 'examples', 'veto-2024');
}

/**
 * The main job: takes a dossier in, derives what follows, and writes the report. A file that is refused is listed and the
 * rest goes on; on unchanged input no act is added.
 */
export async function runDossier(request: RunRequest): Promise<RunResult> {
  const folder = dossierFolder(request.dossier);
  const out = request.out ?? join(folderOf(request.workspace), 'report');
  request.progress.step('Reading the dossier');
  const { dossier, problems } = await readDossier(folder);
  checkOut(out);
  return await withWorkspace({ ...request, command: 'panel run' }, async (workspace) => {
    const before = workspace.record.size;
    const taken = await takeIn(workspace, dossier, folder, request.progress);
    const listed = await takeDossierLists(workspace, dossier, folder, request.progress);
    const problemsFound = problems.map(({ place, message }) => ({
      name: place,
      code: 'bad-dossier',
      // What a dossier says in the wrong place is quoted back, and may be of any length.
      message: inOneLine(message, 300),
    }));
    for (const { name, message } of problemsFound) request.progress.note(`passed over: ${name}: ${message}`);
    await logNew(workspace, problemsFound, 'dossier', taken.evidence);
    await logNew(workspace, listed.refused, 'list', taken.evidence);
    await logMended(workspace, problemsFound, new Set([...taken.names, ...listed.names]));
    tellUnlisted(dossier, folder, request.progress);
    tellKept(taken, request.progress);
    const read = await deriveWorkspace(workspace, request.progress);
    await logExtraction(workspace, read.acts, read.derived);
    await logAll(workspace, [await namesScreenedDraft(workspace, read.derived, listed.lists, request.progress)]);
    const { derived } = await workspace.snapshot(silentProgress);
    await workspace.record.checkpoint();
    request.progress.step('Writing the report');
    const reports = await publishReport({
      derived,
      workspace,
      title: dossier.title,
      formats: request.formats,
      whole: request.whole,
      out,
      warn: (message) => request.progress.note(message),
    });
    return summarise(dossier, derived, workspace, before, reports);
  });
}

/** The folder of a dossier; its `dossier.yaml` may be named as well. @throws AppError `unreadable` saying what is missing */
function dossierFolder(given: string): string {
  const path = resolve(given);
  if (basename(path) === DOSSIER_FILE) return dirname(path);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new AppError('unreadable', 'there is no such folder', { place: given });
  if (!stats.isDirectory())
    throw new AppError(
      'unreadable',
      `a file, not a folder with a ${DOSSIER_FILE}; "panel add FILE --source NAME" takes single files`,
      { place: given },
    );
  if (!existsSync(join(path, DOSSIER_FILE)))
    throw new AppError(
      'unreadable',
      `there is no ${DOSSIER_FILE} in this folder: write one with title, sources and documents (the README shows it), or take the files in with "panel add FOLDER --source NAME"`,
      { place: given },
    );
  return path;
}

/** A folder that cannot be written is told before the work, not after it. @throws AppError `not-written` */
function checkOut(out: string): void {
  for (let path = resolve(out); ; path = dirname(path)) {
    const stats = existsSync(path) ? statSync(path) : undefined;
    if (stats?.isDirectory() || path === dirname(path)) return;
    if (stats !== undefined)
      throw new AppError('not-written', 'the report cannot be written here: this is a file, not a folder', {
        place: path,
      });
  }
}

/** Files beside `dossier.yaml` that it does not list are easily taken for read. */
function tellUnlisted(dossier: Dossier, folder: string, progress: Progress): void {
  const listed = new Set([...dossier.documents, ...dossier.lists].map(({ file }) => normalize(file)));
  const unlisted = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== DOSSIER_FILE)
    .map(({ name }) => name)
    // What a README says, it says of the folder.
    .filter((name) => !listed.has(name) && name !== 'README.md')
    .sort();
  if (unlisted.length === 0) return;
  const more = unlisted.length > 5 ? ` and ${unlisted.length - 5} more` : '';
  progress.note(`not listed in ${DOSSIER_FILE} and not read: ${unlisted.slice(0, 5).join(', ')}${more}`);
}

/** A record forgets nothing: what a dossier listed once is reported until the report is made in a workspace without it. */
function tellKept(
  { evidence, read }: { readonly evidence: Evidence; readonly read: ReadonlySet<string> },
  progress: Progress,
): void {
  const kept = evidence.documents.filter(
    ({ document, custody }) =>
      custody.collection.method === 'dossier' && !read.has(document) && !evidence.withheld.has(document),
  );
  for (const { custody } of kept)
    progress.note(
      `kept: ${custody.origin.fileName} of an earlier run is not read from this dossier; it stays in the record and in the report (a new --workspace reports without it)`,
    );
}

function summarise(
  dossier: Dossier,
  derived: Derived,
  workspace: Workspace,
  before: number,
  reports: readonly WrittenReport[],
): RunResult {
  return {
    title: dossier.title,
    documents: derived.documents.length,
    claims: derived.claims.length,
    incidents: derived.incidents.length,
    findings: derived.findings.filter(({ review }) => review === 'made' || review === 'accepted').length,
    proposed: derived.findings.filter(({ review }) => review === 'proposed').length,
    leads: derived.leads.length,
    contested: derived.topics
      .filter(({ review }) => review === 'accepted')
      .flatMap(({ relations }) => relations)
      .filter(({ relation }) => relation === 'contradicts').length,
    contradicted: derived.checks.filter(({ relation }) => relation === 'contradicts').length,
    refused: derived.evidence.refusals.map(({ name, code, message }) => ({ name, code, message })),
    setAside: derived.documents.flatMap(({ document, custody, setAside }) =>
      setAside === undefined ? [] : [{ document, name: custody.origin.fileName, message: setAside }],
    ),
    unread: unreadDocuments(derived.documents, derived.claims).map(({ file, what, whole, words }) => ({
      file,
      what,
      whole,
      words,
    })),
    acts: workspace.record.size,
    actsAdded: workspace.record.size - before,
    reports,
    report: reports[0]?.path ?? '',
  };
}

/** Acquires what the dossier lists and the record does not hold yet. */
async function takeIn(
  workspace: Workspace,
  dossier: Dossier,
  folder: string,
  progress: Progress,
): Promise<{ evidence: Evidence; read: ReadonlySet<string>; names: ReadonlySet<string> }> {
  const before = await workspace.evidence();
  await logAll(workspace, [
    dossierDraft(dossier, before),
    ...dossier.sources.map((source) => dossierSourceDraft(source, before)),
  ]);
  const evidence = await workspace.evidence();
  const reader = workspace.readings.inFrontOf(openReader());
  const names = new Map<string, string>();
  progress.step('Taking documents in');
  try {
    const offers = dossier.documents.map((entry): Offered => ({ ...entry, within: folder, method: 'dossier' }));
    let at = 0;
    for await (const { offered, result } of acquireAll(offers, reader, workspace.clock, evidence.withheld)) {
      progress.advance(offered.inside === undefined ? at++ : at, dossier.documents.length);
      if ('refused' in result) {
        progress.note(`refused: ${result.refused.name}: ${result.refused.message}`);
        await logNew(workspace, [result.refused], 'dossier', evidence);
        continue;
      }
      const { document, name, bytes } = result.taken;
      const withheldBy = evidence.withheld.get(document);
      if (withheldBy !== undefined) {
        progress.note(`not taken in: ${name}: its bytes were withheld from this record by ${withheldBy}`);
        continue;
      }
      const twin = names.get(document);
      if (twin !== undefined) {
        progress.note(`taken in once: ${name} holds the same bytes as ${twin}`);
        continue;
      }
      names.set(document, name);
      const known = evidence.documents.find((one) => one.document === document);
      if (known !== undefined) {
        await logAll(workspace, [correctedDraft(offered, result.layer, known)]);
        continue;
      }
      const earlier = earlierVersion(name, evidence, dossier);
      if (earlier !== undefined) {
        progress.note(`replaced: ${name} has changed; the earlier version stays in the record (${earlier.act})`);
      }
      await workspace.record.putDocument(bytes);
      await workspace.record.append([
        earlier === undefined ? result.draft : { ...result.draft, supersedes: earlier.act as ActId },
      ]);
      workspace.readings.keepText(document, name);
    }
  } finally {
    await reader.close();
  }
  return { evidence: await workspace.evidence(), read: new Set(names.keys()), names: new Set(names.values()) };
}

/**
 * The document that came in under this name of this dossier before, when the dossier still lists that name alone: what the
 * file holds now speaks in its place.
 */
function earlierVersion(name: string, evidence: Evidence, dossier: Dossier): AcquiredDocument | undefined {
  if (evidence.dossierSince === null || evidence.dossier?.title !== dossier.title) return undefined;
  const since = actIndex(evidence.dossierSince) ?? 0;
  return evidence.documents.findLast(
    ({ act, custody }) =>
      custody.origin.fileName === name && custody.collection.method === 'dossier' && (actIndex(act) ?? 0) > since,
  );
}

function dossierDraft(dossier: Dossier, evidence: Evidence): ActDraft | null {
  const facts = { title: dossier.title, summary: dossier.summary, period: dossier.period };
  if (evidence.dossier !== null && canonicalJson(evidence.dossier) === canonicalJson(facts)) return null;
  return { kind: 'described', by: PROGRAM, body: jsonOf({ dossier: facts }) };
}

async function logNew(
  workspace: Workspace,
  refusals: readonly RefusedBody[],
  offered: NonNullable<RefusedBody['offered']>,
  evidence: Evidence,
): Promise<void> {
  await logAll(
    workspace,
    refusals.map((refused) => refusedDraft(refused, offered, evidence)),
  );
}

/** Refusals that no longer hold are taken back: a fault of the dossier that was mended, a file that can be read again. */
async function logMended(
  workspace: Workspace,
  problems: readonly RefusedBody[],
  read: ReadonlySet<string>,
): Promise<void> {
  const { refusals } = await workspace.evidence();
  const isMended = ({ name, code, message }: RefusedBody): boolean =>
    code === 'bad-dossier' ? !problems.some((one) => one.name === name && one.message === message) : read.has(name);
  await logAll(
    workspace,
    refusals.filter(isMended).map(({ act, name }) => ({
      kind: 'undone',
      by: PROGRAM,
      body: jsonOf({ undoes: act, reason: `${name} is in order now.` }),
      supersedes: act as ActId,
    })),
  );
}

async function logAll(workspace: Workspace, drafts: readonly (ActDraft | null)[]): Promise<void> {
  const real = drafts.filter((draft) => draft !== null);
  if (real.length > 0) await workspace.record.append(real);
}

/** The run of an extractor is one act: its version and counts. The same run over the same documents is not logged again. */
async function logExtraction(
  workspace: Workspace,
  acts: Awaited<ReturnType<Workspace['acts']>>,
  derived: Derived,
): Promise<void> {
  const body = jsonOf({
    extractor: EXTRACTOR_VERSION,
    documents: derived.documents.map(({ document, layer }) => ({ document, reader: layer.reader })),
    claims: derived.claims.length,
    quantities: derived.claims.reduce((sum, claim) => sum + claim.quantities.length, 0),
  });
  const last = acts.filter(({ kind }) => kind === 'extracted').at(-1);
  if (last !== undefined && canonicalJson(last.body) === canonicalJson(body)) return;
  await workspace.record.append([{ kind: 'extracted', by: PROGRAM, body }]);
}
