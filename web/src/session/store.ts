import { useSyncExternalStore } from 'react';

/** A value that outlives components and tells them when it changes. */
export type StateStore<State> = {
  readonly get: () => State;
  /** Puts the next state in the place of the last; what is equal by identity is told to nobody. */
  readonly set: (next: State) => void;
  /** Returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
};

export function createStore<State>(initial: State): StateStore<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next) => {
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Part of a store's state, followed by a component. `select` must give the same value for the same state. */
export function useStore<State, Selected>(store: StateStore<State>, select: (state: State) => Selected): Selected {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
