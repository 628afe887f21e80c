import { describeError } from '../../core/errors.ts';
import type { EntitiesError, ListFault } from '../../entities/errors.ts';
import type { ListVersion } from '../../entities/keep-lists.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';

/** Lists that were read and indexed, with the entries that were skipped and the number of files that were refused. */
export type IndexedLists = {
  readonly index: ScreeningIndex;
  readonly versions: readonly ListVersion[];
  readonly faults: readonly ListFault[];
  readonly refused: number;
};

const FAULTS_LISTED = 20;

/** Names the first entries that were skipped, each with its place. */
export function tellFaults(faults: readonly ListFault[], progress: Progress): void {
  for (const { place, message } of faults.slice(0, FAULTS_LISTED)) progress.note(`skipped: ${place}: ${message}`);
  if (faults.length > FAULTS_LISTED) progress.note(`skipped: ${faults.length - FAULTS_LISTED} more entries`);
}

type Read = Pick<IndexedLists, 'versions' | 'faults'> & { readonly refused: readonly EntitiesError[] };

/** Says what was refused and skipped of lists that were read. @throws AppError `unreadable` when nothing is left */
export function tellReading({ versions, faults, refused }: Read, entityCount: number, progress: Progress): void {
  for (const error of refused) progress.note(`refused: ${describeError(error)}`);
  tellFaults(faults, progress);
  if (versions.length === 0 || entityCount === 0) {
    throw new AppError(
      'unreadable',
      'none of these files is a list with entries; give official list files with --list',
    );
  }
}
