import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Basis } from '../model/basis.ts';
import type { Predicate } from '../model/claim.ts';
import type { Nature, Quantity } from '../model/quantity.ts';
import type { FoundQuantity } from '../quantities/found-quantity.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { firstConjunct, topOf } from '../syntax/phrase-span.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import { countedEvent } from './event.ts';
import type { Stance } from './stance.ts';
import { clauseOfTime, timesOf } from './when.ts';

/** A figure with its place: the word on which it hangs and the clause to which it belongs (-1: to none). */
export type PlacedFigure = FoundQuantity & { readonly top: number; readonly clause: number };

export function placeFigures(sentence: ParsedSentence, found: readonly FoundQuantity[]): PlacedFigure[] {
  return found.map((figure) => {
    const top = topOf(sentence, figure);
    return { ...figure, top, clause: withClause(sentence, top) ?? sentence.clauseOf[top]! };
  });
}

/** "with 310 tons reaching Chad in May, 845 in June": behind "with" the figures are of the participle that stands with them. */
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
  const { quantity } = figure;
  const nature = natureOf(sentence, figure, event);
  const own = quantity.window === undefined ? ownTime(sentence, figure) : undefined;
  const window =
    quantity.window ?? (own === undefined || nature === 'limit' ? undefined : { from: own.from, to: own.to });
  const name = event.predicate !== undefined && event.predicate !== 'said' ? event.predicate : event.lemma;
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

const STOCKS =
  /^(hold|have|own|possess|keep|store|remain|contain|number|host|house|include|comprise|field|station|stand|exist|be)$/;
const SO_FAR =
  /^(so far|to date|until now|till now|up to now|thus far|already|by now|in all|since then|altogether|in total|cumulatively|overall)$/;

function natureOf(sentence: ParsedSentence, figure: PlacedFigure, event: FigureEvent): Nature {
  const { quantity, from, to } = figure;
  const { words } = sentence;
  if (quantity.nature !== undefined) return quantity.nature;
  const near = words.slice(Math.max(0, from - 4), Math.min(words.length, to + 5)).map(({ lower }) => lower);
  if (isRate(sentence, figure)) return 'rate';
  if (quantity.qualifier === 'at-most') return 'limit';
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

function saysSoFar(sentence: ParsedSentence, { clause }: PlacedFigure): boolean {
  if (clause < 0) return false;
  const own = timesOf(sentence, clause);
  return (
    own.some(({ span, from, to }) => span && from !== null && to === null) ||
    sentence.clauses[clause]!.modifiers.some((word) => SO_FAR.test(word))
  );
}

function isRate({ words }: ParsedSentence, { to, quantity }: PlacedFigure): boolean {
  const [next, after] = [words[to]?.lower ?? '', words[to + 1]?.lower ?? ''];
  return (
    (/^(a|per|each|every)$/.test(next) && /^(day|week|month|year|hour|quarter|night)$/.test(after)) ||
    /^(daily|annually|yearly|monthly|weekly|apiece)$/.test(next) ||
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

/** The time that stands with the figure and no other: behind it before the next figure, where its clause tells of several. */
function ownTime(sentence: ParsedSentence, figure: PlacedFigure): TimeExpression | undefined {
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

function asOfOf(
  sentence: ParsedSentence,
  figure: PlacedFigure,
  { published }: FigureEvent,
  window: Quantity['window'],
): { readonly day: string; readonly basis: Basis } | undefined {
  const told = figure.clause < 0 ? [] : timesOf(sentence, figure.clause);
  const until =
    told.find(({ from, to }) => from === null && to !== null) ??
    told.find(({ from, to }) => from !== null && from === to);
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
