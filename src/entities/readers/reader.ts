import type { Entity } from '../entity.ts';
import type { ListOrigin } from '../entity-builder.ts';
import type { ListFault } from '../errors.ts';

/** What a reader is given: the text in pieces, and what is known of the file. */
export type ReaderInput = { readonly origin: ListOrigin; readonly chunks: () => Iterable<string> };

/** Where a reader puts what it finds. */
export type ReaderOutput = {
  /** Takes an entity as soon as all of it was read. */
  found(entity: Entity): void;
  fault(place: string, message: string): void;
};

export type ListReader = (input: ReaderInput, output: ReaderOutput) => void;

/** Reads a list that comes in several files, by the part that each plays; any may be missing. */
export type PartsReader = (parts: Readonly<Partial<Record<string, ReaderInput>>>, output: ReaderOutput) => void;

/** Faults kept for one file; beyond that only their number goes on growing, so that a garbage file cannot fill the memory. */
export const MAX_FAULTS = 1000;

export function collectFaults(file: string, faults: ListFault[]): (place: string, message: string) => void {
  let count = 0;
  return (place, message) => {
    count++;
    if (count < MAX_FAULTS) faults.push({ file, place, message });
    else if (count === MAX_FAULTS) faults.push({ file, place, message: 'further faults of this file are not listed' });
  };
}
