import { SCHEME_WORDS } from '../../../subjects/model/mention.ts';
import type { Subject } from '../../../subjects/model/subject.ts';

/** What a subject is called on a line: its most frequent name, else its first number. */
export function nameOf({ names, leaves }: Subject): string {
  const [number] = leaves.flatMap(({ identifiers }) => identifiers);
  return names[0] ?? (number === undefined ? '' : `${SCHEME_WORDS[number.scheme]} ${number.value}`);
}
