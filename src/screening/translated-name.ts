import { translateArabic } from './arabic-organisation.ts';
import { translateKorean } from './korean-organisation.ts';
import { analyseName, type Name } from './name.ts';
import type { NameKind } from './name-kind.ts';

/** Names of organisations in Hangul, Hanja, romanised Korean or Arabic script, with the usual words in English: a second form to compare. */
export function translatedName(name: string, kind: NameKind): Name | null {
  if (kind === 'person' || kind === 'craft') return null;
  const english = translateKorean(name) ?? translateArabic(name);
  return english === null ? null : analyseName(english, kind);
}
