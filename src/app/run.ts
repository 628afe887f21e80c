import { join, resolve } from 'node:path';
import { EXTRACTOR_VERSION } from '../claims/extraction.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { packageRoot } from '../core/resource.ts';
import { type Dossier, readDossier } from '../documents/dossier.ts';
import { openReader } from '../documents/reader.ts';
import type { TextLayer } from '../documents/text-layer.ts';
import type { ActDraft } from '../record/act.ts';
import { acquire, isAcquired, jsonOf, PROGRAM, refusedDraft, sourceDraft } from './acquire.ts';
import type { RefusedBody } from './act-body.ts';
import type { Derived } from './derive.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { Progress } from './progress.ts';
import { project } from './project.ts';
import { publishReport, type ReportFormat, type WrittenReport } from './publish.ts';
import { deriveWorkspace } from './rebuild.ts';
import { type Workspace, withWorkspace } from './workspace.ts';

export { isReportFormat, REPORT_FORMATS } from './publish.ts';

export type RunRequest = {
  readonly dossier: string;
  readonly workspace: string;
  readonly out?: string | undefined;
  readonly formats: readonly ReportFormat[];
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

export type RunResult = {
  readonly title: string;
  readonly documents: number;
  readonly claims: number;
  readonly incidents: number;
  readonly findings: number;
  /** Pairs of figures that exclude each other. */
  readonly contested: number;
  /** Statements that the regime data contradict. */
  readonly contradicted: number;
  readonly refused: readonly RefusedBody[];
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
  const folder = resolve(request.dossier);
  request.progress.step('Reading the dossier');
  const { dossier, problems } = await readDossier(folder);
  return await withWorkspace({ ...request, command: 'panel run' }, async (workspace) => {
    const before = workspace.record.size;
    const taken = await takeIn(workspace, dossier, folder, request.progress);
    const problemsFound = problems.map(({ place, message }) => ({ name: place, code: 'bad-dossier', message }));
    await logNew(workspace, problemsFound, taken.evidence);
    const { acts, derived } = await deriveWorkspace(workspace, request.progress, taken.layers);
    const all = await logExtraction(workspace, acts, derived);
    request.progress.step('Writing projections');
    await project(await workspace.store(), all, derived);
    await workspace.record.checkpoint();
    request.progress.step('Writing the report');
    const reports = await publishReport({
      derived,
      workspace,
      title: dossier.title,
      formats: request.formats,
      out: request.out ?? join(request.workspace, 'report'),
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
    findings: derived.findings.length,
    contested: derived.topics.flatMap(({ relations }) => relations).filter(({ relation }) => relation === 'contradicts')
      .length,
    contradicted: derived.checks.filter(({ relation }) => relation === 'contradicts').length,
    refused: derived.evidence.refusals,
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
): Promise<{ evidence: Evidence; layers: ReadonlyMap<string, TextLayer> }> {
  const evidence = gatherEvidence(await workspace.acts());
  await logAll(workspace, [
    dossierDraft(dossier, evidence),
    ...dossier.sources.map((source) => sourceDraft(source, evidence)),
  ]);
  const reader = openReader();
  const layers = new Map<string, TextLayer>();
  progress.step('Taking documents in');
  try {
    for (const [at, entry] of dossier.documents.entries()) {
      progress.advance(at, dossier.documents.length);
      const result = await acquire({ ...entry, within: folder, method: 'dossier' }, reader, workspace.clock);
      if ('refused' in result) {
        progress.note(`refused: ${result.refused.name}: ${result.refused.message}`);
        await logNew(workspace, [result.refused], evidence);
        continue;
      }
      layers.set(result.taken.document, result.layer);
      if (isAcquired(result.taken.document, evidence)) continue;
      await workspace.record.putDocument(result.taken.bytes);
      await workspace.record.append([result.draft]);
    }
  } finally {
    await reader.close();
  }
  return { evidence: gatherEvidence(await workspace.acts()), layers };
}

function dossierDraft(dossier: Dossier, evidence: Evidence): ActDraft | null {
  const facts = { title: dossier.title, summary: dossier.summary, period: dossier.period };
  if (evidence.dossier !== null && canonicalJson(evidence.dossier) === canonicalJson(facts)) return null;
  return { kind: 'described', by: PROGRAM, body: jsonOf({ dossier: facts }) };
}

async function logNew(workspace: Workspace, refusals: readonly RefusedBody[], evidence: Evidence): Promise<void> {
  await logAll(
    workspace,
    refusals.map((refused) => refusedDraft(refused, evidence)),
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
): Promise<Awaited<ReturnType<Workspace['acts']>>> {
  const body = jsonOf({
    extractor: EXTRACTOR_VERSION,
    documents: derived.documents.map(({ document, layer }) => ({ document, reader: layer.reader })),
    claims: derived.claims.length,
    quantities: derived.claims.reduce((sum, claim) => sum + claim.quantities.length, 0),
  });
  const last = acts.filter(({ kind }) => kind === 'extracted').at(-1);
  if (last !== undefined && canonicalJson(last.body) === canonicalJson(body)) return acts;
  return [...acts, ...(await workspace.record.append([{ kind: 'extracted', by: PROGRAM, body }]))];
}
