import { areTwoChineseNames } from '../names/chinese-name.ts';
import { coveredShare, MOST_OF_COMMON_TOKENS } from '../names/common-tokens.ts';
import type { Name } from '../names/name.ts';
import type { Pairing } from '../words/pairing.ts';
import { countryWord, worldNames } from '../words/vocabulary.ts';
import { isSpeltKorean } from './compare-names.ts';
import type { NameComparison } from './name-comparison.ts';
import { alongsideOthers, tellingRarity } from './rare-word.ts';
import type { SimilarWords } from './similar-words.ts';

/** How much the rarity of shared words moves a score that is no full match. */
const EVIDENCE = {
  /** Shared words this rare in sum are full evidence; below, the score is lowered in proportion. */
  enough: 1.3,
  lowest: 0.54,
  /** One rare word in common is worth this much even beside words that differ, and this much when one name merely has more. */
  rareBesideOther: 0.577,
  rareAlone: 0.739,
  /** Similarity of words without short vowels, which many names share, that is no equality. */
  abjadSimilarity: 0.94,
  rare: 0.5,
  oneOfSeveral: 0.77,
} as const;

/** What common tokens of organisations are worth together, where nothing more distinctive agrees. */
const TOGETHER = {
  /** Names that agree in half of their weight; the rest counts by how much more they agree in. */
  half: 0.85,
  leastCover: 0.5,
  /** Words of this rarity in sum stand together in one listed name only; more frequent ones are worth this share. */
  enough: 1.5,
  frequent: 0.7,
} as const;

/**
 * What a comparison is worth on this list: words that many listed names share prove little, a rare word in common proves
 * something even when the rest differs. A name equal word for word keeps its score.
 */
export function weighEvidence(comparison: NameComparison, similar: SimilarWords): number {
  const { asked, listed, score, pairs } = comparison;
  if (score <= 0 || comparison.hangul !== '' || asked.kind === 'craft' || comparison.whole !== '') return score;
  const everyWord = isAllUsed(asked, comparison.usedAsked) && isAllUsed(listed, comparison.usedListed);
  if (everyWord && pairs.every((pair) => pair.similarity > 0.93)) return score;
  let arabic: boolean | null = null;
  let sum = 0;
  let rarest = 0;
  let rarestPair: Pairing | null = null;
  let [rarities, shared] = [0, 0];
  let unlike = false;
  for (const pair of pairs) {
    if (pair.similarity < 0.8) unlike = true;
    const word = listed.tokens[pair.j]!;
    if (word.kind === 'particle' || word.kind === 'form' || word.kind === 'honorific') continue;
    const asking = asked.tokens[pair.i]!;
    const common =
      (!pair.joined && worldNames().has(asking.text)) || (asked.kind !== 'person' && countryWord(word.text));
    const rarity = common ? Math.min(0.4, similar.rarity(word)) : similar.rarity(word);
    rarities += rarity * pair.similarity ** 3;
    shared++;
    if (pair.similarity < 1) arabic ??= /[\p{Script=Arabic}]/u.test(asked.raw);
    const sure = pair.similarity < 1 && word.abjad !== arabic ? EVIDENCE.abjadSimilarity : 1;
    sum += sure * rarity * pair.similarity ** 3 * Math.min(1, word.weight);
    const telling = tellingRarity(pair, asking, word, rarity, sure < 1);
    if (telling <= rarest) continue;
    rarest = telling;
    rarestPair = pair;
  }
  let worth = score * Math.min(1, EVIDENCE.lowest + ((1 - EVIDENCE.lowest) * sum) / EVIDENCE.enough);
  // The syllables of Korean and Chinese names are few: one in common is never rare, however few listed names have it.
  if (rarestPair !== null && rarest > EVIDENCE.rare && !isSpeltKorean(asked) && !areTwoChineseNames(asked, listed)) {
    const share = (rarest - EVIDENCE.rare) / (1 - EVIDENCE.rare);
    const contradicted = unlike || (namesMore(asked, comparison.usedAsked) && namesMore(listed, comparison.usedListed));
    const most = !contradicted
      ? EVIDENCE.rareAlone
      : EVIDENCE.rareBesideOther * (asked.kind === 'person' ? alongsideOthers(comparison, rarestPair) : 1);
    const lift = most * (0.75 + 0.25 * share);
    worth = Math.max(worth, lift + (1 - lift) * 0.3 * worth);
  }
  if (asked.kind !== 'person' && shared >= 2) worth = Math.max(worth, worthOfCommonTokens(comparison, rarities));
  // A listed name of one word beside a longer question: one name of many people's several.
  if (asked.kind === 'person' && namingWords(listed) === 1 && namingWords(asked) > 1) worth *= EVIDENCE.oneOfSeveral;
  return Math.min(worth, Math.max(score, 0.97), comparison.most);
}

/** `Credit Development Bank` is three common tokens, but no second listed name may have all of them. */
function worthOfCommonTokens({ asked, listed, usedAsked, usedListed }: NameComparison, rarities: number): number {
  const cover = (coveredShare(asked, usedAsked) + coveredShare(listed, usedListed)) / 2;
  if (cover < TOGETHER.leastCover) return 0;
  const agreed = TOGETHER.half + ((1 - TOGETHER.half) * (cover - 0.5)) / 0.5;
  const alone = TOGETHER.frequent + (1 - TOGETHER.frequent) * Math.min(1, rarities / TOGETHER.enough);
  return MOST_OF_COMMON_TOKENS * agreed * alone;
}

function isAllUsed(name: Name, used: number): boolean {
  return (used & ((1 << name.tokens.length) - 1)) === (1 << name.tokens.length) - 1;
}

function namingWords(name: Name): number {
  let count = 0;
  for (const token of name.tokens) if (token.kind === 'name' || token.kind === 'word') count++;
  return count;
}

/** Whether a word without a counterpart names: titles, particles and legal forms contradict nothing. */
function namesMore(name: Name, used: number): boolean {
  return name.tokens.some(
    (token, i) =>
      ((used >> i) & 1) === 0 && (token.kind === 'name' || token.kind === 'word' || token.kind === 'number'),
  );
}
