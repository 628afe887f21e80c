import type { IntakeWatch } from '../acts/acquire-members.ts';
import type { Progress } from '../progress.ts';

/** Tells the progress of a file that takes long by itself, and what was left in a container; ends where the work is cancelled. */
export function intakeWatch(progress: Progress): IntakeWatch {
  return {
    onNote: (text) => progress.note(text),
    working: (name, done, total) =>
      progress.detail?.(`${name}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`),
    signal: progress.signal,
  };
}
