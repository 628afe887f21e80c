import { isCurrencySign } from '../lexicon/currency.ts';
import { quantityWords } from '../lexicon/vocabulary.ts';
import type { Mention } from '../names/mention.ts';
import { type NumberPhrase, readNumber } from '../tokens/number.ts';
import { setsApart } from '../tokens/set-apart.ts';
import type { Word } from '../tokens/word.ts';
import { calibreAt } from './counted-noun.ts';
import { hedgeBefore } from './hedge.ts';
import { currencyOf } from './money.ts';

let excludedBefore: ReadonlySet<string> | undefined;
let excludedAfter: ReadonlySet<string> | undefined;

/** A number that counts nothing: a year, a resolution, a calibre, a telephone number, a part of a name. */
export function isExcludedFigure(
  words: readonly Word[],
  number: NumberPhrase,
  mentions: readonly Mention[],
  taken: ReadonlySet<number>,
): boolean {
  excludedBefore ??= new Set(quantityWords()['excluded-before']);
  excludedAfter ??= new Set(quantityWords()['excluded-after']);
  for (let i = number.from; i < number.to; i++) if (taken.has(i)) return true;
  const [before, word, after] = [words[number.from - 1], words[number.from]!, words[number.to]];
  if (word.lower === 'one' && number.to === number.from + 1) {
    // "an Israeli one supplying parts": a pronoun.
    if (before?.pos === 'ADJ' && !/^(single|only|additional|further|other)$/.test(before.lower)) return true;
    // "all except one", "all but one": what is left over is no count.
    if (/^(except|but|save)$/.test(before?.lower ?? '')) return true;
    if (
      after === undefined ||
      /^(of|another|in|on|with|who|that|,|\.|day|side|another's|and|'s|or|to|is|was|has|which)$/.test(after.lower)
    )
      return after?.lower !== 'or' || readNumber(words, number.to + 1) === undefined;
    if (
      /^(no|any|every|each|this|that|the|which|another|last|first|only)$/.test(before?.lower ?? '') &&
      before?.lower !== 'only' &&
      before?.lower !== 'another'
    )
      return true;
  }
  // "the 16 th package": an ordinal that was cut in two.
  if (/^(st|nd|rd|th)$/.test(after?.lower ?? '') && /^\d+$/.test(word.text)) return true;
  // "20 rifles, not 200", "not 200 but 20": what is said not to be the number.
  if (before?.lower === 'not' && (setsApart(words, number.from - 1) || after?.lower === 'but')) return true;
  if (calibreAt(words, number.from) !== undefined) return true;
  // "all but about 1,000 went home": how many did not.
  if (isAllBut(words, number.from)) return true;
  // "a 12,000 dwt tanker", "of 12,000 deadweight tonnes": how large a ship is, and nothing that she carried.
  if (isShipSize(words, number)) return true;
  // "Group of Seven", "Permanent Five": a name.
  if (
    /^\p{Lu}/u.test(word.text) &&
    number.inWords &&
    number.from > 0 &&
    /^(of|Permanent|Big)$/.test(before?.text ?? '')
  )
    return true;
  // "Fortune 500 corporations", "FTSE 100": a name.
  if (/^(Fortune|Global|FTSE|Forbes|Nasdaq|P)$/.test(before?.text ?? '') && /^\d+$/.test(word.text)) return true;
  // "Operation ARMES 72": a name.
  const named = words.slice(Math.max(0, number.from - 3), number.from);
  const isOperation = named.some(({ text }) => /^(Operation|Exercise|Project|Flight)$/.test(text));
  if (isOperation && /^\d{1,4}$/.test(word.text) && /^\p{Lu}/u.test(before!.text)) return true;
  // "the two Koreas": a name.
  if (word.lower === 'two' && /^(Koreas|Congos|Sudans|Chinas|Germanys)$/.test(after?.text ?? '')) return true;
  if (before !== undefined && excludedBefore.has(before.lower) && /^[\d]/.test(word.text)) return true;
  if (before?.text === '.' && /^(no|nos|op)$/.test(words[number.from - 2]?.lower ?? '')) return true;
  // "the 2018 quota", "a 2017 resolution": a year, unless a hedge shows that it counts.
  if (
    /^(19[5-9]|20[0-3])\d$/.test(word.text) &&
    number.to === number.from + 1 &&
    hedgeBefore(words, number.from).qualifier === 'exactly' &&
    !isUnit(words, number.to) &&
    currencyOf(words, number, mentions) === undefined
  )
    return true;
  // "a 115m long ship": metres.
  if (
    /^(\d+)?m$/.test(words[number.to - 1]!.text) &&
    /^(long|high|deep|wide|tall|across|away|from)$/.test(after?.lower ?? '')
  )
    return true;
  // "Sh38.8": the rest of a figure that began in the word before.
  const point = before?.text === '.' && before.end === word.start ? words[number.from - 2] : before;
  if (
    point !== undefined &&
    (point === before ? point.end : point.end + 1) === word.start &&
    /[\p{L}\d]$/u.test(point.text) &&
    !isCurrencySign(point.text) &&
    /^[\d.]/.test(word.text)
  )
    return true;
  // "YEi.004", "007": digits after a leading nought are a mark, not a count.
  if (/^0\d+$/.test(word.text)) return true;
  // "the hotline on 4 670 312".
  const called = words.slice(Math.max(0, number.from - 4), number.from);
  if (called.some(({ lower }) => /^(hotline|helpline|telephone|phone|tel|fax)$/.test(lower)) && /^\d/.test(word.text))
    return true;
  // A telephone number: "+372 555 01 77".
  if (before?.text === '+' || (isDigits(before) && isDigits(word)) || (isDigits(word) && isDigits(after))) return true;
  // "S/2024/215", "1718 (2006)", "(a)", identifiers and clock times.
  if (before !== undefined && /^[/:\u2116#]$/.test(before.text) && before.end === word.start) return true;
  // "Executive Order (E.O.) 13685", "ST NIKOLAS (9524475)": a number that names its order or its ship.
  if (before?.text === ')' && /^(\p{Lu}\.){2,}$/u.test(words[number.from - 2]?.text ?? '')) return true;
  if (before?.text === '(' && after?.text === ')' && /^\d{7}$/.test(word.text)) return true;
  if (before?.text === ':' && /^(IMO|MMSI)$/.test(words[number.from - 2]?.text ?? '')) return true;
  if (after !== undefined && /^[/:]$/.test(after.text) && after.start === words[number.to - 1]!.end) return true;
  // "1718 (2006)", "Section 491B (1)".
  const ofNumber = /\d/.test(words[number.from - 2]?.text ?? '') && /^\d{1,2}$/.test(word.text);
  if (before?.text === '(' && after?.text === ')' && (ofNumber || /^\d{4}$/.test(word.text))) return true;
  if (after?.text === '(' && /^(19|20)\d\d$/.test(words[number.to + 1]?.text ?? '') && /^\d{3,4}$/.test(word.text))
    return true;
  if (after !== undefined && excludedAfter.has(after.lower) && /^\d{3,4}$/.test(word.text)) return true;
  // A list of resolutions: "resolutions 2270, 2321 and 2397".
  if (
    (/^\d{3,4}$/.test(word.text) || /^[-–]$/.test(before?.text ?? '')) &&
    isListOf(words, number.from, excludedBefore)
  )
    return true;
  // Enumeration: the first thing of a sentence with a stop or bracket after it.
  if (number.from === 0 && after !== undefined && /^[.)]$/.test(after.text) && word.text.length <= 3) return true;
  return isInsideName(words, number, mentions);
}

function isShipSize(words: readonly Word[], { from, to }: NumberPhrase): boolean {
  if (!/^(dwt|deadweight|gt|grt|teu)$/.test(words[to]?.lower ?? '')) return false;
  const ship = /^(tankers?|ships?|vessels?|carriers?|freighters?|barges?|bulkers?)$/;
  const ofShip = words[from - 1]?.lower === 'of' && ship.test(words[from - 2]?.lower ?? '');
  return ofShip || words.slice(to + 1, to + 4).some(({ lower }) => ship.test(lower));
}

function isAllBut(words: readonly Word[], at: number): boolean {
  const but = words.findLastIndex(({ lower }, i) => i < at && i >= at - 3 && lower === 'but');
  return (
    but > 0 &&
    words[but - 1]!.lower === 'all' &&
    words.slice(but + 1, at).every(({ lower }) => /^(about|some|around|roughly|nearly|an?|estimated|the)$/.test(lower))
  );
}

let unitForms: ReadonlySet<string> | undefined;

/** "2005 tonnes": before a unit no number is a year. */
function isUnit(words: readonly Word[], at: number): boolean {
  unitForms ??= new Set(Object.values(quantityWords().units).flat());
  const [first, second] = [words[at]?.lower ?? '', words[at + 1]?.lower ?? ''];
  return unitForms.has(first) || unitForms.has(`${first} ${second}`);
}

function isDigits(word: Word | undefined): boolean {
  return word !== undefined && /^\d+$/.test(word.text);
}

function isListOf(words: readonly Word[], at: number, heads: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i]!;
    if (heads.has(word.lower)) return true;
    if (!/^(,|and|or|\(|\)|to|[-–]|\d{1,4})$/.test(word.lower)) return false;
  }
  return false;
}

/** A figure stands earlier in the sentence, so that a bare one may take its noun. */
function hasFigureBefore(words: readonly Word[], at: number): boolean {
  return words.slice(0, at).some((word) => word.pos === 'NUM' && !/^(19|20)\d\d$/.test(word.text));
}

/** "Xin Yuan 18", "Hwasong 17", "APT38": a small numeral after a proper name with no thing counted after it. */
function isInsideName(words: readonly Word[], number: NumberPhrase, mentions: readonly Mention[]): boolean {
  const [before, word, after] = [words[number.from - 1], words[number.from]!, words[number.to]];
  if (before === undefined || number.inWords || !/^\d{1,5}$/.test(word.text) || !/^[A-Z]/.test(before.text))
    return false;
  if (isCurrencySign(before.text)) return false;
  if (before.pos !== 'PROPN' && before.pos !== 'NOUN') return false;
  // "the European Union 27 and the United States 39": a State or body and its figure, the verb left out.
  if (
    mentions.some((mention) => number.from === mention.to && mention.kind !== 'place') &&
    hasFigureBefore(words, number.from)
  )
    return false;
  if (
    mentions.some((mention) => number.from === mention.to) &&
    after !== undefined &&
    /^(NOUN|ADJ|PROPN)$/.test(after.pos)
  )
    return false;
  if (number.from === 1 && before.pos !== 'PROPN') return false;
  return (
    after === undefined ||
    // "the Delmas 18 neighbourhood".
    /^(neighbou?rhood|district|area|camp|zone|sector|street|quarter|settlement|ward)$/.test(after.lower) ||
    !/^(NOUN|ADJ|VERB)$/.test(after.pos) ||
    after.pos === 'VERB' ||
    /^(tanker|vessel|missile|rocket|class|variant|aircraft|jet|drone)s?$/.test(after.lower)
  );
}
