/** Scripts that are distinguished; every other one is romanised letter by letter. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'hangul' | 'han' | 'other' | 'digit';

/** The script of a character, by its code point. */
export function scriptOfCode(code: number): Script {
  if (code < 0x30) return 'other';
  if (code <= 0x39) return 'digit';
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return 'latin';
  if (code >= 0x400 && code < 0x530) return 'cyrillic';
  if ((code >= 0x600 && code < 0x780) || (code >= 0x8a0 && code < 0x900) || (code >= 0xfb50 && code < 0xfe00))
    return 'arabic';
  if ((code >= 0xac00 && code < 0xd7b0) || (code >= 0x1100 && code < 0x1200) || (code >= 0x3130 && code < 0x3190))
    return 'hangul';
  if (
    (code >= 0x4e00 && code < 0xa000) ||
    (code >= 0x3400 && code < 0x4dc0) ||
    (code >= 0xf900 && code < 0xfb00) ||
    code >= 0x20000
  )
    return 'han';
  return 'other';
}

const LATIN = /^[A-Za-z]+$/;

/** The script of most letters of a word. */
export function scriptOf(word: string): Script {
  if (LATIN.test(word)) return 'latin';
  const counts = new Map<Script, number>();
  let best: Script = 'other';
  for (const char of word) {
    const script = scriptOfCode(char.codePointAt(0) ?? 0);
    const count = (counts.get(script) ?? 0) + (script === 'digit' ? 0.5 : 1);
    counts.set(script, count);
    if (count > (counts.get(best) ?? 0)) best = script;
  }
  return best;
}

/** The script of a text that is wholly of one kind: names in such scripts are compared in ways of their own. */
export type NameScript = 'han' | 'hangul' | 'korean-mixed' | 'arabic' | 'any';

const HAN = /^[\p{Script=Han}\s]+$/u;
const HANGUL = /^[\p{Script=Hangul}\s]+$/u;
const KOREAN = /^[\p{Script=Hangul}\p{Script=Han}\s]+$/u;
const ARABIC = /^[\p{Script=Arabic}\s]+$/u;

export function nameScriptOf(text: string): NameScript {
  // Nothing below Arabic letters but white space begins such a text.
  if (text.trimStart().charCodeAt(0) < 0x600) return 'any';
  if (HAN.test(text)) return 'han';
  if (HANGUL.test(text)) return 'hangul';
  if (KOREAN.test(text)) return 'korean-mixed';
  return ARABIC.test(text) ? 'arabic' : 'any';
}
