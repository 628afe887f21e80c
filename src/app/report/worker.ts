import { parentPort } from 'node:worker_threads';
import { CodedError } from '../../core/errors.ts';
import { READY } from '../../core/threads/bounded-thread.ts';
import { AppError } from '../errors.ts';
import type { PageFault } from './printed-page.ts';
import { checkQuotations, type DocumentText, type QuotationCheck, takeReport } from './report-check.ts';
import type { ReportQuotation } from './report-quotations.ts';

/** First the report is taken in, then what it quotes is compared with the texts of the documents that it named. */
export type CheckRequest =
  | { readonly file: string; readonly workspace: string }
  | { readonly texts: ReadonlyMap<string, DocumentText> };

export type CheckReply =
  | { readonly documents: readonly string[]; readonly faults: readonly PageFault[] }
  | { readonly checks: readonly QuotationCheck[] }
  | { readonly error: Pick<AppError, 'code' | 'message' | 'place'> };

let quotations: readonly ReportQuotation[] | null = null;

function answer(request: CheckRequest): CheckReply {
  if ('texts' in request) {
    // A thread that was started again has taken nothing in, and nothing compared would look like nothing wrong.
    if (quotations === null) throw new AppError('bad-input', 'the report has to be taken in first');
    return { checks: checkQuotations(quotations, request.texts) };
  }
  const taken = takeReport(request.file, request.workspace);
  quotations = taken.quotations;
  return { documents: [...new Set(quotations.flatMap(({ document }) => document ?? []))], faults: taken.faults };
}

/** The thread that reads reports of others, so that none holds up whoever checks it. */
const port = parentPort;
port?.on('message', (request: CheckRequest) => {
  let reply: CheckReply;
  try {
    reply = answer(request);
  } catch (error) {
    if (!(error instanceof AppError || error instanceof RangeError)) throw error;
    const { message } = error;
    reply = {
      error:
        error instanceof CodedError
          ? { code: error.code, message, place: error.place }
          : { code: 'bad-input', message, place: undefined },
    };
  }
  port.postMessage(reply);
});
port?.postMessage(READY);
