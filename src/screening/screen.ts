import type { CalendarDate } from '../core/time/calendar.ts';
import { isListedOn } from '../entities/entity.ts';
import { type Fact, judgeFacts, judgeNumbers } from './facts.ts';
import type { ScreeningIndex } from './index/screening-index.ts';
import { type AlignedPart, alignedParts } from './matching/aligned-parts.ts';
import { nameReasons } from './matching/name-reasons.ts';
import { type NameFound, nameSearchOf } from './matching/name-search.ts';
import { cleanQuestion, type Question } from './question.ts';

export type { AlignedPart };

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

/** How far a hit's place depends on its name; facts add to it or take from it. */
const NAME_SUPPORT = 10;
/** Of equal names the better vouched for comes first: name, alias, former name, weak alias. */
const QUALITY_SUPPORT = [0.004, 0.003, 0.002, 0];

/** A subject found by its names, its numbers or both. */
type Found = { readonly entity: number; readonly name: NameFound | null };
type Judged = Found & { readonly score: number; readonly support: number; readonly facts: readonly Fact[] };

/** Scores are told in thousandths. */
const ROUNDING = 0.0005;
/** Subjects whose facts are looked at, when the question has any. */
const FACTUAL_LOOKS = 40;

/** Screens one question against an index. The same question and list give the same hits in the same order. */
export function screen(index: ScreeningIndex, question: Question, options: ScreenOptions = {}): Hit[] {
  return judgeAll(index, question, options).map((judged, i) => hitOf(index, judged, i + 1, options));
}

/** The same, with the two names of each hit laid side by side. */
export function screenAligned(
  index: ScreeningIndex,
  question: Question,
  options: ScreenOptions = {},
): (Hit & { readonly aligned: readonly AlignedPart[] })[] {
  return judgeAll(index, question, options).map((judged, i) => ({
    ...hitOf(index, judged, i + 1, options),
    aligned: judged.name === null ? [] : alignedParts(judged.name),
  }));
}

function hitOf(index: ScreeningIndex, judged: Judged, rank: number, options: ScreenOptions): Hit {
  return {
    entityId: index.texts.ids.at(judged.entity) ?? '',
    score: judged.score,
    support: judged.support,
    rank,
    match: judged.score >= (options.match ?? DEFAULT_THRESHOLD),
    caption: index.texts.captions.at(judged.entity) ?? '',
    reasons: reasonsOf(judged),
  };
}

/** The subjects that are hits, best first. */
function judgeAll(index: ScreeningIndex, question: Question, options: ScreenOptions): Judged[] {
  const asked = cleanQuestion(question);
  const limit = options.limit ?? DEFAULT_LIMIT;
  const threshold = options.threshold ?? DEFAULT_THRESHOLD;
  const asOf = options.asOf ?? null;
  const names =
    asked.names.length === 0 ? new Map<number, NameFound>() : nameSearchOf(index).find(asked.names, asked.schema);
  const numbers = judgeNumbers(index, asked);
  const found: Found[] = [...names.values()].map((name) => ({ entity: name.entity, name }));
  for (const entity of numbers.keys()) if (!names.has(entity)) found.push({ entity, name: null });
  // Without facts in the question the entities themselves need not be looked at: their names have said all.
  const factual =
    asked.birthDates.length + asked.countries.length + asked.imoNumbers.length > 0 ||
    asked.gender !== '' ||
    asOf !== null;
  const likely = found
    .sort((a, b) => (b.name?.score ?? 2) - (a.name?.score ?? 2) || a.entity - b.entity)
    .slice(0, Math.max(factual ? FACTUAL_LOOKS : 0, limit * 4));
  const judged: Judged[] = [];
  for (const one of likely) {
    // The rest is less alike, and nothing can lift it.
    if (!factual && one.name !== null && !numbers.has(one.entity) && one.name.score < threshold - ROUNDING) continue;
    const entity = factual ? index.entity(one.entity) : null;
    if (asOf !== null && entity !== null && !isListedOn(entity, asOf)) continue;
    const own = [...(numbers.get(one.entity) ?? []), ...(entity === null ? [] : judgeFacts(entity, asked))];
    const hit = judge(one, own);
    if (hit.score >= threshold) judged.push(hit);
  }
  const idOf = (one: Found): string => index.texts.ids.at(one.entity) ?? '';
  return judged
    .sort((a, b) => b.support - a.support || b.score - a.score || (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0))
    .slice(0, limit);
}

/** Facts lift a score, lower it or limit it, in this order. */
function judge(found: Found, facts: readonly Fact[]): Judged {
  let score = found.name?.score ?? 0;
  for (const fact of facts) if (fact.floor !== undefined) score = Math.max(score, fact.floor);
  for (const fact of facts) if (fact.factor !== undefined) score *= fact.factor;
  for (const fact of facts) if (fact.cap !== undefined) score = Math.min(score, fact.cap);
  score = Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000;
  const quality = QUALITY_SUPPORT[found.name?.quality ?? 0] ?? 0;
  const support = score * NAME_SUPPORT + facts.reduce((sum, fact) => sum + fact.support, 0) + quality;
  const { entity, name } = found;
  return { entity, name, score, support: Math.round(support * 1000) / 1000, facts };
}

function reasonsOf({ name, facts }: Judged): string[] {
  return [
    ...facts.filter((fact) => fact.first).map((fact) => fact.reason),
    ...(name === null ? [] : nameReasons(name)),
    ...facts.filter((fact) => !fact.first).map((fact) => fact.reason),
  ];
}
