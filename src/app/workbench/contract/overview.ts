import type { StatementCheck } from '../../../findings/statements/statement-check.ts';
import type { DocumentSummary } from './document.ts';

export type Overview = {
  readonly workspace: { readonly name: string; readonly title: string | null; readonly origin: string };
  readonly asOf: string;
  readonly regimes: readonly {
    readonly id: string;
    readonly name: string;
    readonly inForce: number;
    readonly committee: string | null;
    /** Bodies with a mandate to watch today, and outside bodies. */
    readonly watchedBy: readonly {
      readonly body: string;
      readonly since: string;
      readonly to: string | null;
      readonly outsideUn: boolean;
    }[];
    /** The last expert mandate and how long it has been over; null while one is held. */
    readonly lapsed: {
      readonly body: string;
      readonly instrument: string;
      readonly ended: string;
      readonly days: number;
      readonly endedBy: string | null;
    } | null;
  }[];
  readonly counts: {
    readonly documents: number;
    readonly claims: number;
    readonly toReview: number;
    readonly incidents: number;
    /** What a person made or accepted; `proposed` is what the program alone proposes. */
    readonly findings: number;
    readonly proposed: number;
    readonly contested: number;
    readonly refused: number;
    /** Documents of which no claim is read at all, or not from all of them. */
    readonly unread: number;
    readonly lists: number;
    readonly acts: number;
  };
  /** Newest first, at most ten. */
  readonly cameIn: readonly DocumentSummary[];
  /** At most a hundred; `counts.contested` counts all. */
  readonly contested: readonly ContestedPoint[];
  readonly checks: readonly (StatementCheck & { readonly claimant: string; readonly quote: string })[];
  readonly awaitedReplies: readonly AwaitedReply[];
};

export type ContestedPoint = {
  readonly kind: 'figures' | 'finding' | 'incident';
  readonly id: string;
  readonly title: string;
  readonly reason: string;
};

export type AwaitedReply = {
  readonly finding: string;
  readonly title: string;
  readonly party: string;
  readonly deadline: string | null;
  readonly overdue: boolean;
};
