import type { CalendarDate } from '../core/calendar.ts';
import { isListedOn } from '../entities/entity.ts';
import { CandidateFinder } from './candidates.ts';
import { compareNames, type NameComparison } from './compare-names.ts';
import { coverAcrossNames, weighEvidence } from './evidence.ts';
import { type Fact, judgeFacts, judgeNumbers } from './facts.ts';
import { analyseName, kindOfSchema, type Name, type NameKind, translatedName } from './name.ts';
import { type CleanQuestion, cleanQuestion, type Question } from './question.ts';
import type { ScreeningIndex } from './screening-index.ts';

export type Hit = {
  readonly entityId: string;
  /** 0 to 1: whether to alert. 1 is an exact full match; facts that contradict lower it. */
  readonly score: number;
  /** Unbounded: what speaks for this subject, in the name and in the facts. Hits are ranked by it. */
  readonly support: number;
  /** Place among the hits, from 1. */
  readonly rank: number;
  /** True when `score` reaches the match line. */
  readonly match: boolean;
  readonly caption: string;
  /** In plain words, the strongest first. */
  readonly reasons: readonly string[];
};

export type ScreenOptions = {
  /** Most hits given back; 5 when left out. */
  readonly limit?: number;
  /** Least score of a hit; 0.7 when left out. */
  readonly threshold?: number;
  /** Score from which a hit is called a match; 0.7 when left out. */
  readonly match?: number;
  /** Only subjects listed on this day. */
  readonly asOf?: CalendarDate | null;
};

export const DEFAULT_LIMIT = 5;
export const DEFAULT_THRESHOLD = 0.7;

/** A part of the name asked beside the part of the listed name that it was taken for; null where one has none. */
export type AlignedPart = { readonly asked: string | null; readonly listed: string | null; readonly how: string };

/** How far a hit's place depends on its name; facts add to it or take from it. */
const NAME_SUPPORT = 10;

const finders = new WeakMap<ScreeningIndex, CandidateFinder>();

type Found = { entity: number; comparison: NameComparison | null; quality: number; listed: string; factor: number };

/** Screens one question against an index. The same question and list give the same hits in the same order. */
export function screen(index: ScreeningIndex, question: Question, options: ScreenOptions = {}): Hit[] {
  return findHits(index, question, options).map(({ hit }) => hit);
}

/** The same, with the two names of each hit laid side by side. */
export function screenAligned(
  index: ScreeningIndex,
  question: Question,
  options: ScreenOptions = {},
): (Hit & { readonly aligned: readonly AlignedPart[] })[] {
  return findHits(index, question, options).map(({ hit, found }) => ({ ...hit, aligned: alignedParts(found) }));
}

function findHits(
  index: ScreeningIndex,
  question: Question,
  options: ScreenOptions,
): { readonly hit: Hit; readonly found: Found }[] {
  const asked = cleanQuestion(question);
  const found = new Map<number, Found>();
  findByName(index, asked, found);
  const numbers = judgeNumbers(index, asked);
  for (const entity of numbers.keys())
    if (!found.has(entity)) found.set(entity, { entity, comparison: null, quality: 0, listed: '', factor: 1 });
  const limit = options.limit ?? DEFAULT_LIMIT;
  const threshold = options.threshold ?? DEFAULT_THRESHOLD;
  const line = options.match ?? DEFAULT_THRESHOLD;
  // Without facts in the question the entities themselves need not be looked at: their names have said all.
  const facts = asked.birthDates.length + asked.countries.length + asked.imoNumbers.length > 0 || asked.gender !== '';
  const factual = facts || Boolean(options.asOf);
  const likely = [...found.values()]
    .sort((a, b) => (b.comparison?.score ?? 2) - (a.comparison?.score ?? 2) || a.entity - b.entity)
    .slice(0, Math.max(factual ? 40 : 0, limit * 4));
  const hits: { readonly hit: Omit<Hit, 'rank'>; readonly found: Found }[] = [];
  for (const candidate of likely) {
    const entity = factual ? index.entity(candidate.entity) : null;
    if (options.asOf && entity !== null && !isListedOn(entity, options.asOf)) continue;
    const own = [...(numbers.get(candidate.entity) ?? []), ...(entity === null ? [] : judgeFacts(entity, asked))];
    const hit = judge(index, candidate, own, line);
    if (hit.score >= threshold) hits.push({ hit, found: candidate });
  }
  hits.sort(
    ({ hit: a }, { hit: b }) =>
      b.support - a.support || b.score - a.score || (a.entityId < b.entityId ? -1 : a.entityId > b.entityId ? 1 : 0),
  );
  return hits.slice(0, limit).map(({ hit, found: from }, i) => ({ hit: { ...hit, rank: i + 1 }, found: from }));
}

/** Which kinds of listed subject a schema of the question may mean. */
function kindsAsked(schema: string): readonly NameKind[] {
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

function findByName(index: ScreeningIndex, asked: CleanQuestion, found: Map<number, Found>): void {
  if (asked.names.length === 0) return;
  let finder = finders.get(index);
  if (finder === undefined) {
    finder = new CandidateFinder(index);
    finders.set(index, finder);
  }
  const kinds = kindsAsked(asked.schema);
  for (const raw of asked.names) {
    const names: Name[] = [];
    for (const kind of kinds) {
      const variants: Name[] = [analyseName(raw, kind)];
      const translated = translatedName(raw, kind);
      if (translated !== null) variants.push(translated);
      variants.forEach((name, variant) => {
        if (name.tokens.length === 0) return;
        if (variant === 0) names.push(name);
        const factor = variant === 0 ? 1 : 0.97;
        for (const id of finder.find(name, (nameId) => index.kindOfName(nameId) === kind)) {
          const comparison = compareNames(name, index.name(id));
          const quality = index.arrays.nameQuality[id] ?? 0;
          // A weak alias is vouched for by the list only as a whole.
          const weak = quality === 3 && comparison.score < 1 ? 0.93 : 1;
          const score = weighEvidence(name, index.name(id), comparison, finder) * factor * weak;
          const entity = index.arrays.nameEntity[id]!;
          const known = found.get(entity);
          const before = known?.comparison?.score ?? -1;
          if (score > before || (score === before && quality < (known?.quality ?? 9)))
            found.set(entity, {
              entity,
              comparison: { ...comparison, score },
              quality,
              listed: index.texts.names[id] ?? '',
              factor,
            });
        }
      });
    }
    for (const name of names) joinAliases(index, finder, name, found);
  }
}

/** Entities whose several names are looked through together for one question. */
const JOINED_LOOKS = 12;

/** A question may mix what the list has apart, such as the given name of one alias and the family name of another. */
function joinAliases(index: ScreeningIndex, finder: CandidateFinder, name: Name, found: Map<number, Found>): void {
  const best = [...found.values()]
    .filter(
      (candidate) =>
        candidate.comparison !== null && candidate.comparison.score < 0.85 && candidate.comparison.hangul === '',
    )
    .sort((a, b) => (b.comparison?.score ?? 0) - (a.comparison?.score ?? 0) || a.entity - b.entity)
    .slice(0, JOINED_LOOKS);
  for (const candidate of best) {
    const { comparison } = candidate;
    if (comparison === null) continue;
    const joined = coverAcrossNames(index, finder, name, candidate.entity);
    if (joined === null || joined.score <= comparison.score) continue;
    found.set(candidate.entity, {
      ...candidate,
      comparison: { ...comparison, score: joined.score, onlyB: [], across: joined.names },
    });
  }
}

function judge(index: ScreeningIndex, found: Found, facts: readonly Fact[], line: number): Omit<Hit, 'rank'> {
  const nameScore = found.comparison?.score ?? 0;
  let score = nameScore;
  for (const fact of facts) if (fact.floor !== undefined) score = Math.max(score, fact.floor);
  for (const fact of facts) if (fact.factor !== undefined) score *= fact.factor;
  for (const fact of facts) if (fact.cap !== undefined) score = Math.min(score, fact.cap);
  score = Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000;
  const quality = [0.004, 0.003, 0.002, 0][found.quality] ?? 0;
  const support = score * NAME_SUPPORT + facts.reduce((sum, fact) => sum + fact.support, 0) + quality;
  const reasons = [
    ...facts.filter((fact) => fact.first).map((fact) => fact.reason),
    ...nameReasons(found),
    ...facts.filter((fact) => !fact.first).map((fact) => fact.reason),
  ];
  return {
    entityId: index.texts.ids[found.entity] ?? '',
    score,
    support: Math.round(support * 1000) / 1000,
    match: score >= line,
    caption: index.texts.captions[found.entity] ?? '',
    reasons,
  };
}

const QUALITY_WORDS = ['name', 'alias', 'former name', 'weak alias'];

function nameReasons(found: Found): string[] {
  const { comparison } = found;
  if (comparison === null) return [];
  const kind = QUALITY_WORDS[found.quality] ?? 'name';
  if (comparison.score >= 1) return [`the ${kind} "${found.listed}" is the same`];
  if (comparison.across !== undefined)
    return [
      `its names ${comparison.across.map((each) => `"${each}"`).join(' and ')} together hold the words asked (${comparison.score.toFixed(2)})`,
    ];
  const reasons = [`the ${kind} "${found.listed}" is like it (${comparison.score.toFixed(2)})`];
  for (const pair of comparison.pairs)
    if (pair.how !== 'equal') reasons.push(`"${pair.a}" and "${pair.b}": ${pair.how} (${pair.likeness.toFixed(2)})`);
  if (comparison.onlyA.length > 0) reasons.push(`only asked: ${comparison.onlyA.join(' ')}`);
  if (comparison.onlyB.length > 0) reasons.push(`only listed: ${comparison.onlyB.join(' ')}`);
  return reasons;
}

function alignedParts({ comparison, listed }: Found): readonly AlignedPart[] {
  if (comparison === null) return [];
  const { pairs, onlyA, onlyB, across } = comparison;
  return [
    ...pairs.map(({ a, b, how, likeness }) => ({
      asked: a,
      listed: how === 'equal' && comparison.score >= 1 ? listed : b,
      how: how === 'equal' ? how : `${how} (${likeness.toFixed(2)})`,
    })),
    ...onlyA.map((asked) => ({ asked, listed: null, how: across === undefined ? 'only asked' : 'in another name' })),
    ...onlyB.map((part) => ({ asked: null, listed: part, how: 'only listed' })),
  ];
}
