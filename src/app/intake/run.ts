import { join } from 'node:path';
import { packageRoot } from '../../core/resource.ts';
import { type Dossier, readDossier } from '../../documents/dossier/dossier.ts';
import { inOneLine } from '../acts/acquire.ts';
import type { RefusedBody } from '../acts/act-body.ts';
import type { Derived } from '../derivation/derive.ts';
import { type UnreadDocument, unreadDocuments } from '../derivation/reading/unread.ts';
import { takeDossierLists } from '../lists/dossier-lists.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { publishReport, type ReportFormat, type WrittenReport } from '../report/publish.ts';
import { namesScreenedDraft } from '../subjects/screen-named.ts';
import {
  deriveWorkspace,
  folderOf,
  type Workspace,
  type WorkspacePlace,
  withWorkspace,
} from '../workspace/workspace.ts';
import { logAll, logExtraction, logMended, logNew } from './dossier-acts.ts';
import { makeDossierFindings } from './dossier-findings.ts';
import { checkOut, dossierFolder, tellUnlisted } from './dossier-folder.ts';
import { takeIn, tellKept } from './take-in.ts';

export { isReportFormat, REPORT_FORMATS } from '../report/publish.ts';

export type RunRequest = {
  readonly dossier: string;
  readonly workspace: WorkspacePlace;
  readonly out?: string | undefined;
  readonly formats: readonly ReportFormat[];
  /** Who runs it: in their name the findings that the dossier describes are made. */
  readonly by?: string | undefined;
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
    await makeDossierFindings(workspace, dossier, request.by, request.progress);
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
