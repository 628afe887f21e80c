/** The contract of the workbench's HTTP interface, for the server that keeps it. */

export { claimEndpoints } from './workbench/contract/claim.ts';
export type { Endpoint } from './workbench/contract/endpoint.ts';
export { findingEndpoints } from './workbench/contract/finding.ts';
export { incidentEndpoints } from './workbench/contract/incident.ts';
export { job, jobEndpoints } from './workbench/contract/job.ts';
export { overviewEndpoints } from './workbench/contract/overview.ts';
export { actEndpoints } from './workbench/contract/record/act.ts';
export {
  contentsForm,
  documentEndpoints,
  documentsForm,
  pageParameters,
} from './workbench/contract/record/document.ts';
export { exchangeEndpoints, receiveForm } from './workbench/contract/record/exchange.ts';
export { continueForm, stampReplyForm } from './workbench/contract/record/keeping.ts';
export { recordEndpoints } from './workbench/contract/record/record.ts';
export { cosignedLinesForm, cosignForm, watchEndpoints } from './workbench/contract/record/watching.ts';
export { regimeEndpoints } from './workbench/contract/regime/regime.ts';
export { previewQuery, reportEndpoints, reportRequest } from './workbench/contract/report.ts';
export { idParameter } from './workbench/contract/request.ts';
export { listsForm, screeningEndpoints, screeningForm, tableForm } from './workbench/contract/screening.ts';
export { searchEndpoints } from './workbench/contract/search.ts';
export { problem as problemShape } from './workbench/contract/shape.ts';
export { shipEndpoints } from './workbench/contract/ship.ts';
export { letterQuery, subjectEndpoints } from './workbench/contract/subject.ts';
export { tradeEndpoints } from './workbench/contract/trade.ts';
