import type { ListFault } from '../entities/errors.ts';
import type { Progress } from './progress.ts';

const FAULTS_TOLD = 20;

/** Names the first entries that were skipped, each with its place. */
export function tellFaults(faults: readonly ListFault[], progress: Progress): void {
  for (const { place, message } of faults.slice(0, FAULTS_TOLD)) progress.note(`skipped: ${place}: ${message}`);
  if (faults.length > FAULTS_TOLD) progress.note(`skipped: ${faults.length - FAULTS_TOLD} more entries`);
}
