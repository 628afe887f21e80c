/** The workbench as the server sees it. */

export { describeError } from '../core/errors.ts';
export { memoized } from '../core/memoized.ts';
export { parseStrictJson } from '../core/strict-json.ts';
export type { Store } from '../store/store.ts';
export { buildUndo } from './act-builders/act-builder.ts';
export {
  buildAddition,
  buildEdit,
  buildGrade,
  buildJudgement,
  buildLink,
  buildReviews,
} from './act-builders/claim-acts.ts';
export {
  buildChallenge,
  buildCorrection,
  buildRecommendation,
  buildReply,
} from './act-builders/finding-acts.ts';
export { buildIncident, buildJoining, buildParting } from './act-builders/incident-acts.ts';
export { buildComparisonReview, buildFindingReview } from './act-builders/proposal-acts.ts';
export { buildSource } from './act-builders/source-acts.ts';
export type { CommandMessage } from './commands/command-client.ts';
export { carryOutOn, isUseCase } from './commands/use-cases.ts';
export type { Snapshot } from './derivation/derivation.ts';
export { buildFindingByLedger } from './trade/take-total.ts';
export { readVersion } from './version.ts';
export { claimDetail, claimPage, compareClaims } from './workbench/claims.ts';
export { comparisonDetail, comparisonList } from './workbench/comparisons.ts';
export type { Job } from './workbench/contract/job.ts';
export type { Problem } from './workbench/contract/page.ts';
export { documentBytes, documentDetail, documentPage, refusalList, sourceList } from './workbench/documents.ts';
export { findingDetail, findingPage, leadList } from './workbench/findings.ts';
export { incidentDetail, incidentPage } from './workbench/incidents.ts';
export { fetchLists, listDifference, listsView, takeLists } from './workbench/lists.ts';
export { overview } from './workbench/overview.ts';
export { pagePictureOf, pageWords } from './workbench/page-picture.ts';
export { pagesFolder } from './workbench/pages-folder.ts';
export { OWN_FAULT, problem, problemOf } from './workbench/problem.ts';
export { actDetail, actPage, proofOf, recordView, verifyAsJob } from './workbench/record.ts';
export {
  assessmentOf,
  bodiesView,
  regimeList,
  regimeView,
  regimeVocabulary,
  scenarioList,
  scenarioView,
} from './workbench/regime.ts';
export { reportDesk, reportFile, reportPreview, writeReports } from './workbench/report.ts';
export { screenedFile, screenSentFile } from './workbench/screened-files.ts';
export { decideOnHit, decisionList, screeningAnswer } from './workbench/screening.ts';
export { searchPage } from './workbench/search.ts';
export { tradeDesk, tradeGoods, tradeLedger, tradeRows } from './workbench/trade.ts';
export { takeUpload } from './workbench/upload.ts';
export { openWorkbench, type Workbench } from './workbench/workbench.ts';
