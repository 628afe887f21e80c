import { statSync } from 'node:fs';
import { openBoundedThread, type WorkLimits, type WorkOutcome } from '../../core/threads/bounded-thread.ts';
import { AppError } from '../errors.ts';
import type { PageFault } from './printed-page.ts';
import type { DocumentText, QuotationCheck } from './report-check.ts';
import type { CheckReply, CheckRequest } from './worker.ts';

export type ReportLimits = {
  /** For any report. */
  readonly milliseconds: number;
  /** Beyond that for each megabyte of it. */
  readonly millisecondsAMegabyte: number;
  readonly memoryMegabytes: number;
};

/** A report of a hundred documents is taken in, printed again and compared in some seconds; this is far above. */
export const REPORT_LIMITS: ReportLimits = Object.freeze({
  milliseconds: 120_000,
  millisecondsAMegabyte: 10_000,
  memoryMegabytes: 2_000,
});

/** Checks one report in a thread of its own. @throws AppError also for a report that passes the limits */
export type ReportChecker = {
  /** Takes the report in. @returns the documents that it quotes, and what its page shows that its data do not print */
  take(workspace: string): Promise<{ readonly documents: readonly string[]; readonly faults: readonly PageFault[] }>;
  /** Compares what it quotes with the texts of those documents. */
  compare(texts: ReadonlyMap<string, DocumentText>): Promise<readonly QuotationCheck[]>;
  close(): Promise<void>;
};

export function openReportChecker(file: string, limits: ReportLimits = REPORT_LIMITS): ReportChecker {
  const megabytes = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) / 1_000_000;
  const work: WorkLimits = {
    milliseconds: Math.round(limits.milliseconds + megabytes * limits.millisecondsAMegabyte),
    memoryMegabytes: limits.memoryMegabytes,
  };
  const thread = openBoundedThread<CheckRequest, CheckReply>('app/report', work);
  const ask = async (request: CheckRequest): Promise<Exclude<CheckReply, { error: unknown }>> => {
    const outcome = await thread.ask(request);
    if (!('answer' in outcome))
      throw new AppError('bad-input', `it cannot be checked: ${why(outcome, work)}`, { place: file });
    if (!('error' in outcome.answer)) return outcome.answer;
    const { code, message, place } = outcome.answer.error;
    throw new AppError(code, message, { place: place ?? file });
  };
  return {
    take: async (workspace) => {
      const answer = await ask({ file, workspace });
      if ('documents' in answer) return answer;
      throw new Error('the thread has answered another question');
    },
    compare: async (texts) => {
      const answer = await ask({ texts });
      if ('checks' in answer) return answer.checks;
      throw new Error('the thread has answered another question');
    },
    close: () => thread.close(),
  };
}

function why(
  outcome: Exclude<WorkOutcome<CheckReply>, { answer: CheckReply }>,
  { milliseconds, memoryMegabytes }: WorkLimits,
): string {
  switch (outcome.failure) {
    case 'too-slow':
      return `that takes longer than ${Math.max(1, Math.round(milliseconds / 1000))} s`;
    case 'out-of-memory':
      return `that takes more than ${memoryMegabytes} MiB of memory`;
    case 'ended':
      return 'its reading broke down';
  }
}
