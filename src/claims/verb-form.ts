import type { Word } from './token.ts';
import { knownVerbs } from './vocabulary.ts';

/** The verb of which a past form in -ed is made, when we know it. */
export function verbOfPast(form: string): string | undefined {
  const stem = form.slice(0, -2);
  return knownVerbs().find(
    (verb) => verb === stem || verb === `${stem}e` || (verb.endsWith('y') && `${verb.slice(0, -1)}i` === stem),
  );
}

export function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** The verb of which a form in -s is made. */
export function baseOf(form: string): string {
  return knownVerbs().find((verb) => thirdPerson(verb) === form) ?? form;
}

/** Verbs of which the plain form ends like a plural. */
const PLAIN_IN_S = /(ss|ocus|bias|gas|canvas|bus)$/;

/** "to Shanghai", "to rebels": a name or a plural behind "to" is no infinitive, whatever the tagger says. */
export function nounBehindTo(text: string): 'PROPN' | 'NOUN' | undefined {
  if (/^\p{Lu}\p{Ll}/u.test(text)) return 'PROPN';
  return /^\p{Ll}+s$/u.test(text) && !PLAIN_IN_S.test(text) ? 'NOUN' : undefined;
}

/** "Peru sold 5 planes", "neither sold arms": what stands around the form when somebody sells, and nothing is said to be sold. */
export function isSale(before: Word | undefined, after: Word | undefined): boolean {
  const name = before?.pos === 'PROPN' && /^(NUM|DET)$/.test(after?.pos ?? '');
  return name || (/^(neither|nor|never)$/.test(before?.lower ?? '') && /^(NUM|DET|NOUN)$/.test(after?.pos ?? ''));
}
