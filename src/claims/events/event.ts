import type { Predicate, Roles } from '../model/claim.ts';
import { inTime, type Run } from '../names/phrase.ts';
import type { FoundQuantity } from '../quantities/found-quantity.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import { isDemand, type Slot, spanOf } from './attribution-scope.ts';
import { lotsBehind, rolesOfLot } from './conjunct.ts';
import { subjectOf } from './event-subject.ts';
import { isElided, type OtherClause, otherClauses } from './other-clause.ts';
import type { PredicateHit } from './predicate.ts';
import { mergeRoles, readRoles } from './roles.ts';

/** One act that an attribution holds, or that the sentence tells itself. */
export type Deed = {
  readonly predicate: Predicate;
  readonly hit: PredicateHit | undefined;
  readonly roles: Roles | undefined;
  readonly rules: readonly string[];
  readonly quantities: readonly FoundQuantity[];
  /** Set when the sentence tells several acts of the kind, each with parties of its own. */
  readonly apart?: Apart;
};

/** Where in its sentence one of several acts is told. */
export type Apart = {
  /** The words that tell this act and no other. */
  readonly clause: Run;
  /** Who does it, who may stand in the clause of another act. */
  readonly subject: Run | undefined;
  /** The smallest stretch that holds what is done, who does it and who says so. */
  readonly passage: Run;
  /** What tells the other acts. */
  readonly others: readonly Run[];
};

/** A verb, or one thing with its party behind it, before it is known whether it tells an act of its own. */
type Part = {
  readonly hit: PredicateHit;
  readonly from: number;
  readonly subject: Run | undefined;
  readonly roles: Roles;
};

/** One deed a predicate, or more when the verbs tell different parties; a figure goes to the verb before it, or to the first. */
export function deedsOf(sentence: ReadSentence, slot: Slot, frame: Frame | undefined): Deed[] {
  const without = (predicate: Predicate): Deed[] => [
    { predicate, hit: undefined, roles: undefined, rules: [], quantities: slot.quantities },
  ];
  if (frame?.basis === 'calls-for') return without('called-for');
  if (frame?.basis !== 'denies' && isDemand(sentence, slot)) return without('called-for');
  if (slot.hits.length === 0)
    return without(frame?.basis === 'denies' && frame.dissenter === undefined ? 'denied' : 'said');
  const span = spanOf(sentence, frame);
  const others = otherClauses(sentence, slot, frame, span);
  const foreign = new Set(others.flatMap(({ quantities }) => quantities));
  const deeds = [...new Set(slot.hits.map(({ predicate }) => predicate))].flatMap((predicate) => {
    const hits = slot.hits.filter((hit) => hit.predicate === predicate);
    const quantities = slot.quantities.filter(
      (quantity) =>
        !foreign.has(quantity) &&
        !isElided(sentence, slot, quantity) &&
        nearestVerb(slot, quantity).predicate === predicate,
    );
    return deedsOfKind(sentence, slot, hits, quantities, span);
  });
  return [...deeds, ...others.filter(({ negated }) => !negated).map((other) => beside(sentence, slot, other, span))];
}

/** What a clause beside the deeds tells with its figures. */
function beside(sentence: ReadSentence, slot: Slot, { run, quantities }: OtherClause, span: Run): Deed {
  return {
    predicate: 'said',
    hit: undefined,
    roles: {},
    rules: ['deed:beside'],
    quantities,
    apart: {
      clause: run,
      subject: undefined,
      passage: passageOfClause(sentence, slot, run, undefined, false),
      others: [
        { from: span.from, to: run.from },
        { from: run.to, to: span.to },
      ],
    },
  };
}

function nearestVerb(slot: Slot, quantity: FoundQuantity): PredicateHit {
  return slot.hits.findLast((hit) => hit.group.head < quantity.from) ?? slot.hits[0]!;
}

function deedsOfKind(
  sentence: ReadSentence,
  slot: Slot,
  hits: readonly PredicateHit[],
  quantities: readonly FoundQuantity[],
  span: Run,
): Deed[] {
  const parts = partsOf(sentence, hits, span);
  const runs = parts.map(({ from }, i) => ({ from, to: parts[i + 1]?.from ?? span.to }));
  const figures = runs.map((run) => quantities.filter(({ from }) => from >= run.from && from < run.to));
  const groups: number[][] = [];
  parts.forEach((part, i) => {
    const last = groups[groups.length - 1];
    const same = last?.every((j) => !tellsAnother(sentence, parts[j]!, part, figures[j]!, figures[i]!));
    if (last === undefined || same !== true) groups.push([i]);
    else last.push(i);
  });
  if (groups.length < 2)
    return [
      {
        predicate: hits[0]!.predicate,
        hit: hits[0],
        roles: mergeRoles(
          hits.map((hit) => (parts.length === 1 ? parts[0]!.roles : rolesOfHit(sentence, hit, span.to))),
        ),
        rules: hits.map(({ rule }) => rule),
        quantities,
      },
    ];
  const clauses = groups.map((group) => ({ from: runs[group[0]!]!.from, to: runs[group[group.length - 1]!]!.to }));
  return groups.map((group, k): Deed => {
    const some = group.map((i) => parts[i]!);
    const { hit, subject } = some[0]!;
    const clause = clauses[k]!;
    return {
      predicate: hit.predicate,
      hit,
      roles: mergeRoles(some.map(({ roles }) => roles)),
      rules: [...new Set(some.map((part) => part.hit.rule)), 'deed:apart'],
      quantities: group.flatMap((i) => figures[i]!),
      apart: {
        clause,
        subject,
        passage: passageOfClause(sentence, slot, clause, subject, k === 0),
        others: clauses.flatMap((other, j) =>
          j === k ? [] : [{ from: j === 0 ? ownWordsOf(sentence, parts[0]!, clause) : other.from, to: other.to }],
        ),
      },
    };
  });
}

function rolesOfHit(sentence: ReadSentence, { group, predicate, rule }: PredicateHit, end: number): Roles {
  return readRoles(sentence, group, predicate, end, rule.endsWith('+noun'));
}

/** What stands before the first subject or verb ("In May") may be told of all that follows, but not behind a semicolon. */
function ownWordsOf({ words }: ReadSentence, { subject, hit, from }: Part, clause: Run): number {
  const begin = Math.min(subject?.from ?? hit.group.from, hit.group.from);
  return words.slice(begin, clause.from + 1).some(({ text }) => /^[;:]$/.test(text)) ? from : begin;
}

function partsOf(sentence: ReadSentence, hits: readonly PredicateHit[], span: Run): Part[] {
  const starts = hits.map((hit, i) => {
    const subject = subjectOf(sentence, hit.group);
    const from = i === 0 ? span.from : clauseStart(sentence, hit, subject, hits[i - 1]!.group.to);
    return { hit, subject, from };
  });
  return starts.flatMap(({ hit, subject, from }, i): Part[] => {
    const { group, predicate, rule } = hit;
    const to = starts[i + 1]?.from ?? span.to;
    const lots = rule.endsWith('+noun') ? [] : lotsBehind(sentence, group, predicate, to);
    const first = { hit, subject, from, roles: rolesOfHit(sentence, hit, lots[0]?.joint ?? to) };
    const rest = lots.map((lot, j) => {
      const roles = rolesOfLot(sentence, group, predicate, lot, lots[j + 1]?.joint ?? to);
      return { hit, subject, from: lot.joint, roles };
    });
    // "tanks to Latvia and trucks to Chad by Libya": who hands over the last lot hands over all of them.
    const { agent } = rest[rest.length - 1]?.roles ?? {};
    return [first, ...rest].map((part) =>
      agent === undefined || part.roles.agent !== undefined || !group.passive
        ? part
        : { ...part, roles: { ...part.roles, agent } },
    );
  });
}

const OPENS =
  /^([,;:—–]|and|but|or|nor|while|whereas|that|who|which|whom|whose|after|before|because|when|as|though|although|until|since|where)$/;

/** The mark or conjunction before a verb and its subject, behind which its clause begins. */
function clauseStart(sentence: ReadSentence, { group }: PredicateHit, subject: Run | undefined, floor: number): number {
  const { words, times } = sentence;
  const opens = (at: number) => OPENS.test(words[at]!.lower) && inTime(times, at) === undefined;
  const relative = /^(who|which|that)$/.test(words[group.from - 1]?.lower ?? '');
  const anchor = subject !== undefined && subject.from >= floor && !relative ? subject.from : group.from;
  for (let i = anchor - 1; i >= floor; i--) {
    if (/^(VERB|AUX)$/.test(words[i]!.pos)) return anchor;
    if (!opens(i)) continue;
    while (i > floor && (opens(i - 1) || (words[i - 1]!.pos === 'ADP' && /^(which|whom)$/.test(words[i]!.lower)))) i--;
    return i;
  }
  return anchor;
}

/**
 * Whether two verbs tell two acts: what one claim says of its parties must hold for each of them with each other, so parts that
 * differ in two of doer, receiver and thing cannot stand in one. "Sold and delivered", one thing to two States, or two things to
 * one, are one act.
 */
function tellsAnother(
  sentence: ReadSentence,
  a: Part,
  b: Part,
  figuresOfA: readonly FoundQuantity[],
  figuresOfB: readonly FoundQuantity[],
): boolean {
  const things = areApart(a.roles.object, b.roles.object);
  const amounts = !things && figuresOfA.length > 0 && figuresOfB.length > 0;
  const differences = [
    areApart(doersOf(sentence, a), doersOf(sentence, b)),
    areApart(a.roles.recipient, b.roles.recipient),
    areApart(a.roles.instrument, b.roles.instrument),
    things || amounts,
  ];
  return differences.filter(Boolean).length > 1;
}

/** "we sent … and they sent": a pronoun tells one doer from another even where nobody knows who is meant. */
function doersOf({ words }: ReadSentence, { roles, hit }: Part): readonly string[] | undefined {
  const pronoun = words[hit.group.from - 1]?.lower ?? '';
  return (
    roles.agent ??
    (!hit.group.passive && /^(we|they|he|she|it|i|you|another|others)$/.test(pronoun) ? [` ${pronoun} `] : undefined)
  );
}

function areApart(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  // "port" is no part of "airport", "rifles" is one of "hunting rifles".
  const within = (one: string, other: string) => ` ${other} `.includes(` ${one} `);
  return !a.some((one) => b.some((other) => within(one.trim(), other.trim()) || within(other.trim(), one.trim())));
}

/** The clause with its subject and with whoever says it. */
function passageOfClause(
  sentence: ReadSentence,
  slot: Slot,
  clause: Run,
  subject: Run | undefined,
  first: boolean,
): Run {
  const { words } = sentence;
  let { from, to } = clause;
  if (!first) while (from < to - 1 && /^([,;:—–]|and|but|or|nor|while|whereas|that)$/.test(words[from]!.lower)) from++;
  if (subject !== undefined) from = Math.min(from, wholeOf(sentence, subject));
  for (const frame of [...(slot.frame === undefined ? [] : [slot.frame]), ...slot.outer]) {
    const said = [frame.speaker, frame.cue < 0 ? undefined : { from: frame.cue, to: frame.cue + 1 }];
    for (const run of said) {
      if (run === undefined) continue;
      from = Math.min(from, run.from);
      to = Math.max(to, run.to);
    }
  }
  return { from, to };
}

const HEDGE = /^(about|around|over|under|nearly|almost|roughly|approximately|some|least|than|up|only)$/;

/** Where a subject begins with its article and with what negates it. */
function wholeOf({ words }: ReadSentence, { from }: Run): number {
  let at = from;
  while (
    at > 0 &&
    (words[at - 1]!.pos === 'DET' ||
      /^(no|neither|both)$/.test(words[at - 1]!.lower) ||
      (words[at]!.pos === 'NUM' && HEDGE.test(words[at - 1]!.lower)))
  )
    at--;
  const neither = words.findLastIndex(({ lower }, i) => i < at && i >= at - 6 && lower === 'neither');
  return neither >= 0 && words.slice(neither, from).every(({ pos }) => !/^(VERB|AUX)$/.test(pos)) ? neither : at;
}

/** The words in which one of several acts is told, and who does it. */
export function runsOf({ clause, subject }: Apart): Run[] {
  return subject === undefined ? [clause] : [clause, subject];
}

/** "40 tanks in 2023, while Chad sent 20": the period told of one act is not that of the figures of another. */
export function withoutTimesOf(
  sentence: ReadSentence,
  quantities: readonly FoundQuantity[],
  { clause, others }: Apart,
): FoundQuantity[] {
  const within = (runs: readonly Run[]) =>
    sentence.times.filter(({ firstWord }) => runs.some((run) => firstWord >= run.from && firstWord < run.to));
  const own = within([clause]);
  const foreign = within(others);
  return quantities.map((found) => {
    const { window, ...quantity } = found.quantity;
    const is = (time: { from: string | null; to: string | null }) =>
      time.from === window?.from && time.to === window?.to;
    return window !== undefined && foreign.some(is) && !own.some(is) ? { ...found, quantity } : found;
  });
}
