import type { DateInterval } from '../../core/time/interval.ts';
import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Basis } from '../model/basis.ts';
import type { Predicate } from '../model/claim.ts';
import type { Nature, Quantity } from '../model/quantity.ts';
import type { FoundQuantity } from '../quantities/found-quantity.ts';
import { rateAt } from '../quantities/over-time.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { firstConjunct, topOf } from '../syntax/phrase-span.ts';
import { isCompared } from './compared.ts';
import { countedEvent } from './event-words.ts';
import { withThing } from './measure-of.ts';
import type { Stance } from './stance.ts';
import { clauseOfTime, timesOf } from './time-owner.ts';

/** A figure with its place: the word on which it hangs and the clause to which it belongs (-1: to none). */
export type PlacedFigure = FoundQuantity & { readonly top: number; readonly clause: number };

export function placeFigures(sentence: ParsedSentence, found: readonly FoundQuantity[]): PlacedFigure[] {
  const placed: PlacedFigure[] = [];
  for (const figure of found) {
    const top = topOf(sentence, figure);
    const clause =
      withClause(sentence, top) ??
      saidOfThem(sentence, top) ??
      ofSeries(sentence, figure, placed.at(-1)) ??
      sentence.clauseOf[top]!;
    placed.push({ ...figure, top, clause });
  }
  return placed;
}

/** "that killed 20 people in Narva, 23 in Sillamäe and three in Kunda": a number alone that goes on with those before it, wherever it was hung. */
function ofSeries(
  { words }: ParsedSentence,
  { from, to }: FoundQuantity,
  before: PlacedFigure | undefined,
): number | undefined {
  if (before === undefined || to !== from + 1 || words[to]?.pos !== 'ADP') return undefined;
  const between = words.slice(before.to, from);
  const goesOn = /^(,|and)$/.test(between.at(-1)?.lower ?? '') && between[0]?.lower === words[to].lower;
  return goesOn && between.every(({ pos, text }) => /^(ADP|DET|PROPN|NOUN|ADJ|CCONJ)$/.test(pos) || text === ',')
    ? before.clause
    : undefined;
}

/** "a list of 23 people who it said were killed": the figure is of what is said of them, and not of the list. */
function saidOfThem({ arcs, clauses }: ParsedSentence, top: number): number | undefined {
  const saying = clauses.findIndex(
    ({ head, relation, lemma }) => relation === 'relcl' && arcs.heads[head] === top && PLAIN_SAYING.has(lemma),
  );
  const said = saying < 0 ? -1 : clauses.findIndex(({ parent, relation }) => parent === saying && relation === 'ccomp');
  return said < 0 ? undefined : said;
}

/** "with 310 tons reaching Chad in May, 845 in June": after "with" the figures are of the participle that stands with them. */
function withClause(sentence: ParsedSentence, top: number): number | undefined {
  const { arcs, words, clauses } = sentence;
  const first = firstConjunct(sentence, top);
  const preposition = arcs.heads[first]!;
  if (preposition < 0 || words[preposition]!.lower !== 'with') return undefined;
  const place = clauses.findIndex(
    ({ head, relation }) => arcs.heads[head] === first && (relation === 'acl' || relation === 'relcl'),
  );
  return place < 0 ? undefined : place;
}

/** What a figure is of, for the event of its clause. */
export type FigureEvent = {
  readonly predicate: Predicate | undefined;
  readonly lemma: string | undefined;
  readonly stance: Stance;
  readonly published: string | null;
};

/** A figure with the event to which it belongs, its nature, and the time that is its own. */
export function figureOf(sentence: ParsedSentence, figure: PlacedFigure, event: FigureEvent): Quantity {
  const quantity = withThing(sentence, figure);
  const nature = natureOf(sentence, figure, event);
  const own = quantity.window === undefined ? ownTime(sentence, figure) : undefined;
  const window =
    quantity.window ?? (own === undefined || nature === 'limit' ? undefined : { from: own.from, to: own.to });
  const name =
    event.predicate !== undefined && event.predicate !== 'said'
      ? event.predicate
      : reportedBy(sentence, figure, event.lemma);
  const basis: Quantity['basis'] = {
    counts: 'explicit',
    ...(name === undefined ? {} : { event: 'explicit' as Basis }),
    ...(quantity.of === undefined ? {} : { of: 'explicit' as Basis }),
    ...(window === undefined ? {} : { window: 'explicit' as Basis }),
  };
  const asOf = nature === 'running-total' || nature === 'stock' ? asOfOf(sentence, figure, event, window) : undefined;
  return {
    ...quantity,
    ...(window === undefined ? {} : { window }),
    ...(name === undefined ? {} : { event: name }),
    nature,
    ...(asOf === undefined ? {} : { asOf: asOf.day }),
    basis: asOf === undefined ? basis : { ...basis, asOf: asOf.basis },
  };
}

/**
 * The verb as the event of a figure. What only says how many there are or that somebody said so tells of no event; "died or been
 * hurt" is told of both together and of neither alone.
 */
function reportedBy(
  { clauses }: ParsedSentence,
  { clause: place }: PlacedFigure,
  lemma: string | undefined,
): string | undefined {
  if (lemma === undefined || lexicalVerbs('amounts').has(lemma) || cueTables().verbs.has(lemma)) return undefined;
  const joined = clauses.filter(
    ({ joinedTo, object, subject }) =>
      joinedTo === clauses[place]?.joinedTo && object?.link !== 'own' && subject?.link !== 'own',
  );
  const fates = new Set([lemma, ...joined.map((one) => one.lemma)].map((one) => FATES.get(one)));
  return fates.has('kill') && fates.has('injure') ? 'casualty' : lemma;
}

const FATES: ReadonlyMap<string, 'kill' | 'injure'> = new Map([
  ...['kill', 'die', 'perish', 'slay'].map((lemma) => [lemma, 'kill'] as const),
  ...['hurt', 'injure', 'wound', 'maim'].map((lemma) => [lemma, 'injure'] as const),
]);

const STOCKS =
  /^(hold|have|own|possess|keep|store|remain|contain|number|host|house|include|comprise|field|station|stand|exist|be)$/;
const SO_FAR =
  /^(so far|to date|until now|till now|up to now|thus far|already|by now|in all|since then|altogether|in total|cumulatively|overall)$/;

function natureOf(sentence: ParsedSentence, figure: PlacedFigure, event: FigureEvent): Nature {
  const { quantity, from, to } = figure;
  const { words } = sentence;
  if (quantity.nature !== undefined) return quantity.nature;
  const near = words
    .map(({ lower }, at) => (lower === 'since' && isCompared(sentence, at) ? '' : lower))
    .slice(Math.max(0, from - 4), Math.min(words.length, to + 5));
  if (isRate(sentence, figure)) return 'rate';
  if (quantity.qualifier === 'at-most' && !isDone(sentence, figure, event)) return 'limit';
  if (isCapacity(sentence, figure)) return 'capacity';
  if (event.stance.factuality === 'plan') return 'plan';
  if (event.stance.factuality === 'capacity') return 'capacity';
  if (event.stance.factuality === 'demand') return 'limit';
  const clause = sentence.clauses[figure.clause];
  // "bringing the toll this year to 5,000": what all of them came to.
  if (clause !== undefined && /^(bring|raise|push|lift)$/.test(clause.lemma) && words[from - 1]?.lower === 'to')
    return 'running-total';
  if (clause !== undefined && lexicalVerbs('changes').has(clause.lemma) && /^(by)$/.test(words[from - 1]?.lower ?? ''))
    return 'change';
  if (
    near.join(' ').match(/\bso far\b|\bto date\b|\bsince\b|\bas of\b|\bup to now\b/) !== null ||
    saysSoFar(sentence, figure)
  )
    return 'running-total';
  if (clause?.modifiers.includes('already')) return 'running-total';
  if (
    clause !== undefined &&
    event.predicate === undefined &&
    STOCKS.test(clause.lemma) &&
    !clause.passive &&
    clause.lemma !== 'be'
  )
    return 'stock';
  return 'count';
}

/** "No more than 300 died": an event that is stated as done, of which the figure is the most; "no more than 300 may" sets a limit. */
function isDone(
  sentence: ParsedSentence,
  { clause: place }: PlacedFigure,
  { stance, predicate }: FigureEvent,
): boolean {
  const clause = sentence.clauses[place];
  return (
    clause !== undefined &&
    stance.factuality === 'fact' &&
    (predicate !== undefined || /^(die|perish|survive|return|arrive)$/.test(clause.lemma)) &&
    (sentence.arcs.tags[clause.head] === 'VBD' ||
      clause.modifiers.some((word) => /^(have|has|had|was|were|did)$/.test(word)))
  );
}

function saysSoFar(sentence: ParsedSentence, { clause }: PlacedFigure): boolean {
  if (clause < 0) return false;
  const own = timesOf(sentence, clause);
  return (
    own.some(({ span, from, to }) => span && from !== null && to === null) ||
    sentence.clauses[clause]!.modifiers.some((word) => SO_FAR.test(word))
  );
}

function isRate({ words }: ParsedSentence, { to, quantity }: PlacedFigure): boolean {
  return (
    rateAt(words, to) !== undefined ||
    /^(daily|annually|yearly|monthly|weekly|apiece)$/.test(words[to]?.lower ?? '') ||
    /\b(?:a|per) (?:day|week|month|year)\b/.test(quantity.of ?? '')
  );
}

/** "able to carry 40", "a capacity of", "worth", "enough for", "if translated into": no thing done. */
function isCapacity({ words }: ParsedSentence, { from, to }: PlacedFigure): boolean {
  const before = words.slice(Math.max(0, from - 5), from).map(({ lower }) => lower);
  const behind = words.slice(to, to + 3).map(({ lower }) => lower);
  return (
    before.some((lower) => /^(capacity|capable|enough|equivalent|deadweight|equal)$/.test(lower)) ||
    behind.some((lower) => /^(capacity|deadweight|equivalent)$/.test(lower))
  );
}

/** The time that stands with the figure and no other: after it before the next figure, where its clause tells of several. */
function ownTime(sentence: ParsedSentence, figure: PlacedFigure): DateInterval | undefined {
  // What another figure is compared with was counted at another time: its own, or one that is not told.
  const number = sentence.words.findIndex(({ pos }, at) => at >= figure.from && at < figure.to && pos === 'NUM');
  const compared = isCompared(sentence, number < 0 ? figure.from : number);
  const changed = lexicalVerbs('changes').has(sentence.clauses[figure.clause]?.lemma ?? '');
  const told = compared || changed ? timeOfCounted(sentence, figure) : undefined;
  if (told !== undefined) return told;
  if (compared) return timeBehind(sentence, figure) ?? { from: null, to: null };
  const mine = sentence.times.filter((time) => {
    const top = topOf(sentence, { from: time.firstWord, to: time.lastWord + 1 });
    const above = sentence.arcs.heads[top]!;
    return above >= figure.from && above < figure.to;
  });
  if (mine.length > 0) return mine[0];
  const next = sentence.times.find(
    ({ firstWord }) =>
      firstWord === figure.to || (firstWord === figure.to + 1 && sentence.words[figure.to]!.text !== ','),
  );
  return next !== undefined &&
    clauseOfTime(sentence, next) === figure.clause &&
    timesOf(sentence, figure.clause).length > 1
    ? next
    : undefined;
}

/** "rose from 25 tonnes seized in 1990 to 55 tonnes seized in 1995": the time of what is told of the things that each figure counts. */
function timeOfCounted(sentence: ParsedSentence, { from, to }: PlacedFigure): DateInterval | undefined {
  const place = sentence.clauses.findIndex(
    ({ head, relation }) =>
      relation === 'acl' && sentence.arcs.heads[head]! >= from && sentence.arcs.heads[head]! < to && head >= to,
  );
  const [time, ...more] = sentence.times.filter((one) => clauseOfTime(sentence, one) === place);
  return place < 0 || more.length > 0 ? undefined : time;
}

/** The first time after a figure, with no verb and no mark between. */
function timeBehind({ times, words }: ParsedSentence, { to }: PlacedFigure): DateInterval | undefined {
  const time = times.find(({ firstWord }) => firstWord >= to);
  const between = time === undefined ? [] : words.slice(to, time.firstWord);
  return between.some(({ pos, text }) => /^(VERB|AUX)$/.test(pos) || /^[,;:]$/.test(text)) ? undefined : time;
}

function asOfOf(
  sentence: ParsedSentence,
  figure: PlacedFigure,
  { published }: FigureEvent,
  window: Quantity['window'],
): { readonly day: string; readonly basis: Basis } | undefined {
  const stated = figure.clause < 0 ? [] : timesOf(sentence, figure.clause);
  const until =
    stated.find(({ from, to }) => from === null && to !== null) ??
    stated.find(({ from, to }) => from !== null && from === to);
  if (until?.to != null) return { day: until.to, basis: 'explicit' };
  if (window?.to != null) return { day: window.to, basis: 'explicit' };
  return published === null ? undefined : { day: published, basis: 'carried' };
}

/** "50 times" counts what was done, "10 such cases" what was counted before. */
export function countedAs(
  quantity: Quantity,
  predicate: Predicate | undefined,
  antecedent: { readonly predicate: Predicate; readonly counts: string | undefined } | undefined,
): Quantity {
  if (!/^(time|occasion|case|incident|instance|event|occurrence)$/.test(quantity.counts)) return quantity;
  if (antecedent !== undefined && !/^(time|occasion)$/.test(quantity.counts)) {
    const counts = antecedent.counts ?? countedEvent(antecedent.predicate);
    return counts === undefined ? quantity : { ...quantity, counts };
  }
  const counts =
    /^(time|occasion)$/.test(quantity.counts) && predicate !== undefined ? countedEvent(predicate) : undefined;
  return counts === undefined ? quantity : { ...quantity, counts };
}
