import { addDecimals, type Decimal, divideDecimals, multiplyDecimals, toDecimal } from '../../core/decimal.ts';
import { isNumeral } from './hyphen.ts';
import type { Word } from './word.ts';

/** A number in the text: its value and the words it takes, `to` exclusive. `vague` for "hundreds", "dozens" without a value. */
export type NumberPhrase = {
  readonly value: Decimal | null;
  readonly from: number;
  readonly to: number;
  /** "hundreds of", "dozens of", "scores of". */
  readonly vague?: boolean;
  /** A part of something: "a third of", "half of", "one in five". The value is then in percent. */
  readonly fraction?: boolean;
  /** Written in letters. */
  readonly inWords?: boolean;
};

/** Number words below twenty; phrases of time count with them too ("three days ago"). */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
export const SCALES: Readonly<Record<string, string>> = {
  hundred: '100',
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
  trillion: '1000000000000',
  lakh: '100000',
  crore: '10000000',
  dozen: '12',
  dozens: '12',
  score: '20',
  m: '1000000',
  mn: '1000000',
  mln: '1000000',
  bn: '1000000000',
  b: '1000000000',
  k: '1000',
};
const VAGUE = new Set(['hundreds', 'thousands', 'millions', 'billions', 'dozens', 'scores', 'trillions', 'tens']);
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  eighth: 8,
  eighths: 8,
  tenth: 10,
  tenths: 10,
  ninth: 9,
};

/** The number that begins at a word, or undefined. Ordinals are no numbers. */
export function readNumber(words: readonly Word[], at: number): NumberPhrase | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const number =
    readFraction(words, at) ??
    readHyphened(words, at) ??
    readVague(words, at) ??
    readNumeral(words, at) ??
    readWords(words, at);
  return number?.inWords === true && isRepeated(words, number) ? { ...number, to: number.to + 3 } : number;
}

/** "twenty-nine (29)": papers of courts give a number in words and once more in digits. */
function isRepeated(words: readonly Word[], { value, to }: NumberPhrase): boolean {
  return words[to]?.text === '(' && words[to + 2]?.text === ')' && numeralValue(words[to + 1]!.text) === value;
}

/** "three-thousand", "27-hundred": Korean newsrooms join a scale by a hyphen. */
function readHyphened(words: readonly Word[], at: number): NumberPhrase | undefined {
  const article = /^(a|an)$/.test(words[at]!.lower) && /^hundred-thousand$/.test(words[at + 1]?.lower ?? '') ? 1 : 0;
  if (/^hundred-thousand$/.test(words[at + article]?.lower ?? ''))
    return { value: '100000', from: at, to: at + article + 1, inWords: true };
  const match = /^(\d{1,3}|[a-z]+)-(hundred|thousand|million|billion)$/.exec(words[at]!.lower);
  if (match === null) return undefined;
  const value = /^\d/.test(match[1]!) ? Number(match[1]) : (NUMBER_WORDS[match[1]!] ?? TENS[match[1]!]);
  if (value === undefined) return undefined;
  return withScales(words, {
    value: multiplyDecimals(String(value), SCALES[match[2]!]!),
    from: at,
    to: at + 1,
    inWords: true,
  });
}

/** A numeral of the text in digits as a decimal: separators of thousands removed. Undefined for "1.2.3" or "12,34". */
export function numeralValue(text: string): Decimal | undefined {
  // "9,04,000": South Asian groups, of two digits above the thousands.
  if (/^\d{1,2}(,\d\d)+,\d{3}(\.\d+)?$/.test(text) || /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return toDecimal(text.replaceAll(',', ''));
  if (/^\d+(\.\d+)?$/.test(text) && text.length < 40) return toDecimal(text);
  if (/^\d{1,3}(\u202f\d{3})+$/.test(text)) return toDecimal(text.replaceAll('\u202f', ''));
  return undefined;
}

function readNumeral(words: readonly Word[], at: number): NumberPhrase | undefined {
  const text = words[at]!.text;
  const glued = /^(\d[\d,.]*)(k|m|mn|bn|mln)$/i.exec(text);
  if (glued) {
    const value = numeralValue(glued[1]!);
    // "5m" may be metres: only with a capital or a longer sign, or after money, which the caller checks.
    return value === undefined
      ? undefined
      : { value: multiplyDecimals(value, SCALES[glued[2]!.toLowerCase()]!), from: at, to: at + 1 };
  }
  // "+4.4%", "by -6.0%": a change with its sign; only before a sign of percent, since a dash may stand before any number.
  const signed = /^([+−-])(\d[\d.,]*)$/.exec(text);
  if (signed !== null && /^(%|percent|per|pct)$/.test(words[at + 1]?.lower ?? '')) {
    const change = numeralValue(signed[2]!);
    if (change === undefined) return undefined;
    return { value: signed[1] === '+' ? change : multiplyDecimals(change, '-1'), from: at, to: at + 1 };
  }
  if (!isNumeral(text)) return undefined;
  let value = numeralValue(text.replace(/[.,]$/, ''));
  if (value === undefined) return undefined;
  let to = at + 1;
  // "400 870 018": groups of three digits parted by blanks.
  while (
    /^\d{1,3}$/.test(words[at]!.text) &&
    to < words.length &&
    /^\d{3}$/.test(words[to]!.text) &&
    words[to]!.start === words[to - 1]!.end + 1
  ) {
    value = toDecimal(`${value}${words[to]!.text}`);
    to++;
  }
  return withScales(words, { value, from: at, to });
}

function withScales(
  words: readonly Word[],
  number: { value: Decimal; from: number; to: number; inWords?: boolean },
): NumberPhrase {
  let { value, to } = number;
  while (to < words.length) {
    const scale = SCALES[words[to]!.lower];
    if (scale === undefined || (/^(m|b|k)$/.test(words[to]!.lower) && words[to]!.start !== words[to - 1]!.end)) break;
    if (words[to]!.lower === 'score') break;
    value = multiplyDecimals(value, scale);
    to++;
  }
  return { ...number, value, to };
}

function readWords(words: readonly Word[], at: number): NumberPhrase | undefined {
  let total = '0';
  let current = '0';
  let to = at;
  let seen = false;
  if (/^(a|an)$/.test(words[at]!.lower)) {
    const next = words[at + 1]?.lower ?? '';
    // "a single missile", "a lone gunman": one, said with stress.
    if (/^(single|lone)$/.test(next) && /^(NOUN|ADJ|PROPN)$/.test(words[at + 2]?.pos ?? ''))
      return { value: '1', from: at, to: at + 2, inWords: true };
    if (!/^(hundred|thousand|million|billion|dozen)$/.test(next)) return undefined;
    current = SCALES[next]!;
    if (next !== 'hundred' && next !== 'dozen') {
      total = current;
      current = '0';
    }
    to = at + 2;
    seen = true;
  }
  for (; to < words.length; to++) {
    const lower = words[to]!.lower;
    const value = wordValue(lower);
    if (value !== undefined) {
      // "one three" is no number; "sixty one" and "hundred five" are.
      if (seen && !endsInRoundPart(current, value)) break;
      current = addDecimals(current, String(value));
      seen = true;
    } else if (seen && lower === 'hundred') current = multiplyDecimals(current === '0' ? '1' : current, '100');
    else if (seen && SCALES[lower] !== undefined && lower.length > 3 && lower !== 'score') {
      const scaled = multiplyDecimals(current, SCALES[lower]!);
      if (/^dozens?$/.test(lower)) current = scaled;
      else {
        total = addDecimals(total, scaled);
        current = '0';
      }
    } else if (
      seen &&
      lower === 'and' &&
      /hundred|thousand|million/.test(words[to - 1]!.lower) &&
      wordValue(words[to + 1]?.lower ?? '') !== undefined
    )
      continue;
    else break;
  }
  if (!seen) return undefined;
  // "five and a half months".
  if (words[to]?.lower === 'and' && words[to + 1]?.lower === 'a' && words[to + 2]?.lower === 'half')
    return { value: addDecimals(addDecimals(total, current), '0.5'), from: at, to: to + 3, inWords: true };
  return { value: addDecimals(total, current), from: at, to, inWords: true };
}

function wordValue(lower: string): number | undefined {
  const simple = NUMBER_WORDS[lower] ?? TENS[lower];
  if (simple !== undefined) return simple;
  const [tens, unit] = lower.split('-');
  if (tens === undefined || unit === undefined || lower.split('-').length !== 2) return undefined;
  const [a, b] = [TENS[tens], NUMBER_WORDS[unit]];
  return a !== undefined && b !== undefined && b > 0 && b < 10 ? a + b : undefined;
}

function endsInRoundPart(current: Decimal, value: number): boolean {
  if (current === '0') return true;
  return value < 10 ? (/0$/.test(current) && !/00$/.test(current) ? true : /00$/.test(current)) : /00$/.test(current);
}

function readVague(words: readonly Word[], at: number): NumberPhrase | undefined {
  // "several dozen missiles", "a few hundred": a scale that nobody multiplied.
  const few = words[at]!.lower === 'a' && words[at + 1]?.lower === 'few' ? at + 1 : at;
  if (
    /^(several|few|many)$/.test(words[few]!.lower) &&
    /^(dozen|hundred|thousand|million|billion)s?$/.test(words[few + 1]?.lower ?? '')
  ) {
    let to = few + 2;
    while (SCALES[words[to]?.lower ?? ''] !== undefined && words[to]!.lower.length > 3) to++;
    return { value: null, from: at, to, vague: true };
  }
  if (!VAGUE.has(words[at]!.lower)) return undefined;
  // "a settling of political scores" counts nothing.
  if (words[at]!.lower === 'scores' && /^(ADJ|DET|NOUN)$/.test(words[at - 1]?.pos ?? '')) return undefined;
  let to = at + 1;
  while (words[to]?.lower === 'of' && VAGUE.has(words[to + 1]?.lower ?? '')) to += 2;
  // "in the hundreds" counts nothing; "tens" needs a larger scale after it.
  if (words[at]!.lower === 'tens' && to === at + 1) return undefined;
  return { value: null, from: at, to, vague: true };
}

/** "a third of", "two-thirds of", "half of", "one in five", "nine out of ten". */
function readFraction(words: readonly Word[], at: number): NumberPhrase | undefined {
  const lower = words[at]!.lower;
  const joined =
    /^(one|two|three|four|five|seven|nine)-(half|third|thirds|quarters?|fifths?|sixths?|eighths?|tenths?)$/.exec(lower);
  if (joined) return part(NUMBER_WORDS[joined[1]!]!, PARTS[joined[2]!]!, at, at + 1);
  const next = words[at + 1]?.lower ?? '';
  if (lower === 'half') {
    if (next === 'a' || next === 'an') {
      const scale = SCALES[words[at + 2]?.lower ?? ''];
      if (scale !== undefined && scale.length > 2)
        return { value: divideDecimals(scale, '2'), from: at, to: at + 3, inWords: true };
      if (words[at + 2]?.lower === 'dozen') return { value: '6', from: at, to: at + 3, inWords: true };
      return undefined;
    }
    return isPartOf(words, at + 1) ? part(1, 2, at, at + 1) : undefined;
  }
  const upper =
    NUMBER_WORDS[lower] ?? (lower === 'a' || lower === 'an' ? 1 : /^\d{1,2}$/.test(lower) ? Number(lower) : undefined);
  if (upper === undefined) return undefined;
  // "once a quarter": a rate.
  if (next === 'quarter' && /^(once|twice|times|per|each|every)$/.test(words[at - 1]?.lower ?? '')) return undefined;
  // "Two were killed and a third was injured": one more.
  const isOneMore =
    /^(third|quarter)$/.test(next) &&
    lower === 'a' &&
    (/^(was|is|has|who)$/.test(words[at + 2]?.lower ?? '') ||
      words.slice(0, at).some((one) => /^(two|2)$/.test(one.lower)));
  if (isOneMore && !isPartOf(words, at + 2)) return undefined;
  if (
    PARTS[next] !== undefined &&
    (isPartOf(words, at + 2) ||
      /^(two|three|four)$/.test(lower) ||
      (/^(VERB|AUX|PUNCT)$/.test(words[at + 2]?.pos ?? 'PUNCT') &&
        !/^(fifth|sixth|seventh|eighth|ninth|tenth)$/.test(next)))
  )
    return part(upper, PARTS[next]!, at, at + 2);
  const inAt = next === 'in' ? at + 2 : next === 'out' && words[at + 2]?.lower === 'of' ? at + 3 : -1;
  if (inAt > 0 && lower !== 'a' && upper >= 1) {
    const base = words[inAt]?.lower === 'a' ? (words[inAt + 1]?.lower ?? '') : (words[inAt]?.lower ?? '');
    const lowerPart =
      (base === 'hundred' ? 100 : NUMBER_WORDS[base]) ??
      (/^\d{1,3}$/.test(base) && SCALES[words[inAt + 1]?.lower ?? ''] === undefined ? Number(base) : undefined);
    if (
      lowerPart !== undefined &&
      lowerPart > upper &&
      lowerPart <= 100 &&
      (upper === 1 ||
        (next === 'out' && (!/^\d/.test(base) || base === '10' || base === '100')) ||
        lowerPart === 10 ||
        (lowerPart <= 5 && !/^\d/.test(lower) && NUMBER_WORDS[base] !== undefined))
    )
      return part(upper, lowerPart, at, inAt + 1);
  }
  return undefined;
}

function isPartOf(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? '';
  return lower === 'of' || lower === 'the' || lower === 'its' || lower === 'their' || lower === 'all';
}

function part(upper: number, lower: number, from: number, to: number): NumberPhrase {
  return { value: divideDecimals(String(upper * 100), String(lower)), from, to, fraction: true, inWords: true };
}
