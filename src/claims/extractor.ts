import { deepFreeze } from '../core/json/json.ts';
import type { WorkLimits, WorkOutcome } from '../core/threads/bounded-thread.ts';
import { openThreadPool } from '../core/threads/thread-pool.ts';
import type { Claim } from './model/claim.ts';
import { ClaimsError } from './model/claims-error.ts';
import type { ExtractionReply, ExtractionRequest } from './worker.ts';

/** Reads claims in threads of their own, within limits. */
export type ClaimExtractor = {
  /** As `extractClaims`. @throws ClaimsError `set-aside` saying which limit the text passed; the extractor stays usable after it */
  extract(request: ExtractionRequest): Promise<readonly Claim[]>;
  close(): Promise<void>;
};

export type ExtractionLimits = {
  /** For any text. */
  readonly milliseconds: number;
  /** Beyond that for each million UTF-16 code units of text. */
  readonly millisecondsAMillion: number;
  readonly memoryMegabytes: number;
};

/**
 * Ordinary text takes some 7 s a million code units on a slow core; this is far above, so that a busy machine sets nothing
 * aside that an idle one reads.
 */
export const EXTRACTION_LIMITS: ExtractionLimits = Object.freeze({
  milliseconds: 60_000,
  millisecondsAMillion: 120_000,
  memoryMegabytes: 800,
});

/** Opens an extractor that no text can stop. A text a core at a time; further calls wait their turn. */
export function openExtractor(limits: ExtractionLimits = EXTRACTION_LIMITS): ClaimExtractor {
  const threads = openThreadPool<ExtractionRequest, ExtractionReply>('claims', limits);
  return {
    extract: async (request) => {
      const work = limitsOf(request.layer.text.length, limits);
      const outcome = await threads.ask(request, work);
      if ('answer' in outcome && 'claims' in outcome.answer) return deepFreeze(outcome.answer.claims);
      throw new ClaimsError('set-aside', why(outcome, work), { cause: 'cause' in outcome ? outcome.cause : undefined });
    },
    close: () => threads.close(),
  };
}

function limitsOf(
  length: number,
  { milliseconds, millisecondsAMillion, memoryMegabytes }: ExtractionLimits,
): WorkLimits {
  return { milliseconds: Math.round(milliseconds + (length / 1_000_000) * millisecondsAMillion), memoryMegabytes };
}

function why(outcome: WorkOutcome<ExtractionReply>, { milliseconds, memoryMegabytes }: WorkLimits): string {
  if (!('failure' in outcome)) return 'reading its claims failed';
  switch (outcome.failure) {
    case 'too-slow':
      return `reading its claims takes longer than ${Math.max(1, Math.round(milliseconds / 1000))} s`;
    case 'out-of-memory':
      return `reading its claims takes more than ${memoryMegabytes} MiB of memory`;
    case 'ended':
      return 'reading its claims failed';
  }
}
