import type { Store } from '../../../store/store.ts';
import type { Derivation, ReadLog, Snapshot } from '../../derivation/derivation.ts';

/**
 * What the page of a single item is made from: the tables, the log, and texts of single documents. An archive has more texts than
 * anybody waits for, so none is read but those that the page shows.
 */
export type DetailReading = {
  readonly details: Store['details'];
  readonly log: ReadLog;
  readonly document: Derivation['document'];
  /** The record with all its texts, where these are held already or are no more than `most`; else null. */
  whole(most: number): Promise<Snapshot | null>;
};
