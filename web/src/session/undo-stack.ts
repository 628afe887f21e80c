import type { ActLine } from '../../../src/app/workbench/contract/record/act.ts';
import { createStore, useStore } from './store.ts';

/** Acts that one gesture made, with words for taking them back. */
export type Made = { readonly acts: readonly ActLine[]; readonly words: string };

/** What was done in this window, the last on top. Taking back is itself an act; the stack only knows what `u` speaks of. */
const made = createStore<readonly Made[]>([]);

export function pushMade(acts: readonly ActLine[], words: string): void {
  if (acts.length > 0) made.set([...made.get(), { acts, words }]);
}

/** Forgets an entry that was taken back, from here or from the history of a claim. */
export function dropMade(act: string): void {
  made.set(made.get().filter(({ acts }) => !acts.some(({ id }) => id === act)));
}

export function useLastMade(): Made | null {
  return useStore(made, (stack) => stack.at(-1) ?? null);
}
