import type { Span } from '../../documents/text/text-layer.ts';
import { type NameCandidate, WEIGHT } from './candidate.ts';
import { nameWords } from './name-words.ts';

/**
 * Ships in scripts other than Latin, where the text calls them one: after "танкер" in quotation marks, before 호 or 号 with a
 * number in a sentence that speaks of a ship. Rockets and satellites are numbered in the same way, and no ships.
 */
export function shipsInOtherScripts(text: string): readonly NameCandidate[] {
  return [...koreanShips(text), ...quotedShips(text)].map((span) => ({
    ...span,
    sign: 'cue',
    kind: 'vessel',
    weight: WEIGHT.cue,
    firm: true,
  }));
}

/** "유조선 별빛 2호", "별빛 2호(IMO ...": up to two words before the number. */
function* koreanShips(text: string): Generator<Span> {
  for (const match of text.matchAll(
    /(?<![\p{Script=Hangul}])((?:\p{Script=Hangul}{1,8} )?\p{Script=Hangul}{1,8}) ?([0-9]{1,3})(?=\s?호(?!\p{N}))/gu,
  )) {
    const [, words = '', number = ''] = match;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    const parts = words.split(' ');
    const ships = nameWords().ships.hangul;
    const numbered = /^\s?호\s?[(（]\s?IMO/.test(behind);
    const named = parts.length === 2 && ships.has(parts[0]!);
    if (!named && !numbered && !speaksOfShips(text, match.index, ships)) continue;
    // The word before the name is a part of it only where it ends in no particle.
    const start =
      parts.length === 2 && (named || endsInParticle(parts[0]!)) ? match.index + parts[0]!.length + 1 : match.index;
    yield { start, end: match.index + words.length + (match[0].length - words.length - number.length) + number.length };
  }
}

const SENTENCE = 120;

function speaksOfShips(text: string, at: number, ships: ReadonlySet<string>): boolean {
  const before =
    text
      .slice(Math.max(0, at - SENTENCE), at)
      .split(/[.!?。\n]/)
      .at(-1) ?? '';
  return [...ships].some((word) => word.length > 1 && before.includes(word));
}

function endsInParticle(word: string): boolean {
  return word.length > 2 && /(?:은|는|이|가|을|를|의|에|와|과|로|한|된|인|며|고)$/.test(word);
}

/** A name in quotation marks next to a noun of ships, or followed by an IMO number. */
function* quotedShips(text: string): Generator<Span> {
  for (const match of text.matchAll(/[«“"「『]([^»”"」』\n]{2,40})[»”"」』]/gu)) {
    const inner = match[1] ?? '';
    const start = match.index + 1;
    if (/^\p{Script=Latin}/u.test(inner)) continue;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    if (
      !isShipNoun(before) &&
      !/^(?:\s?[(（]\s?|[，,、]\s?)(?:IMO|ИМО)/.test(after) &&
      !/^[^\n]{0,4}(?:国际海事组织|國際海事)/.test(after)
    )
      continue;
    yield { start, end: start + inner.length };
  }
}

function isShipNoun(before: string): boolean {
  const { cyrillic, han } = nameWords().ships;
  const word = /([\p{Script=Cyrillic}]+)\s*$/u.exec(before)?.[1]?.toLowerCase();
  if (word !== undefined) return cyrillic.has(word);
  return [...han].some((noun) => before.trimEnd().endsWith(noun));
}
