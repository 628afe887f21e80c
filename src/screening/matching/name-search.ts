import type { ScreeningIndex } from '../index/screening-index.ts';
import { analyseName, type Name } from '../names/name.ts';
import { translatedNames } from '../names/translated-name.ts';
import { kindOfSchema, type ScreenedKind } from '../words/name-kind.ts';
import { AskedWords, type IndexedWord } from './asked-word.ts';
import { CandidateFinder } from './candidates.ts';
import { compareNames } from './compare-names.ts';
import { weighEvidence } from './evidence.ts';
import { ACROSS_NAMES, coverAcrossNames, mayStandAcrossNames } from './multi-name-coverage.ts';
import type { NameComparison } from './name-comparison.ts';
import { raritiesOf, SimilarWords } from './similar-words.ts';

/** The best of a subject's names for a question. */
export type NameFound = {
  readonly entity: number;
  readonly comparison: NameComparison;
  /** What the comparison is worth on this list. */
  readonly score: number;
  /** Property of the name: 0 name, 1 alias, 2 former, 3 weak. */
  readonly quality: number;
  /** Several names of the subject that hold the words asked only together. */
  readonly across: readonly string[];
};

/** Entities whose several names are looked through together for one question. */
const JOINED_LOOKS = 12;
/** A name found to be this alike needs no others. */
const LIKE_ENOUGH = 0.85;
/** A name that was translated first, and a weak alias, which the list vouches for only as a whole. */
const [TRANSLATED, WEAK] = [0.97, 0.96];
const WEAK_QUALITY = 3;

const searches = new WeakMap<ScreeningIndex, NameSearch>();

/** The search over an index; its memory is kept as long as the index. */
export function nameSearchOf(index: ScreeningIndex): NameSearch {
  const known = searches.get(index);
  if (known !== undefined) return known;
  return openNameSearch(index, raritiesOf(index));
}

/** Sets up the search over an index with a memory of rarities that other threads share. */
export function openNameSearch(index: ScreeningIndex, rarities: SharedArrayBuffer): NameSearch {
  const search = new NameSearch(index, new Int32Array(rarities));
  searches.set(index, search);
  return search;
}

/** Searches the names of an index. It holds scratch space, so that one serves one thread. */
export class NameSearch {
  readonly #index: ScreeningIndex;
  readonly #words: AskedWords;
  readonly #similar: SimilarWords;
  readonly #finder: CandidateFinder;

  constructor(index: ScreeningIndex, rarities: Int32Array) {
    this.#index = index;
    this.#words = new AskedWords(index);
    this.#similar = new SimilarWords(index, rarities);
    this.#finder = new CandidateFinder(index, this.#similar);
  }

  /** The subjects that some of the names may mean, by number. */
  find(names: readonly string[], schema: string): Map<number, NameFound> {
    const best = new Map<number, NameFound>();
    const kinds = kindsAsked(schema).filter((kind) => this.#index.holds(kind));
    for (const raw of names) {
      // Each name for itself, so that the order of the names decides nothing.
      const found = new Map<number, NameFound>();
      const asked: { name: Name; words: readonly IndexedWord[] }[] = [];
      for (const kind of kinds) {
        const name = analyseName(raw, kind);
        if (name.tokens.length === 0) continue;
        const words = this.#words.of(name);
        this.#compare(name, words, 1, found);
        asked.push({ name, words });
        for (const translated of translatedNames(raw, kind))
          this.#compare(translated, this.#words.of(translated), TRANSLATED, found);
      }
      for (const { name, words } of asked) this.#lookAcross(name, words, found);
      this.#words.clear();
      for (const one of found.values()) keepBetter(best, one);
    }
    return best;
  }

  #compare(name: Name, words: readonly IndexedWord[], factor: number, found: Map<number, NameFound>): void {
    const { nameEntity, nameQuality } = this.#index.arrays;
    for (const id of this.#finder.find(name, words)) {
      const comparison = compareNames(name, this.#index.name(id), words);
      const quality = nameQuality[id]!;
      const entity = nameEntity[id]!;
      const most = comparison.score >= 1 || quality !== WEAK_QUALITY ? factor : factor * WEAK;
      const score = weighEvidence(comparison, this.#similar) * most;
      keepBetter(found, { entity, comparison, score, quality, across: [] });
    }
  }

  /** A question may mix what the list has apart, such as the given name of one alias and the family name of another. */
  #lookAcross(name: Name, words: readonly IndexedWord[], found: Map<number, NameFound>): void {
    if (!mayStandAcrossNames(name, words, this.#similar)) return;
    const best = [...found.values()]
      .filter((one) => one.score < LIKE_ENOUGH && one.comparison.hangul === '')
      .sort((a, b) => b.score - a.score || a.entity - b.entity)
      .slice(0, JOINED_LOOKS);
    for (const one of best) {
      if (one.score >= ACROSS_NAMES) continue;
      const across = coverAcrossNames(this.#index, this.#similar, words, name.kind, one.entity);
      if (across !== null && across.score > one.score)
        found.set(one.entity, { ...one, score: across.score, across: across.names });
    }
  }
}

/** Of two that are worth the same, the one by the better name. */
function keepBetter(found: Map<number, NameFound>, one: NameFound): void {
  const known = found.get(one.entity);
  if (known !== undefined && (one.score < known.score || (one.score === known.score && one.quality >= known.quality)))
    return;
  found.set(one.entity, one);
}

/** Which kinds of listed subject a schema of the question may mean. */
function kindsAsked(schema: string): readonly ScreenedKind[] {
  switch (kindOfSchema(schema)) {
    case 'person':
      return ['person', 'any'];
    case 'organisation':
      return ['organisation', 'any'];
    case 'craft':
      return ['craft'];
    default:
      return schema === 'LegalEntity' ? ['organisation', 'person', 'any'] : ['person', 'organisation', 'craft', 'any'];
  }
}
