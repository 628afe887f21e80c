import type { Span } from '../../documents/text/text-layer.ts';
import type { ShortForm } from '../model/mention.ts';

/** A short form in the text, with the name that it is introduced for. */
export type IntroducedForm = ShortForm & { readonly place: Span };

const INTRODUCED =
  /^,?\s*[([]\s*(?:hereafter|hereinafter|henceforth|or|also|the|referred to as|known as|abbreviated)?[\s:,]*["“'‘«]?([\p{Lu}][\p{L}-]{1,9})["”'’»]?\s*[)\]]/u;

/** Most initials of a name that a short form may leave out: "of", a legal form, a second word. */
const MOST_LEFT_OUT = 2;

/** Short forms in brackets right after a name, whose letters are its initials in order. */
export function introducedForms(text: string, names: readonly Span[]): readonly IntroducedForm[] {
  return names.flatMap(({ start, end }) => {
    const match = INTRODUCED.exec(text.slice(end, end + 60));
    const short = match?.[1];
    if (match === null || short === undefined) return [];
    const long = text.slice(start, end);
    if (!spells(short, long)) return [];
    const at = end + match[0].lastIndexOf(short);
    return [{ short, long, place: { start: at, end: at + short.length } }];
  });
}

/** Whether the capitals of a short form stand in the initials of a name, in order and with few left over. */
export function spells(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{Lu}]/gu, '');
  const initials = initialsOf(long);
  if (letters.length < 2 || letters[0] !== initials[0]) return false;
  let at = 0;
  for (const letter of letters) {
    const next = initials.indexOf(letter, at);
    if (next < 0) return false;
    at = next + 1;
  }
  return initials.length - letters.length <= MOST_LEFT_OUT;
}

/** Whether a short form is all initials of a name and no others. */
export function spellsAll(short: string, name: string): boolean {
  return initialsOf(name) === short;
}

/** First letters of the capitalised words. */
export function initialsOf(name: string): string {
  return [...name.matchAll(/(?<![\p{L}])\p{Lu}/gu)].map(([letter]) => letter).join('');
}
