import { translateArabic } from '../script/arabic-organisation.ts';
import { translateChinese } from '../script/chinese-organisation.ts';
import { translateKorean } from '../script/korean-organisation.ts';
import type { ScreenedKind } from '../words/name-kind.ts';
import { analyseName, type Name } from './name.ts';

/**
 * Names of organisations in Hangul, Han characters, romanised Korean or Arabic script, with the common tokens in English:
 * further forms to compare. Han characters may be Korean or Chinese, and are read as both.
 */
export function translatedNames(name: string, kind: ScreenedKind): Name[] {
  if (kind === 'person' || kind === 'craft') return [];
  const forms = new Set<string>();
  for (const form of [translateKorean(name) ?? translateArabic(name), translateChinese(name)])
    if (form !== null) forms.add(form);
  return [...forms].map((form) => analyseName(form, kind)).filter((form) => form.tokens.length > 0);
}
