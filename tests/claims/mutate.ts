import type { Decimal } from '../../src/core/decimal.ts';
import { divideDecimals, multiplyDecimals, roundDecimal, toDecimal } from '../../src/core/decimal.ts';
import type { AnnotatedText, GoldQuantity } from './corpus.ts';
import { type Edit, editText, rawPlaces } from './edit-text.ts';

/** A changed copy of a text together with what must come out of it; null where the text offers nothing to change. */
type Mutation = (text: AnnotatedText) => AnnotatedText | null;

/** Five changed copies of each text: other numbers, names, order and hedges, and all of these at once. */
export const MUTATIONS: Readonly<Record<'numbers' | 'names' | 'order' | 'hedges' | 'all', Mutation>> = {
  numbers: changeNumbers,
  names: changeNames,
  order: changeOrder,
  hedges: changeHedges,
  all: (text) => {
    const changed = [changeNumbers, changeNames, changeHedges, changeOrder].reduce((t, change) => change(t) ?? t, text);
    return changed === text ? null : changed;
  },
};

const NUMERAL = /\d[\d,]*(?:\.\d+)?/g;
const NUMBER_WORDS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const WORD = new RegExp(`(?<![\\w-])(?:${NUMBER_WORDS.slice(0, -1).join('|')})(?![\\w-])`, 'gi');
/** Raw phrases in which a changed number would no longer be English or would need another reckoning. */
const NOT_LINEAR = /\b(?:half|third|thirds|quarter|fifth|fifths|dozens?|in|of (?:its|the)|dollars a|\d+ of \d+)\b/i;

function changeNumbers(text: AnnotatedText): AnnotatedText | null {
  const edits: Edit[] = [];
  for (const { start, quantity } of rawPlaces(text)) {
    const found = numbersOf(quantity);
    if (found === null) continue;
    for (const { index, old, replacement } of found) {
      edits.push({ start: start + index, end: start + index + old.length, replacement });
    }
  }
  if (edits.length === 0) return null;
  return editText(text, edits, {
    figure: (quantity, changed) => {
      const [before, after] = [valuesOf(quantity.raw), valuesOf(changed)];
      const scale = (bound: Decimal | null, place: number) => {
        const [old, now] = [before[place] ?? before[0], after[place] ?? after[0]];
        if (bound === null || old === undefined || now === undefined) return bound;
        return roundDecimal(multiplyDecimals(divideDecimals(bound, old), now), 12);
      };
      return { ...quantity, low: scale(quantity.low, 0), high: scale(quantity.high, 1) };
    },
  });
}

/** The numbers of a raw phrase and what to write in their place; null when the phrase is better left alone. */
function numbersOf({ raw, low, high, qualifier }: GoldQuantity) {
  if (NOT_LINEAR.test(raw) || (low === null && high === null)) return null;
  const numerals = [...raw.matchAll(NUMERAL)];
  const matches = numerals.length > 0 ? numerals : [...raw.matchAll(WORD)];
  if (matches.length !== (qualifier === 'between' ? 2 : 1)) return null;
  const changes = matches.map((match) => ({ index: match.index, old: match[0], replacement: nextNumber(match[0]) }));
  // A bound of 9... would wrap to a smaller number and turn a range round.
  if (changes.some(({ old, replacement }) => old === replacement)) return null;
  return changes;
}

/** The same form with the first digit one higher; unchanged where there is none higher. */
function nextNumber(number: string): string {
  if (/^\d/.test(number)) return /^[1-8]/.test(number) ? `${Number(number[0]) + 1}${number.slice(1)}` : number;
  const place = NUMBER_WORDS.indexOf(number.toLowerCase());
  const next = NUMBER_WORDS[place + 1] ?? number;
  return /^[A-Z]/.test(number) ? next[0]!.toUpperCase() + next.slice(1) : next;
}

function valuesOf(raw: string): Decimal[] {
  const numerals = [...raw.matchAll(NUMERAL)].map(([numeral]) => toDecimal(numeral.replaceAll(',', '')));
  if (numerals.length > 0) return numerals;
  return raw
    .toLowerCase()
    .split(/[^a-z-]+/)
    .flatMap((word) => (NUMBER_WORDS.includes(word) ? [String(NUMBER_WORDS.indexOf(word) + 2)] : []));
}

const WESTERN = ['Marek Vondra', 'Ilse Okafor', 'Tobias Lindgren', 'Noor Basha', 'Greta Castellan', 'Pavel Moravec'];
const KOREAN = ['Ryom Sok-ha', 'Chae Mi-rim', 'Gu Tae-il', 'Ok Jin-sol'];

function changeNames(text: AnnotatedText): AnnotatedText | null {
  const people = new Set(
    text.claims
      .flatMap(({ claimant, relay }) => [claimant, ...relay])
      .filter(({ kind, name }) => kind === 'person' && /^\p{Lu}[\p{L}'-]{2,} \p{Lu}[\p{L}'-]{2,}$/u.test(name))
      .map(({ name }) => name),
  );
  const words = new Map<string, string>();
  const pools = { western: [...WESTERN], korean: [...KOREAN] };
  for (const person of [...people].filter((name) => text.text.includes(name))) {
    const other = (person.includes('-') ? pools.korean : pools.western).shift();
    if (other === undefined) continue;
    const news = other.split(' ');
    for (const [i, word] of person.split(' ').entries()) words.set(word, words.get(word) ?? news[i] ?? word);
  }
  if (words.size === 0) return null;
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${[...words.keys()].join('|')})(?![\\p{L}-])`, 'gu');
  const rename = (name: string) => name.replace(pattern, (word) => words.get(word) ?? word);
  const edits = [...text.text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    replacement: rename(match[0]),
  }));
  return editText(text, edits, { rename });
}

/** Hedges and what each becomes. */
const HEDGES: readonly (readonly [RegExp, string, GoldQuantity['qualifier']])[] = [
  [/^(?:about|around|some|roughly|approximately|nearly|almost)(?= )/i, 'at least', 'at-least'],
  [/^(?:at least|no fewer than|not less than|no less than)(?= )/i, 'about', 'about'],
  [/^(?:more than|over|upwards of)(?= )/i, 'fewer than', 'fewer-than'],
  [/^(?:fewer than|less than)(?= )/i, 'more than', 'more-than'],
  [/^(?:up to|as many as)(?= )/i, 'no fewer than', 'at-least'],
];

function changeHedges(text: AnnotatedText): AnnotatedText | null {
  const edits: Edit[] = [];
  for (const { start, quantity } of rawPlaces(text)) {
    const hedge = hedgeOf(quantity.raw);
    if (hedge === undefined) continue;
    const word = hedge.pattern.exec(quantity.raw)?.[0] ?? '';
    const replacement = /^[A-Z]/.test(word) ? hedge.other[0]!.toUpperCase() + hedge.other.slice(1) : hedge.other;
    edits.push({ start, end: start + word.length, replacement });
  }
  if (edits.length === 0) return null;
  return editText(text, edits, {
    figure: (quantity) => {
      const hedge = hedgeOf(quantity.raw);
      return hedge === undefined ? quantity : rehedge(quantity, hedge.qualifier);
    },
  });
}

function hedgeOf(raw: string) {
  const found = HEDGES.find(([pattern]) => pattern.test(raw));
  return found && { pattern: found[0], other: found[1], qualifier: found[2] };
}

function rehedge(quantity: GoldQuantity, qualifier: GoldQuantity['qualifier']): GoldQuantity {
  const { low, high } = quantity;
  const value = low !== null && high !== null ? divideDecimals(low, '0.8') : (low ?? high);
  if (value === null) return { ...quantity, qualifier };
  const bounds = {
    about: { low: multiplyDecimals(value, '0.8'), high: multiplyDecimals(value, '1.2') },
    'at-least': { low: value, high: null },
    'more-than': { low: value, high: null },
    'fewer-than': { low: null, high: value },
  }[qualifier as 'about' | 'at-least' | 'more-than' | 'fewer-than'];
  return { ...quantity, qualifier, ...bounds };
}

/** A paragraph that leans on the one before it cannot begin a part. */
const LEANS =
  /^(?:["“'’*•>\-(]|\[|(?:He|She|They|It|Its|His|Her|Their|The|That|This|These|Those|Both|One|Another|But|And|So|In|Asked|Pressed)\b)/;

/**
 * The two parts of the text after its first paragraph in the other order, parted where neither needs the other: no
 * paragraph that leans on the one before, no claimant named in one part only and meant in the other.
 */
function changeOrder(text: AnnotatedText): AnnotatedText | null {
  const breaks = [...text.text.matchAll(/\n\n(?=\S)/g)].map((match) => match.index + match[0].length);
  const [from, ...candidates] = breaks;
  if (from === undefined) return null;
  const middle = (from + text.text.length) / 2;
  const cut = candidates
    .filter((at) => !LEANS.test(text.text.slice(at)) && !LEANS.test(text.text.slice(from)) && stands(text, from, at))
    .toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (cut === undefined) return null;
  const [head, first, second] = [text.text.slice(0, from), text.text.slice(from, cut), text.text.slice(cut)];
  const joined = `${head}${second.trimEnd()}\n\n${first.trimEnd()}\n`;
  const moved = (offset: number) => {
    if (offset < from) return offset;
    return offset < cut ? offset + second.trimEnd().length + 2 : offset - first.length;
  };
  const claims = text.claims.map((claim) => {
    const start = moved(claim.start);
    return { ...claim, start, end: start + claim.quote.length };
  });
  return { ...text, text: joined, claims };
}

function stands(text: AnnotatedText, from: number, cut: number): boolean {
  return text.claims.every((claim) => {
    if (claim.end <= from) return true;
    if (claim.start < from || (claim.start < cut && claim.end > cut)) return false;
    const own = claim.start < cut ? text.text.slice(from, cut) : text.text.slice(cut);
    return [claim.claimant, ...claim.relay].every(({ name }) => !text.text.includes(name) || own.includes(name));
  });
}
