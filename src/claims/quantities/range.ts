import { compareDecimals, type Decimal, multiplyDecimals } from '../../core/decimal.ts';
import { isCurrencySign } from '../lexicon/currency.ts';
import type { Qualifier } from '../model/quantity.ts';
import type { Mention } from '../names/mention.ts';
import { type NumberPhrase, readNumber, SCALES } from '../tokens/number.ts';
import type { Word } from '../tokens/word.ts';
import type { Bounds } from './hedge.ts';
import { currencyOf } from './money.ts';

/** Two numbers that bound one figure; `upper` is the second number phrase. */
export type NumberRange = { readonly low: Decimal; readonly high: Decimal; readonly upper: NumberPhrase };

/**
 * The range that a number opens: "10 to 15", "between 3 and 4 million", "$630 million to $1 billion", "two or three".
 * A scale after the second number alone holds for both. "500 or 600 thousand" is an alternative, not a range.
 */
export function readRange(
  words: readonly Word[],
  first: NumberPhrase,
  mentions: readonly Mention[],
): NumberRange | undefined {
  if (first.value === null || first.fraction) return undefined;
  const own = currencyOf(words, first, mentions);
  let link = Math.max(first.to, own?.to ?? 0);
  const percent = /^(%|percent)$/.test(words[link]?.lower ?? '');
  if (percent) link++;
  const lower = words[link]?.lower ?? '';
  const opener = words[(own === undefined ? first.from : Math.min(own.from, first.from)) - 1]?.lower ?? '';
  const bracketed = opener === 'between' || opener === 'from';
  if (opener === 'from' && isChange(words, first.from)) return undefined;
  if (!/^(to|-|–|—)$/.test(lower) && !(lower === 'and' && opener === 'between') && lower !== 'or') return undefined;
  let at = link + 1;
  while (
    at < link + 4 &&
    (isCurrencySign(words[at]?.text ?? '') ||
      /^(up|as|many|about|around|some|nearly|possibly|even|over|more|than)$/.test(words[at]?.lower ?? ''))
  )
    at++;
  const second = readNumber(words, at);
  if (second === undefined || second.value === null || second.fraction) return undefined;
  if (lower === 'or' && !isSmallPair(words, first, second, link) && !isRoundPair(first, second, at - link))
    return undefined;
  // "rose 3 percent to $81": a share and a price.
  if (percent && !/^(%|percent|per)$/.test(words[second.to]?.lower ?? '')) return undefined;
  const scale = hasScale(words, first) ? undefined : scaleOf(words, second);
  const low =
    scale !== undefined && compareDecimals(first.value, second.value) < 0 && compareDecimals(first.value, '1000') < 0
      ? multiplyDecimals(first.value, scale)
      : first.value;
  // "moved from 40 to 30": not a range but a change; without "from" or "between" the second must be the larger.
  if (compareDecimals(second.value, low) <= 0 && !(bracketed && lower === 'and')) return undefined;
  return { low, high: second.value, upper: second };
}

/** "rose from 10 to 15", "fell from 30,023 to 11,490": two figures, one before and one after. */
function isChange(words: readonly Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 8), at)
    .some((word) =>
      /^(rose|rise|rises|risen|rising|increased?|increases|increasing|grew|grown|grow|jump(ed)?|climb(ed)?|fell|fall|fallen|falling|dropped|drop|declined?|decreas(ed|e|ing)|down|up|shrank|shrunk|cut|raised|lowered|reduced)$/.test(
        word.lower,
      ),
    );
}

function isSmallPair(words: readonly Word[], first: NumberPhrase, second: NumberPhrase, link: number): boolean {
  return (
    first.inWords === true &&
    second.inWords === true &&
    first.to === first.from + 1 &&
    link === first.to &&
    words[second.from - 1]?.lower === 'or'
  );
}

/** "40 or 50 shipments": two round figures between which the true one lies. */
function isRoundPair(first: NumberPhrase, second: NumberPhrase, far: number): boolean {
  const isTens = ({ value }: NumberPhrase) => /^[1-9]0$/.test(value ?? '');
  return far === 1 && isTens(first) && isTens(second) && Number(second.value) - Number(first.value) === 10;
}

function hasScale(words: readonly Word[], number: NumberPhrase): boolean {
  return scaleOf(words, number) !== undefined;
}

function scaleOf(words: readonly Word[], number: NumberPhrase): Decimal | undefined {
  const last = words[number.to - 1]!;
  const glued = /\d(m|bn|mn|mln|k)$/i.exec(last.text)?.[1];
  if (glued !== undefined) return SCALES[glued.toLowerCase()];
  return last.lower === 'score' || number.to - number.from < 2 ? undefined : SCALES[last.lower];
}

/** Bounds of a range; "up to 10 to 15" keeps its upper bound only. */
export function rangeBounds(qualifier: Qualifier, low: Decimal, high: Decimal): Bounds {
  if (compareDecimals(low, high) > 0) return { qualifier: 'between', low: high, high: low };
  if (qualifier === 'up-to' || qualifier === 'at-most') return { qualifier, low: null, high };
  return { qualifier: 'between', low, high };
}
