import type { Attribution } from '../attribution/attribution.ts';
import { assertsOfItself, isOthersWords } from '../attribution/own-voice.ts';
import { type Antecedent, refersBack } from '../events/antecedent.ts';
import { type Event, eventOfClause } from '../events/event.ts';
import { countedAs, figureOf, type PlacedFigure } from '../events/figures.ts';
import { modalityOf } from '../events/modality.ts';
import { rejectionOf } from '../events/rejection.ts';
import { type ReadRoles, rolesOfClause, rolesOfNoun } from '../events/roles.ts';
import { type Stance, stanceOf } from '../events/stance.ts';
import { OPEN_TIME, type ReadTime, timeOfClause, timeOfNoun, timesOf } from '../events/when.ts';
import { placesOfClause } from '../events/where.ts';
import { cueTables } from '../lexicon/cue.ts';
import type { Basis } from '../model/basis.ts';
import type { Claim, Claimant, ClaimPart, Predicate, Speech } from '../model/claim.ts';
import type { Counted } from '../quantities/quantity-extraction.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy, spanUnder } from '../syntax/phrase-span.ts';
import { type Assertion, assertionsIn, figuresIn } from './assertions.ts';
import type { Draft } from './draft.ts';
import { relayOf } from './relay.ts';

/** What the sentences before leave to a sentence: what was done and counted last, and who spoke in the one right before. */
export type Before = {
  readonly antecedent: Antecedent | undefined;
  readonly counted: Counted | undefined;
  readonly speaker: Claimant | undefined;
  readonly published: string | null;
};

const UNNAMED: Claimant = { name: 'unnamed', kind: 'unnamed' };

/**
 * Claims of one sentence: one for each clause that tells of an event or gives a figure, and one for what is said where it does
 * neither, each given to whoever says it. `carried` is the speaker of a sentence that has no attribution of its own.
 */
export function draftClaims(
  sentence: ParsedSentence,
  attributions: readonly Attribution[],
  source: Claimant,
  carried: Attribution | undefined,
  before: Before,
): Draft[] {
  const held = carried === undefined ? attributions : [carried, ...attributions];
  const figures = figuresIn(sentence, attributions, before.counted);
  const drafts: Draft[] = [];
  const taken = new Set<string>();
  for (const assertion of assertionsIn(sentence, held, figures)) {
    const draft = draftOf(sentence, assertion, source, before);
    const key = `${assertion.place}:${assertion.noun}:${assertion.chain.at(-1)?.cue ?? -2}:${assertion.chain.length}`;
    if (draft === undefined || taken.has(key)) continue;
    taken.add(key);
    drafts.push(draft);
  }
  if (drafts.length === 0 && held.length === 0 && assertsOfItself(sentence, source)) {
    const place = sentence.clauses.findIndex(({ relation, form }) => relation === 'ROOT' && form === 'finite');
    const draft = draftOf(
      sentence,
      { place, noun: undefined, event: undefined, figures: [], chain: [] },
      source,
      before,
    );
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts.sort((a, b) => a.anchor - b.anchor);
}

function draftOf(sentence: ParsedSentence, assertion: Assertion, source: Claimant, before: Before): Draft | undefined {
  const { place, noun, event } = assertion;
  const clause: Clause | undefined = sentence.clauses[place];
  const anchor = noun ?? clause?.head ?? assertion.figures[0]?.from ?? 0;
  const told = teller(assertion.chain, source);
  const rejection = told.inner?.reporting === 'denies' ? undefined : rejectionOf(sentence, anchor);
  const isTheirs = told.inner?.construction === 'claim-noun';
  // What somebody else calls untrue is said neither by them nor by whoever tells of it, but by those whose claim it is.
  if (rejection?.by != null && !isTheirs && rejection.by !== told.inner?.lemma) return undefined;
  const isRejected = rejection !== undefined && (rejection.by === null || !isTheirs);
  // "Sweden's false claim that": whoever calls it false denies it.
  const { inner, outer } = isRejected && isTheirs ? teller(assertion.chain.slice(0, -1), source) : told;
  const own = inner === undefined;
  const others = own && isOthersWords(sentence, anchor, source);
  const claimant = own
    ? others
      ? (before.speaker ?? UNNAMED)
      : source
    : inner.claimant.name === source.name
      ? source
      : inner.claimant;
  const stance: Stance =
    noun === undefined && place >= 0
      ? stanceOf(sentence, place, inner?.tops ?? [])
      : {
          factuality: 'fact',
          negated: false,
          hedged:
            inner !== undefined &&
            sentence.words.some(({ lower }, at) => inner.content[at] === true && /^(may|might|could)$/.test(lower)),
        };
  const such =
    event === undefined && before.antecedent !== undefined && refersBack(sentence, inner?.content)
      ? before.antecedent
      : undefined;
  const denied = inner?.reporting === 'denies' && inner.dissenter === undefined;
  const predicate = predicateOf(event, such, inner, stance, claimant, own);
  const speaker = own || claimant.kind === 'unnamed' ? undefined : claimant;
  const read = rolesIn(sentence, assertion, clause, predicate, such, speaker);
  const time = timeIn(sentence, assertion, inner, predicate, before.published);
  const { modality, rule } = modalityOf(
    sentence,
    {
      reporting: inner?.reporting,
      lemma: inner?.lemma ?? '',
      claimant,
      own: own && claimant === source,
      content: inner?.content,
    },
    clause,
    stance,
    event?.predicate,
  );
  const quantities = assertion.figures.map((figure) => {
    const own = figure.clause >= 0 && clause !== undefined ? eventOfFigure(sentence, figure, place) : undefined;
    const read = figureOf(sentence, figure, {
      predicate: own === undefined ? (event?.predicate ?? such?.predicate) : own.predicate,
      lemma: own === undefined ? clause?.lemma : own.lemma,
      stance,
      published: before.published,
    });
    return countedAs(read, event?.predicate, such);
  });
  // "denies the assertion that it has no basis" denies the assertion, whatever that says; "denied that it had none" owns to some.
  const isDenial =
    (denied && inner.construction === 'reporting-object') ||
    denied !== (stance.negated !== isRejected && (event !== undefined || denied));
  const basis: { [part in ClaimPart]?: Basis } = {
    claimant: claimantBasis(inner, claimant, own, others),
    ...read.basis,
    when: time.basis,
  };
  const relay = relayOf(inner, outer, claimant);
  const doubter = [inner, ...outer].find((one) => one?.dissenter !== undefined)?.dissenter;
  if (relay.length > 0) basis.relay = 'explicit';
  return {
    claimant,
    relay,
    polarity: isDenial ? 'denies' : 'asserts',
    modality,
    speech: speechOf(
      sentence,
      inner,
      anchor,
      claimant === source && sentence.quoted[anchor] !== true,
      event !== undefined,
    ),
    predicate,
    roles: withVessels(sentence, read.roles, noun === undefined ? place : -1),
    quantities,
    when: time.when,
    where:
      such !== undefined ? such.where : place >= 0 ? placesOfClause(sentence, place, predicate === 'attacked') : [],
    basis,
    ...(Object.keys(read.candidates).length === 0 ? {} : { candidates: read.candidates }),
    rules: [
      ...(inner === undefined
        ? ['own-voice']
        : [`attribution:${inner.construction}:${inner.lemma}`, `speaker:${inner.speaker}`]),
      ...(event === undefined ? [] : [`predicate:${event.rule}`]),
      `modality:${rule}`,
      ...(such === undefined ? [] : ['antecedent:such']),
    ],
    anchor,
    clause: clauseRun(sentence, anchor, inner),
    ...(doubter === undefined
      ? {}
      : {
          dissent: [
            {
              claimant: doubter,
              quote: sentence.text.slice(sentence.words[0]!.start, sentence.words.at(-1)!.end),
            },
          ],
        }),
  };
}

/** The event of a figure that stands in a clause of detail, which is its own and not the deed's: "bringing the toll to 5,000". */
function eventOfFigure(
  sentence: ParsedSentence,
  { clause: place }: PlacedFigure,
  deed: number,
): { readonly predicate: Predicate | undefined; readonly lemma: string } | undefined {
  const clause = sentence.clauses[place]!;
  if (place === deed || clause.relation !== 'advcl' || clause.parent !== deed) return undefined;
  return { predicate: eventOfClause(sentence, clause)?.predicate, lemma: clause.lemma };
}

/** "He said the North had reportedly shipped shells": he passes it on as an allegation, so it is his. */
function teller(
  chain: readonly Attribution[],
  source: Claimant,
): { inner: Attribution | undefined; outer: readonly Attribution[] } {
  const last = chain.at(-1);
  // "denied a story that alleged": nobody is named who alleges it, and what is told is the denial.
  const denial = chain.findLast(({ reporting, dissenter }) => reporting === 'denies' && dissenter === undefined);
  if (denial !== undefined && denial !== last && last?.claimant.kind === 'unnamed')
    return { inner: denial, outer: chain.slice(0, chain.indexOf(denial)) };
  const above = chain.slice(0, -1);
  // "is allegedly held" in a paper of an authority or institute: it is the paper that alleges it; a newspaper passes it on.
  if (
    last !== undefined &&
    above.length === 0 &&
    source.kind !== 'newsroom' &&
    last.claimant.name === 'unnamed' &&
    last.dissenter === undefined &&
    /^(adverb|passive-report|accusation)$/.test(last.construction)
  )
    return { inner: { ...last, claimant: source, speaker: 'source-itself' }, outer: [] };
  const named = above.findLast(({ claimant, dissenter }) => claimant.name !== 'unnamed' && dissenter === undefined);
  if (last === undefined || last.claimant.name !== 'unnamed' || last.dissenter !== undefined || named === undefined)
    return { inner: last, outer: above };
  return {
    inner: {
      ...last,
      claimant: named.claimant,
      plural: named.plural,
      speaker: named.speaker,
      relay: named.relay,
      content: named.content,
    },
    outer: above.slice(0, above.indexOf(named)),
  };
}

function predicateOf(
  event: Event | undefined,
  such: Antecedent | undefined,
  inner: Attribution | undefined,
  stance: Stance,
  claimant: Claimant,
  own: boolean,
): Predicate {
  if (inner?.reporting === 'calls-for') return 'called-for';
  if (event !== undefined) return event.predicate;
  if (such !== undefined) return such.predicate;
  if (inner?.reporting === 'denies') return 'denied';
  if (
    stance.factuality === 'demand' &&
    /^(ngo|un-body|intergovernmental|state|state-organ|person)$/.test(claimant.kind) &&
    (!own || claimant.kind !== 'person')
  )
    return 'called-for';
  return 'said';
}

/**
 * The time of what is told; of a denial or a demand, which are themselves what happened, that of the saying. A time that runs
 * past the day of publication ("this year") is told up to then.
 */
function timeIn(
  sentence: ParsedSentence,
  { place, noun }: Assertion,
  inner: Attribution | undefined,
  predicate: Predicate,
  published: string | null,
): ReadTime {
  const own =
    noun !== undefined
      ? timeOfNoun(sentence, noun)
      : place >= 0
        ? timeOfClause(sentence, place)
        : { when: OPEN_TIME, basis: 'open' as Basis, time: undefined };
  const cue = sentence.clauses.findIndex(({ head }) => head === inner?.cue);
  const read =
    own.time === undefined && cue >= 0 && (predicate === 'denied' || predicate === 'called-for')
      ? timeOfClause(sentence, cue)
      : own;
  const { from, to } = read.when;
  const counted = read.time === undefined && cue >= 0 && noun !== undefined ? timeOfCount(sentence, cue) : undefined;
  if (counted !== undefined) return counted;
  if (read.time === undefined && cue >= 0) {
    const pictured = timeOfPictures(sentence, sentence.clauses[cue]!);
    if (pictured !== undefined) return pictured;
  }
  const running =
    published !== null &&
    from !== null &&
    to !== null &&
    from < published &&
    to > published &&
    sentence.clauses[place]?.modifiers.some((word) => /^(have|has|'ve)$/.test(word)) === true;
  return running ? { ...read, when: { ...read.when, to: null } } : read;
}

/**
 * "assesses the load at 9 million rounds in 2024", "in September we recorded 38 transfers": a stretch of time with a verb that
 * counts or puts a figure on something is the time of what is counted; a day is that of the telling.
 */
function timeOfCount(sentence: ParsedSentence, cue: number): ReadTime | undefined {
  const { lemma } = sentence.clauses[cue]!;
  if (!cueTables().evidential.has(lemma) && !/^(put|set|place|peg|assess|estimate)$/.test(lemma)) return undefined;
  const spans = timesOf(sentence, cue).filter(
    ({ span, from, to, firstWord }) => span && (from !== null || to !== null) && !isCompared(sentence, firstWord),
  );
  const [time] = spans;
  return time === undefined || spans.length > 1
    ? undefined
    : { when: { from: time.from, to: time.to, raw: time.raw }, basis: 'carried', time };
}

/** "27 bcm, against 21 bcm in 2021": the time of another figure. */
function isCompared({ words, arcs }: ParsedSentence, at: number): boolean {
  for (let i = at; i >= 0; i = arcs.heads[i]!)
    if (/^(against|than|versus)$/.test(words[i]!.lower) || words[i]!.lower === 'compared') return true;
  return false;
}

/** "Satellite pictures of April show 22 ships": the day of a picture is the day of what it shows. */
function timeOfPictures(sentence: ParsedSentence, { lemma, subject }: Clause): ReadTime | undefined {
  if (subject?.link !== 'own' || !/^(show|reveal|capture|depict)$/.test(lemma)) return undefined;
  const noun = sentence.words[subject.head]!.lower;
  if (!/^(images?|imagery|pictures?|photographs?|photos?|footage|videos?)$/.test(noun)) return undefined;
  const read = timeOfNoun(sentence, subject.head);
  return read.time === undefined ? undefined : { ...read, basis: 'carried' };
}

function rolesIn(
  sentence: ParsedSentence,
  { noun, event }: Assertion,
  clause: Clause | undefined,
  predicate: Predicate,
  such: Antecedent | undefined,
  speaker: Claimant | undefined,
): ReadRoles {
  if (such !== undefined)
    return {
      roles: such.roles,
      basis: Object.fromEntries(Object.keys(such.roles).map((role) => [role, 'carried' as Basis])),
      candidates: {},
    };
  const told =
    noun ?? (event !== undefined && clause !== undefined && event.trigger !== clause.head ? event.trigger : undefined);
  if (told !== undefined) {
    const inner = sentence.clauses.find(({ head }) => head === told);
    return inner === undefined
      ? rolesOfNoun(sentence, told, speaker)
      : rolesOfClause(sentence, inner, predicate, speaker);
  }
  return clause === undefined
    ? { roles: {}, basis: {}, candidates: {} }
    : rolesOfClause(sentence, clause, predicate, speaker);
}

/** Names of ships go to `vessel` as well, those of its own clause whatever part they play in it. */
function withVessels(sentence: ParsedSentence, roles: Claim['roles'], place: number): Claim['roles'] {
  const mentions = Object.values(roles).flat();
  const found = sentence.vessels
    .filter(
      ({ text, from }) =>
        mentions.some((mention) => mention?.includes(text)) || (place >= 0 && sentence.clauseOf[from] === place),
    )
    .map(({ text }) => text);
  return found.length === 0 ? roles : { ...roles, vessel: [...new Set([...(roles.vessel ?? []), ...found])] };
}

function claimantBasis(inner: Attribution | undefined, claimant: Claimant, own: boolean, others: boolean): Basis {
  if (claimant.kind === 'unnamed' && claimant.name === 'unnamed') return 'open';
  if (own) return others ? 'carried' : 'explicit';
  return /^(pronoun|body-known|office-known|expert-known|watchers-known|document-)/.test(inner!.speaker) ||
    inner!.construction === 'quotation' ||
    inner!.construction === 'carried'
    ? 'carried'
    : 'explicit';
}

/** Quoted when the words that carry the claim stand in quotation marks; a word or two in marks quote nothing. */
function speechOf(
  sentence: ParsedSentence,
  inner: Attribution | undefined,
  anchor: number,
  own: boolean,
  event = false,
): Speech {
  if (own) return 'own-voice';
  if (sentence.quoted[anchor] === true) return 'quoted';
  if (inner === undefined) return sentence.quoted.some(Boolean) ? 'quoted' : 'own-voice';
  const { from, to } = clauseRun(sentence, anchor, undefined);
  const said = (at: number) =>
    inner.content[at] === true && at >= from && at < to && sentence.words[at]!.pos !== 'PUNCT';
  const inside = sentence.words.filter((_, at) => said(at) && sentence.quoted[at] === true).length;
  const all = sentence.words.filter((_, at) => said(at)).length;
  return (event ? inside >= 3 && inside * 2 >= all : inside > 0 && all > 0) ? 'quoted' : 'reported';
}

/** Words between a verb of saying and what it says. */
const NEAR_CUE = 3;

function clauseRun(
  sentence: ParsedSentence,
  anchor: number,
  inner: Attribution | undefined,
): { from: number; to: number } {
  const span = spanUnder(sentence, anchor);
  // Without the clauses joined behind it.
  const joined = childrenBy(sentence, anchor, 'conj').filter((at) => at > anchor);
  const first = joined[0] === undefined ? span.to : spanUnder(sentence, joined[0]).from;
  const last = Math.max(anchor + 1, Math.min(span.to, first));
  const to = sentence.words[last]?.text === '.' ? last + 1 : last;
  // From the word that attributes, where it stands right before.
  const near = inner !== undefined && inner.cue >= 0 && inner.cue < span.from && span.from - inner.cue <= NEAR_CUE;
  return { from: near ? inner.cue : span.from, to };
}
