import type { ChangedEvent, Job } from '../contract/job.ts';

export type WorkbenchEvent =
  | { readonly name: 'changed'; readonly data: ChangedEvent }
  | { readonly name: 'job'; readonly data: Job };

/** Tells everybody who listens that acts were logged or that a job moved on. */
export type EventHub = {
  tell(event: WorkbenchEvent): void;
  /** Returns how to stop listening. */
  listen(listener: (event: WorkbenchEvent) => void): () => void;
};

export function openEventHub(): EventHub {
  const listeners = new Set<(event: WorkbenchEvent) => void>();
  return {
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
