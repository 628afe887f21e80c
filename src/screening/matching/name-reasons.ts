import type { Name } from '../names/name.ts';
import type { Pairing } from '../words/pairing.ts';
import type { NameComparison } from './name-comparison.ts';
import type { NameFound } from './name-search.ts';
import { similarityReason } from './word-similarity.ts';

const QUALITY_WORDS = ['name', 'alias', 'former name', 'weak alias'];

/** Why a subject's name is taken for the one asked, in plain words. */
export function nameReasons({ comparison, score, quality, across }: NameFound): string[] {
  const { asked, listed, pairs, whole } = comparison;
  const kind = QUALITY_WORDS[quality] ?? 'name';
  if (score >= 1) return [`the ${kind} "${listed.raw}" is the same`];
  if (across.length > 0)
    return [
      `its names ${across.map((each) => `"${each}"`).join(' and ')} together hold the words asked (${score.toFixed(2)})`,
    ];
  const reasons = [`the ${kind} "${listed.raw}" is like it (${score.toFixed(2)})`];
  if (whole !== '' && whole !== 'equal')
    reasons.push(`"${asked.raw}" and "${listed.raw}": ${whole} (${comparison.score.toFixed(2)})`);
  for (const pair of pairs) {
    const how = pairReason(comparison, pair);
    if (how === 'equal') continue;
    const [a, b] = [textOf(asked, pair.asked), textOf(listed, pair.listed)];
    reasons.push(`"${a}" and "${b}": ${how} (${pair.similarity.toFixed(2)})`);
  }
  const [onlyAsked, onlyListed] = [textOf(asked, ~comparison.usedAsked), textOf(listed, ~comparison.usedListed)];
  if (onlyAsked !== '') reasons.push(`only asked: ${onlyAsked}`);
  if (onlyListed !== '') reasons.push(`only listed: ${onlyListed}`);
  return reasons;
}

/** Why two words, or two words and one, are taken for each other. */
export function pairReason({ asked, listed }: NameComparison, pair: Pairing): string {
  const [a, b] = [asked.tokens[pair.i], listed.tokens[pair.j]];
  if (pair.joined || a === undefined || b === undefined) return 'written as one word';
  return similarityReason(a, b, pair.similarity);
}

/** The words at the places of a mask. */
export function textOf(name: Name, mask: number): string {
  return name.tokens
    .filter((_, i) => ((mask >> i) & 1) === 1)
    .map((token) => token.text)
    .join(' ');
}
