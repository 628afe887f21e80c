import { useSyncExternalStore } from 'react';
import type { ActLine } from '../../../src/app/workbench/contract/act.ts';

/** Acts that one gesture made, with words for taking them back. */
export type Made = { readonly acts: readonly ActLine[]; readonly words: string };

/** What was done in this window, the last on top. Taking back is itself an act; the stack only knows what `u` speaks of. */
let made: readonly Made[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Made[]): void {
  made = next;
  for (const listener of listeners) listener();
}

export function pushMade(acts: readonly ActLine[], words: string): void {
  if (acts.length > 0) set([...made, { acts, words }]);
}

/** Forgets an entry that was taken back, from here or from the history of a claim. */
export function dropMade(act: string): void {
  set(made.filter(({ acts }) => !acts.some(({ id }) => id === act)));
}

export function useLastMade(): Made | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => made.at(-1) ?? null,
  );
}
