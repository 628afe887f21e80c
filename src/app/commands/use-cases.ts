import { resolve } from 'node:path';
import type { Progress } from '../progress.ts';
import type { HeldWorkspace, WorkspacePlace } from '../workspace/workspace.ts';

/**
 * Use cases on a workspace by name, so that a command can ask them of a server that holds it. Each is loaded when it is
 * asked for. `paths` are the fields of the request that name files: they are meant from the folder of whoever asks.
 */
const USE_CASES = {
  listClaims: { load: async () => (await import('./review.ts')).listClaims, paths: [] },
  listIncidents: { load: async () => (await import('./review.ts')).listIncidents, paths: [] },
  searchWorkspace: { load: async () => (await import('./search.ts')).searchWorkspace, paths: [] },
  listDocuments: { load: async () => (await import('./documents.ts')).listDocuments, paths: [] },
  listSimilar: { load: async () => (await import('./documents.ts')).listSimilar, paths: [] },
  listSources: { load: async () => (await import('./sources.ts')).listSources, paths: [] },
  describeSource: { load: async () => (await import('./sources.ts')).describeSource, paths: [] },
  listTables: { load: async () => (await import('./documents.ts')).listTables, paths: [] },
  mapColumns: { load: async () => (await import('./documents.ts')).mapColumns, paths: [] },
  judgeDocuments: { load: async () => (await import('./documents.ts')).judgeDocuments, paths: [] },
  listFindings: { load: async () => (await import('./review.ts')).listFindings, paths: [] },
  reviewClaims: { load: async () => (await import('./review.ts')).reviewClaims, paths: [] },
  editClaim: { load: async () => (await import('./review.ts')).editClaim, paths: [] },
  addClaim: { load: async () => (await import('./review.ts')).addClaim, paths: [] },
  gradeClaim: { load: async () => (await import('./review.ts')).gradeClaim, paths: [] },
  linkClaims: { load: async () => (await import('./review.ts')).linkClaims, paths: [] },
  arrangeIncident: { load: async () => (await import('./review.ts')).arrangeIncident, paths: [] },
  judgeOrigins: { load: async () => (await import('./review.ts')).judgeOrigins, paths: [] },
  undoAct: { load: async () => (await import('./review.ts')).undoAct, paths: [] },
  listSubjects: { load: async () => (await import('./subjects.ts')).listSubjects, paths: [] },
  showSubject: { load: async () => (await import('./subjects.ts')).showSubject, paths: [] },
  listProposedSubjects: { load: async () => (await import('./subjects.ts')).listProposedSubjects, paths: [] },
  judgeSubjects: { load: async () => (await import('./subjects.ts')).judgeSubjects, paths: [] },
  addTracks: { load: async () => (await import('../intake/add-tracks.ts')).addTracks, paths: ['files'] },
  listTrackFiles: { load: async () => (await import('./tracks.ts')).listTrackFiles, paths: [] },
  listTrackEvents: { load: async () => (await import('./tracks.ts')).listTrackEvents, paths: [] },
  listClaimsBesideTracks: { load: async () => (await import('./tracks.ts')).listClaimsBesideTracks, paths: [] },
  judgeTrackEvents: { load: async () => (await import('./tracks.ts')).judgeTrackEvents, paths: [] },
  importedFigures: { load: async () => (await import('./trade.ts')).importedFigures, paths: [] },
  ledgerOfFigures: { load: async () => (await import('./trade.ts')).ledgerOfFigures, paths: [] },
  screenedFigures: { load: async () => (await import('./trade.ts')).screenedFigures, paths: [] },
  claimFigures: { load: async () => (await import('./trade.ts')).claimFigures, paths: [] },
  listLeads: { load: async () => (await import('./review.ts')).listLeads, paths: [] },
  listComparisons: { load: async () => (await import('./review.ts')).listComparisons, paths: [] },
  reviewFindings: { load: async () => (await import('./findings.ts')).reviewFindings, paths: [] },
  reviewComparisons: { load: async () => (await import('./findings.ts')).reviewComparisons, paths: [] },
  makeFinding: { load: async () => (await import('./findings.ts')).makeFinding, paths: [] },
  recordReply: { load: async () => (await import('./findings.ts')).recordReply, paths: [] },
  recordChallenge: { load: async () => (await import('./findings.ts')).recordChallenge, paths: [] },
  correctFinding: { load: async () => (await import('./findings.ts')).correctFinding, paths: [] },
  recommend: { load: async () => (await import('./findings.ts')).recommend, paths: [] },
  runDossier: { load: async () => (await import('../intake/run.ts')).runDossier, paths: ['dossier', 'out'] },
  addDocuments: { load: async () => (await import('../intake/add.ts')).addDocuments, paths: ['targets'] },
  addLists: { load: async () => (await import('../lists/lists.ts')).addLists, paths: ['files'] },
  showLists: { load: async () => (await import('../lists/lists.ts')).showLists, paths: [] },
  syncLists: { load: async () => (await import('../lists/list-sync.ts')).syncLists, paths: ['addresses'] },
  screenName: { load: async () => (await import('../screening/screen.ts')).screenName, paths: ['lists'] },
  decideHit: { load: async () => (await import('../screening/screening-decisions.ts')).decideHit, paths: ['lists'] },
  listDecisions: { load: async () => (await import('../screening/screening-decisions.ts')).listDecisions, paths: [] },
  undoDecision: { load: async () => (await import('../screening/screening-decisions.ts')).undoDecision, paths: [] },
  printCheckpoint: { load: async () => (await import('../workspace/record.ts')).printCheckpoint, paths: [] },
  redactInRecord: { load: async () => (await import('../workspace/record.ts')).redactInRecord, paths: [] },
  replaceKey: { load: async () => (await import('../workspace/record.ts')).replaceKey, paths: [] },
  cosignRecord: {
    load: async () => (await import('../exchange/cosign.ts')).cosignRecord,
    paths: ['policy', 'request', 'add'],
  },
  publishRecord: {
    load: async () => (await import('../exchange/publish-record.ts')).publishRecord,
    paths: ['target'],
  },
  followRecord: {
    load: async () => (await import('../exchange/follow.ts')).followRecord,
    paths: ['target', 'policy'],
  },
  stampRecord: {
    load: async () => (await import('../exchange/stamp.ts')).stampRecord,
    paths: ['query', 'add', 'roots'],
  },
  exportRecord: {
    load: async () => (await import('../interchange/export-record.ts')).exportRecord,
    paths: ['out'],
  },
  exportSubjects: {
    load: async () => (await import('../interchange/export-subjects.ts')).exportSubjects,
    paths: ['out'],
  },
  shareActs: { load: async () => (await import('../exchange/share.ts')).shareActs, paths: ['out'] },
  receivePackage: { load: async () => (await import('../exchange/receive.ts')).receivePackage, paths: ['file'] },
  rebuildStore: { load: async () => (await import('../workspace/rebuild.ts')).rebuildStore, paths: [] },
} as const satisfies Record<
  string,
  { load(): Promise<(request: never) => Promise<unknown>>; paths: readonly string[] }
>;

export type UseCaseName = keyof typeof USE_CASES;
type UseCase<Name extends UseCaseName> = Awaited<ReturnType<(typeof USE_CASES)[Name]['load']>>;
export type UseCaseRequest<Name extends UseCaseName> = Parameters<UseCase<Name>>[0];
export type UseCaseAnswer<Name extends UseCaseName> = Awaited<ReturnType<UseCase<Name>>>;

export function isUseCase(name: string): name is UseCaseName {
  return Object.hasOwn(USE_CASES, name);
}

/** Carries a use case out in this process. */
export async function carryOutHere<Name extends UseCaseName>(
  name: Name,
  request: UseCaseRequest<Name>,
): Promise<UseCaseAnswer<Name>> {
  const carryOut = (await USE_CASES[name].load()) as (asked: UseCaseRequest<Name>) => Promise<UseCaseAnswer<Name>>;
  return await carryOut(request);
}

/** A request that came from another process, on the workspace that this one holds. */
export async function carryOutOn(
  held: HeldWorkspace,
  name: UseCaseName,
  words: Readonly<Record<string, unknown>>,
  progress: Progress,
): Promise<unknown> {
  const request: Record<string, unknown> & { workspace: WorkspacePlace } = { ...words, workspace: held, progress };
  return await carryOutHere(name, request as never);
}

/** What of a request another process can be told: plain data, with files named from the root of the disk. */
export function wordsOf(name: UseCaseName, request: object): Readonly<Record<string, unknown>> {
  const { workspace: _, progress: __, ...words } = request as Record<string, unknown>;
  const paths: readonly string[] = USE_CASES[name].paths;
  return Object.fromEntries(
    Object.entries(words).map(([field, value]) => [field, paths.includes(field) ? absolute(value) : value]),
  );
}

function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute);
  return typeof value === 'string' && !/^https?:\/\//i.test(value) ? resolve(value) : value;
}
