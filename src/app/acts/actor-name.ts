import type { Act } from '../../record/log/act.ts';

/** How an actor is written for people: the person's name, or the program with its version. */
export function actorName(by: Act['by']): string {
  return 'person' in by ? by.person : `${by.program} ${by.version}`;
}
