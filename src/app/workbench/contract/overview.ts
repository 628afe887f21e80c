import { z } from 'zod';
import { get } from './endpoint.ts';
import { statementCheck } from './finding-shape.ts';
import { documentSummary } from './record/document.ts';
import { list, maybeText, text } from './shape.ts';

const contestedPoint = z.object({
  kind: z.enum(['figures', 'finding', 'incident']),
  id: text,
  title: text,
  reason: text,
});
export type ContestedPoint = z.infer<typeof contestedPoint>;

const awaitedReply = z.object({
  finding: text,
  title: text,
  party: text,
  deadline: maybeText,
  overdue: z.boolean(),
});
export type AwaitedReply = z.infer<typeof awaitedReply>;

const overview = z.object({
  workspace: z.object({ name: text, title: maybeText, origin: text }),
  asOf: text,
  regimes: list(
    z.object({
      id: text,
      name: text,
      inForce: z.int(),
      committee: maybeText,
      /** Bodies with a mandate to watch today, and outside bodies. */
      watchedBy: list(z.object({ body: text, since: text, to: maybeText, outsideUn: z.boolean() })),
      /** The last expert mandate and how long it has been over; null while one is held. */
      lapsed: z.object({ body: text, instrument: text, ended: text, days: z.int(), endedBy: maybeText }).nullable(),
    }),
  ),
  counts: z.object({
    documents: z.int(),
    claims: z.int(),
    toReview: z.int(),
    incidents: z.int(),
    /** What a person made or accepted; `proposed` is what the program alone proposes. */
    findings: z.int(),
    proposed: z.int(),
    contested: z.int(),
    refused: z.int(),
    /** Documents of which no claim is read at all, or not from all of them. */
    unread: z.int(),
    lists: z.int(),
    acts: z.int(),
  }),
  /** Newest first, at most ten. */
  cameIn: list(documentSummary),
  /** At most a hundred; `counts.contested` counts all. */
  contested: list(contestedPoint),
  checks: list(statementCheck.extend({ claimant: text, quote: text })),
  awaitedReplies: list(awaitedReply),
});
export type Overview = z.infer<typeof overview>;

export const overviewEndpoints = {
  overview: get('/overview', {
    tag: 'Overview',
    summary: 'What is watched and by whom today, what came in, what is contested, what waits',
    answer: overview,
  }),
};
