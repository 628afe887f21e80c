import { currencyNames, isCurrencyCode, isCurrencySign } from '../lexicon/currency.ts';
import type { Mention } from '../names/mention.ts';
import type { NumberPhrase } from '../tokens/number.ts';
import type { Word } from '../tokens/word.ts';

/** A currency beside a figure: its ISO 4217 code and the words that the amount takes, `to` exclusive. */
export type Currency = { readonly code: string; readonly from: number; readonly to: number };

/** The currency of a number: the sign before it ("$2.8 billion", "US$ 5m") or the word after it ("1.5 trillion won"). */
export function currencyOf(
  words: readonly Word[],
  number: NumberPhrase,
  mentions: readonly Mention[],
): Currency | undefined {
  const codes = currencyNames();
  const sign = words[number.from - 1];
  if (sign !== undefined && isCurrencySign(sign.text)) {
    const before = words[number.from - 2];
    const joined = before !== undefined && before.end === sign.start ? `${before.lower}${sign.lower}` : '';
    const code = codes.get(joined) ?? codes.get(sign.lower)!;
    let to = number.to;
    if (/^(dollars?|worth)$/.test(words[to]?.lower ?? '') && words[to]?.lower !== 'worth') to++;
    return { code, from: codes.has(joined) ? number.from - 2 : number.from - 1, to };
  }
  let at = number.vague === true && words[number.to]?.lower === 'of' ? number.to + 1 : number.to;
  const qualifier = mentions.find((mention) => mention.from === at && mention.kind !== 'place');
  if (qualifier !== undefined) at = qualifier.to;
  const word = words[at];
  if (word === undefined) return undefined;
  const two = `${word.lower} ${words[at + 1]?.lower ?? ''}`;
  if (codes.has(two)) return { code: codes.get(two)!, from: number.from, to: at + 2 };
  if (word.lower === 'won' && qualifier?.country === 'KP') return { code: 'KPW', from: number.from, to: at + 1 };
  // "try" and "won" are verbs too: only the plural or the tagger's noun counts as money.
  if (
    (word.lower === 'try' || word.lower === 'won' || word.lower === 'yen') &&
    word.pos === 'VERB' &&
    word.lower !== 'won'
  )
    return undefined;
  const code = codes.get(word.lower);
  // "two all", "three pen": only in capitals a code is one.
  const isWord = code !== undefined && (word.lower !== code.toLowerCase() || isCurrencyCode(word.text));
  if (!isWord || word.text.length < 3) return pounds(words, at, number, qualifier);
  return { code: byCountry(code, word.lower, qualifier), from: number.from, to: at + 1 };
}

/** "pounds" are money only with a country or sterling beside them; else they may be a weight. */
function pounds(
  words: readonly Word[],
  at: number,
  number: NumberPhrase,
  qualifier: Mention | undefined,
): Currency | undefined {
  if (!/^pounds?$/.test(words[at]?.lower ?? '')) return undefined;
  if (qualifier?.country === 'GB' || words[at + 1]?.lower === 'sterling')
    return { code: 'GBP', from: number.from, to: at + (words[at + 1]?.lower === 'sterling' ? 2 : 1) };
  return undefined;
}

const DOLLARS: Readonly<Record<string, string>> = { CA: 'CAD', AU: 'AUD', HK: 'HKD', SG: 'SGD', NZ: 'NZD', TW: 'TWD' };

function byCountry(code: string, word: string, qualifier: Mention | undefined): string {
  if (qualifier === undefined) return code;
  if (word.startsWith('dollar')) return DOLLARS[qualifier.country] ?? code;
  return code;
}
