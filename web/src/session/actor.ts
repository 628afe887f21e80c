import { createStore, useStore } from './store.ts';

/** Who acts in this browser, and whether the person is being asked. */
type Actor = { readonly name: string | null; readonly asking: boolean };

const KEY = 'standing-panel.actor';
const actor = createStore<Actor>({ name: localStorage.getItem(KEY), asking: false });
let waiting: ((name: string | null) => void) | null = null;

export function useActor(): Actor {
  return useStore(actor, (state) => state);
}

/** The name that every act carries, asked for when none is known yet; null when the person closes the question. */
export function ensureActor(): Promise<string | null> {
  const { name } = actor.get();
  return name === null ? askActor() : Promise.resolve(name);
}

/** Asks who acts, also when a name is known: to act under another. Whoever waited for an earlier answer gets none. */
export function askActor(): Promise<string | null> {
  waiting?.(null);
  actor.set({ ...actor.get(), asking: true });
  return new Promise((resolve) => {
    waiting = resolve;
  });
}

/** Ends the question. A name is kept in this browser; null leaves things as they were. */
export function answerActor(given: string | null): void {
  if (given !== null) localStorage.setItem(KEY, given);
  actor.set({ name: given ?? actor.get().name, asking: false });
  waiting?.(given);
  waiting = null;
}
