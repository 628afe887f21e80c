import { type ScreeningIndex, TOKEN_KINDS } from '../index/screening-index.ts';
import type { Name } from '../names/name.ts';
import type { ScreenedKind } from '../words/name-kind.ts';
import type { Token } from '../words/token.ts';
import type { IndexedWord } from './asked-word.ts';
import { isFullKorean } from './compare-names.ts';
import type { SimilarWords } from './similar-words.ts';

/** The most that words are worth which stand in a subject's names, but apart. */
export const ACROSS_NAMES = 0.764;
/** Rarity of the words in sum that is full evidence. */
const ENOUGH = 1;
/** Names of one subject looked through for words of the question. */
const MAX_NAMES = 40;

/** So that a sum that is not exact leaves nobody out. */
const ROUNDING = 1e-9;
/** Words are found in a name when they are this alike; this share of them, by weight, must be found, two of them surely. */
const [STRONG, LEAST_SHARE, LEAST_STRONG] = [0.85, 0.8, 2] as const;

/** Whether words of a question may be looked for in several names of one subject: enough of them have their like on the list. */
export function mayStandAcrossNames(asked: Name, words: readonly IndexedWord[], similar: SimilarWords): boolean {
  if (isFullKorean(asked) || /[\p{Script=Hangul}\p{Script=Han}]/u.test(asked.raw)) return false;
  let [covered, total, strong] = [0, 0, 0];
  for (const word of words) {
    if (!isNaming(word.token)) continue;
    const weight = word.token.weight * (0.5 + 0.5 * similar.rarity(word.token));
    const best = similar.of(word).most;
    total += weight;
    covered += weight * best;
    if (best > STRONG && word.token.kind === 'name') strong++;
  }
  return strong >= LEAST_STRONG && covered / total >= LEAST_SHARE;
}

function isNaming(token: Token): boolean {
  return token.kind !== 'particle' && token.kind !== 'honorific' && token.kind !== 'form';
}

/** The score when every weighty word of the question stands in some name of the subject, not all in one; null otherwise. */
export function coverAcrossNames(
  index: ScreeningIndex,
  similar: SimilarWords,
  words: readonly IndexedWord[],
  kind: ScreenedKind,
  entity: number,
): { score: number; names: string[] } | null {
  const { from, to } = index.namesOf(entity);
  if (to - from < 2) return null;
  const naming = words.filter(({ token }) => isNaming(token));
  const weights = naming.map(({ token }) => token.weight * (0.5 + 0.5 * similar.rarity(token)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const names = new Set<string>();
  let [lacking, evidence, strong] = [0, 0, 0];
  for (const [i, word] of naming.entries()) {
    const { similarity: best, holder } = bestHolder(index, word, kind, from, Math.min(to, from + MAX_NAMES));
    lacking += weights[i]! * (1 - best);
    // Most subjects lack the first words already.
    if (lacking > total * (1 - LEAST_SHARE) + ROUNDING) return null;
    if (best === 0) continue;
    evidence += similar.rarity(word.token) * best ** 4 * Math.min(1, word.token.weight);
    names.add(holder);
    if (best > STRONG && word.token.kind === 'name') strong++;
  }
  if (strong < LEAST_STRONG || total === 0 || names.size < 2) return null;
  const share = 1 - lacking / total;
  if (share < LEAST_SHARE) return null;
  return {
    score: ACROSS_NAMES * share * Math.min(1, 0.7 + (0.3 * evidence) / ENOUGH),
    names: [...names].slice(0, 3),
  };
}

const [PARTICLE, FORM] = [TOKEN_KINDS.indexOf('particle'), TOKEN_KINDS.indexOf('form')];

/** The likeliest word in a subject's names, and the first name that holds it. */
function bestHolder(
  index: ScreeningIndex,
  word: IndexedWord,
  kind: ScreenedKind,
  from: number,
  to: number,
): { similarity: number; holder: string } {
  const { nameStarts, nameTokens, wordKind } = index.arrays;
  let similarity = 0;
  let holder = -1;
  for (let id = from; id < to; id++) {
    if (index.kindOfName(id) !== kind) continue;
    for (let i = nameStarts[id]!; i < nameStarts[id + 1]!; i++) {
      const listed = nameTokens[i]!;
      if (wordKind[listed] === PARTICLE || wordKind[listed] === FORM) continue;
      const own = word.listedSimilarity(listed);
      if (own <= similarity) continue;
      similarity = own;
      holder = id;
    }
  }
  return { similarity, holder: holder < 0 ? '' : (index.texts.names.at(holder) ?? '') };
}
