/** The workbench as the server sees it. */

export { describeError } from '../core/errors.ts';
export { parseStrictJson } from '../core/json/strict-json.ts';
export { memoized } from '../core/memoized.ts';
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
export { buildColumns } from './act-builders/document-acts.ts';
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
export type { ReadLog, Snapshot } from './derivation/derivation.ts';
export { ownRecipient } from './exchange/age-identity.ts';
export { planShare } from './exchange/share.ts';
export { buildFindingOnEvidence } from './tracks/taken-events.ts';
export { buildRowClaims } from './trade/row-claims.ts';
export { readVersion } from './version.ts';
export { claimDetail, claimPage, compareClaims } from './workbench/claims/claims.ts';
export { comparisonDetail, comparisonList } from './workbench/claims/comparisons.ts';
export { findingDetail, findingPage, leadList } from './workbench/claims/findings.ts';
export { incidentDetail, incidentPage } from './workbench/claims/incidents.ts';
export type { Job } from './workbench/contract/job.ts';
export type { Problem } from './workbench/contract/page.ts';
export { listContents } from './workbench/documents/contents.ts';
export {
  documentDetail,
  documentFile,
  documentPage,
  refusalList,
  sourceList,
} from './workbench/documents/documents.ts';
export { pagePictureOf, pageWords } from './workbench/documents/page-picture.ts';
export { takeUpload } from './workbench/documents/upload.ts';
export { makePackage, packageFile, statementPage, takePackage } from './workbench/handing-over.ts';
export type { DetailReading } from './workbench/held/detail-reading.ts';
export { OWN_FAULT, problem, problemOf } from './workbench/held/problem.ts';
export { openWorkbench, type Workbench, type WorkbenchPlaces } from './workbench/held/workbench.ts';
export {
  continueInNewLog,
  mirrorAtPlace,
  publishAtPlace,
  stampQueryFile,
  stampTime,
  takeStampReply,
} from './workbench/keeping-jobs.ts';
export { overview } from './workbench/overview.ts';
export { pagesFolder } from './workbench/pages-folder.ts';
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
export { batchFile, batchList, batchPage } from './workbench/screening/batches.ts';
export { fetchLists, listDifference, listsView, takeLists } from './workbench/screening/lists.ts';
export { readSentTable, screenedFile, screenSentFile } from './workbench/screening/screened-files.ts';
export { decideOnHit, decisionList, screeningAnswer } from './workbench/screening/screening.ts';
export { searchPage } from './workbench/search.ts';
export { judgeShipEvents, shipClaims, shipDesk, shipEventPage, shipPositions } from './workbench/ships.ts';
export { heldSubjects } from './workbench/subjects/held-subjects.ts';
export { listNews } from './workbench/subjects/list-news.ts';
export { subjectDetail } from './workbench/subjects/subject-detail.ts';
export { decideOnSubject, hitQueue } from './workbench/subjects/subject-hits.ts';
export { subjectLetter, subjectLetterFile } from './workbench/subjects/subject-letter.ts';
export { subjectList } from './workbench/subjects/subject-list.ts';
export { judgeSubjectPairs, proposalList } from './workbench/subjects/subject-proposals.ts';
export { tradeCalls, tradeDesk, tradeGoods, tradeLedger, tradeRows, tradeStated } from './workbench/trade.ts';
export { askWitnesses, lookAtLog, takeCosignedLines } from './workbench/watch-jobs.ts';
export { watchView } from './workbench/watching.ts';
