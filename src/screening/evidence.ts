import type { CandidateFinder } from './candidates.ts';
import { compareTokens, isFullKorean, isSpeltKorean, type NameComparison } from './compare-names.ts';
import type { Name, Token } from './name.ts';
import type { ScreeningIndex } from './screening-index.ts';
import { countryWord, worldNames } from './vocabulary.ts';

/** How much the rarity of shared words moves a score that is no full match. */
export const EVIDENCE = {
  /** Shared words this rare in sum are full evidence; below, the score is lowered in proportion. */
  enough: 1.3,
  lowest: 0.54,
  /** One rare word in common is worth this much even beside words that differ, and this much when one name merely has more. */
  rareBesideOther: 0.577,
  rareBesideOtherOrganisation: 0.577,
  rareAlone: 0.739,
  /** Likeness of words without short vowels, which many names share, that is no equality. */
  abjadLikeness: 0.94,
  rare: 0.5,
  /** The words asked stand in the subject's names, but apart. */
  across: 0.764,
  oneOfSeveral: 0.77,
  /** Sets where the scores of partial names lie against the match line. */
  level: 1.0,
  enoughAcross: 1.0,
};

/**
 * What a comparison is worth on this list: words that many listed names share prove little, a rare word in common proves
 * something even when the rest differs. A name equal word for word keeps its score.
 */
export function weighEvidence(asked: Name, listed: Name, comparison: NameComparison, finder: CandidateFinder): number {
  const { score, pairs, onlyA, onlyB } = comparison;
  if (score <= 0 || comparison.hangul !== '' || asked.kind === 'craft' || pairs.some((pair) => pair.word === null))
    return score;
  const full = onlyA.length === 0 && onlyB.length === 0 && pairs.every((pair) => pair.likeness > 0.93);
  if (full) return score;
  let sum = 0;
  let rarest = 0;
  for (const pair of pairs) {
    if (
      pair.word === null ||
      pair.word.kind === 'particle' ||
      pair.word.kind === 'form' ||
      pair.word.kind === 'honorific'
    )
      continue;
    const common = worldNames().has(pair.a) || (asked.kind !== 'person' && countryWord(pair.word.text));
    const rarity = common ? Math.min(0.4, finder.rarity(pair.word)) : finder.rarity(pair.word);
    const sure =
      pair.likeness < 1 && pair.word.abjad !== /[\p{Script=Arabic}]/u.test(asked.raw) ? EVIDENCE.abjadLikeness : 1;
    sum += sure * rarity * pair.likeness ** 3 * Math.min(1, pair.word.weight);
    if (pair.likeness > 0.88 && pair.word.kind === 'name' && pair.word.sounds.length >= 4)
      rarest = Math.max(
        rarest,
        sure * rarity * (0.7 + 0.3 * pair.likeness) * (pair.word.sounds.length >= 6 ? 1 : 0.93),
      );
  }
  let worth =
    score *
    EVIDENCE.level *
    Math.min(1 / EVIDENCE.level, EVIDENCE.lowest + ((1 - EVIDENCE.lowest) * sum) / EVIDENCE.enough);
  // The syllables of Korean names are few: one in common is never rare, however few listed names have it.
  if (rarest > EVIDENCE.rare && !isSpeltKorean(asked)) {
    const share = (rarest - EVIDENCE.rare) / (1 - EVIDENCE.rare);
    const contradicted =
      (holdsName(asked, onlyA) && holdsName(listed, onlyB)) || pairs.some((pair) => pair.likeness < 0.8);
    const beside = asked.kind === 'person' ? EVIDENCE.rareBesideOther : EVIDENCE.rareBesideOtherOrganisation;
    const lift = (contradicted ? beside : EVIDENCE.rareAlone) * (0.75 + 0.25 * share);
    worth = Math.max(worth, lift + (1 - lift) * 0.3 * worth);
  }
  // A listed name of one word beside a longer question: one name of many people's several.
  const names = (name: Name): number =>
    name.tokens.filter((token) => token.kind === 'name' || token.kind === 'word').length;
  if (asked.kind === 'person' && names(listed) === 1 && names(asked) > 1) worth *= EVIDENCE.oneOfSeveral;
  return Math.min(worth, Math.max(score, 0.97));
}

/** Whether the words include one that names: titles, particles and legal forms contradict nothing. */
function holdsName(name: Name, words: readonly string[]): boolean {
  return name.tokens.some(
    (token) =>
      (token.kind === 'name' || token.kind === 'word' || token.kind === 'number') && words.includes(token.text),
  );
}

/** Names of one subject looked through for words of the question. */
const MAX_NAMES = 40;

/** The different words of a subject's names, each with the first name that holds it. */
function distinctWords(
  index: ScreeningIndex,
  asked: Name,
  from: number,
  to: number,
): { token: Token; holder: string }[] {
  const seen = new Set<Token>();
  const held: { token: Token; holder: string }[] = [];
  for (let id = from; id < to; id++) {
    const name = index.name(id);
    if (name.kind !== asked.kind) continue;
    for (const token of name.tokens) {
      if (token.kind === 'particle' || token.kind === 'form' || seen.has(token)) continue;
      seen.add(token);
      held.push({ token, holder: name.raw });
    }
  }
  return held;
}

/** The score when every weighty word of the question stands in some name of the subject, not all in one; null otherwise. */
export function coverAcrossNames(
  index: ScreeningIndex,
  finder: CandidateFinder,
  asked: Name,
  entity: number,
): { score: number; names: string[] } | null {
  const words = asked.tokens.filter(
    (token) => token.kind !== 'particle' && token.kind !== 'honorific' && token.kind !== 'form',
  );
  if (words.length < 2 || isFullKorean(asked) || /[\p{Script=Hangul}\p{Script=Han}]/u.test(asked.raw)) return null;
  const { from, to } = index.namesOf(entity);
  if (to - from < 2) return null;
  const held = distinctWords(index, asked, from, Math.min(to, from + MAX_NAMES));
  const names = new Set<string>();
  let [covered, total, evidence] = [0, 0, 0];
  let strong = 0;
  for (const word of words) {
    let best = 0;
    let holder = '';
    for (const { token, holder: name } of held) {
      const { likeness } = compareTokens(word, token);
      if (likeness > best) {
        best = likeness;
        holder = name;
      }
    }
    const rarity = finder.rarity(word);
    const weight = word.weight * (0.5 + 0.5 * rarity);
    total += weight;
    if (best > 0) {
      covered += weight * best;
      evidence += rarity * best ** 4 * Math.min(1, word.weight);
      names.add(holder);
      if (best > 0.85 && word.kind === 'name') strong++;
    }
  }
  if (strong < 2 || total === 0 || names.size < 2) return null;
  const share = covered / total;
  if (share < 0.8) return null;
  return {
    score: EVIDENCE.across * share * Math.min(1, 0.7 + (0.3 * evidence) / EVIDENCE.enoughAcross),
    names: [...names].slice(0, 3),
  };
}
