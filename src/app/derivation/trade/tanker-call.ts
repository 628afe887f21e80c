import type { Decimal } from '../../../core/decimal.ts';

/** The id of the source that calls in tracks are. */
export const CALLS_IN_TRACKS = 'tracks:calls';

/** Why a call is not counted. */
export const CALL_EXCLUSIONS = [
  'not-judged',
  'judged-innocent',
  'judged-unsure',
  'only-possible',
  'other-port',
  'same-call',
  'no-tanker',
  'type-not-known',
  'no-deadweight',
  'deadweight-unreadable',
  'deadweights-differ',
] as const;
export type CallExclusion = (typeof CALL_EXCLUSIONS)[number];

/** A call at a port of the State under measures, as tracks show it, and what the ship would have carried. */
export type TankerCall = {
  readonly event: string;
  readonly ship: string;
  readonly name: string | null;
  readonly imo: string | null;
  readonly port: string;
  /** First and last day of the stay. */
  readonly from: string;
  readonly to: string;
  /** Of the table that ledgers read the calls from; null for a call that does not count. */
  readonly row: number | null;
  readonly deadweight: Decimal | null;
  readonly load: { readonly low: Decimal; readonly high: Decimal } | null;
  readonly excluded: CallExclusion | null;
  /** The tracks that show it, and the tables that speak of the ship. */
  readonly documents: readonly string[];
  /** All of it in a sentence. */
  readonly says: string;
};
