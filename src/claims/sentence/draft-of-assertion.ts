import type { Attribution } from '../attribution/attribution.ts';
import { isOthersWords } from '../attribution/own-voice.ts';
import { type Antecedent, refersBack } from '../events/antecedent.ts';
import { isDismissal } from '../events/dismissal.ts';
import { type Event, eventOfClause } from '../events/event.ts';
import { countedAs, figureOf, type PlacedFigure } from '../events/figures.ts';
import { modalityOf } from '../events/modality.ts';
import { rejectionOf } from '../events/rejection.ts';
import { type Stance, stanceOf } from '../events/stance.ts';
import { placesOfClause } from '../events/where.ts';
import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import type { Basis } from '../model/basis.ts';
import type { Claimant, ClaimPart, Predicate } from '../model/claim.ts';
import type { Run } from '../names/phrase.ts';
import type { Clause } from '../syntax/clause.ts';
import { wholeAfterThat } from '../syntax/mend-content.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, childrenBy, isUnder } from '../syntax/phrase-span.ts';
import type { Assertion } from './assertion.ts';
import type { Before } from './before.ts';
import { rolesIn, withVessels } from './claim-parties.ts';
import { timeIn } from './claim-time.ts';
import type { Draft } from './draft.ts';
import { timeOfPeriod } from './period-covered.ts';
import { relayOf } from './relay.ts';
import { clauseRun, speechOf } from './speech.ts';
import { teller } from './teller.ts';
import { tellerUnread } from './unread-telling.ts';
import { isUntold } from './untold.ts';
import { isUnvouched } from './unvouched.ts';

const UNNAMED: Claimant = { name: 'unnamed', kind: 'unnamed' };

/** The draft that an assertion makes: who says it, of whom, when, how firmly and with what figures; undefined where nobody says it. */
export function draftOf(
  sentence: ParsedSentence,
  assertion: Assertion,
  source: Claimant,
  before: Before,
): Draft | undefined {
  const { place, noun, event } = assertion;
  const clause: Clause | undefined = sentence.clauses[place];
  const anchor = noun ?? clause?.head ?? assertion.figures[0]?.from ?? 0;
  const stated = teller(assertion.chain, source);
  const rejection = stated.inner?.reporting === 'denies' ? undefined : rejectionOf(sentence, anchor);
  if (rejection?.open === true) return undefined;
  if (rejection === undefined && isUntold(sentence, anchor, assertion.chain)) return undefined;
  const isTheirs = stated.inner?.construction === 'claim-noun';
  // What somebody else calls untrue is said neither by them nor by whoever tells of it, but by those whose claim it is.
  if (rejection?.by != null && !isTheirs && rejection.by !== stated.inner?.lemma) return undefined;
  const isRejected = rejection !== undefined && (rejection.by === null || !isTheirs);
  // "Sweden's false claim that": whoever calls it false denies it.
  const { inner, outer } = isRejected && isTheirs ? teller(assertion.chain.slice(0, -1), source) : stated;
  const own = inner === undefined;
  // "newspapers have reported, citing two sources, that": a clause of what is said which no construction read.
  if (own && clause !== undefined && isLeftOfSaying(sentence, clause)) return undefined;
  // "in the report to members seen by Reuters": how a paper was come by.
  if (own && clause?.relation === 'acl' && clause.passive && clause.lemma === 'see' && assertion.figures.length === 0)
    return undefined;
  const others = own && isOthersWords(sentence, anchor, source);
  if (own && !others && rejection === undefined && isUnvouched(sentence, anchor)) return undefined;
  const told = own && !others ? before.continued : undefined;
  const going = told?.by === 'counts-on' || (told?.by === 'about' && source.kind === 'newsroom') ? told : undefined;
  const mayBeUnread = (own && !others && going === undefined) || inner?.construction === 'carried';
  const unread = mayBeUnread && !before.inTurn ? tellerUnread(sentence, anchor, source) : undefined;
  const claimant =
    unread !== undefined
      ? UNNAMED
      : own
        ? others
          ? (before.speaker ?? UNNAMED)
          : going === undefined
            ? source
            : going.by === 'counts-on'
              ? going.claimant
              : UNNAMED
        : inner.claimant.name === source.name
          ? source
          : inner.claimant;
  const stance: Stance =
    noun === undefined && place >= 0
      ? stanceOf(sentence, place, inner?.tops ?? [])
      : {
          factuality: inner !== undefined && saysMay(sentence, inner) ? 'possible' : 'fact',
          negated: false,
          hedged: false,
        };
  // "was urged to stop the sale": what is wanted of somebody is no event, and a newspaper wants nothing.
  if (own && event !== undefined && stance.factuality === 'demand' && source.kind === 'newsroom') return undefined;
  // Only where it is counted again: "condemns these attacks" and "took part in such deliveries" tell of none.
  const such =
    event === undefined &&
    assertion.figures.length > 0 &&
    before.antecedent !== undefined &&
    refersBack(sentence, inner?.content)
      ? before.antecedent
      : undefined;
  const dismissed = clause !== undefined && noun === undefined && event === undefined && isDismissal(sentence, clause);
  const denied = (inner?.reporting === 'denies' && inner.dissenter === undefined) || dismissed;
  const predicate = dismissed ? 'denied' : predicateOf(event, such, inner, stance, claimant, own);
  const speaker = own || claimant.kind === 'unnamed' ? undefined : claimant;
  const read = rolesIn(sentence, assertion, clause, predicate, such, speaker);
  const dated = timeIn(sentence, assertion, inner, predicate, before.published);
  const isOpen = dated.when.from === null && dated.when.to === null && dated.when.raw === null;
  const time = (isOpen ? timeOfPeriod(sentence, assertion, before.period) : undefined) ?? dated;
  const { modality, rule } = modalityOf(
    sentence,
    {
      reporting: inner?.reporting ?? (unread?.reporting === 'assesses' ? 'assesses' : undefined),
      claimant,
    },
    clause,
    stance,
  );
  const quantities = assertion.figures.map((figure) => {
    const own = figure.clause >= 0 && clause !== undefined ? eventOfFigure(sentence, figure, place) : undefined;
    const read = figureOf(sentence, figure, {
      predicate: own === undefined ? (event?.predicate ?? such?.predicate) : own.predicate,
      lemma: own === undefined ? clause?.lemma : own.lemma,
      stance: towards(stance, inner),
      published: before.published,
    });
    return countedAs(read, event?.predicate, such);
  });
  // "We did not receive 40,000 jackets" turns its figure, though the event is none of the vocabulary's; "40 percent never came" counts,
  // and "must not go beyond 60,000 barrels" demands.
  const turns =
    event !== undefined ||
    denied ||
    // "stated that no charcoal had entered": what somebody says not to be so.
    ((inner !== undefined || claimant.kind !== 'newsroom') &&
      stance.factuality === 'fact' &&
      clause !== undefined &&
      assertion.figures.length === 0 &&
      (isAct(sentence, clause) || isOfNone(sentence, clause))) ||
    // "There is no such agreement".
    (clause !== undefined && assertion.figures.length === 0 && isThereNone(sentence, clause)) ||
    (stance.factuality === 'fact' && assertion.figures.some(({ from }) => clause !== undefined && from > clause.head));
  // "denies the assertion that it has no basis" denies the assertion, whatever that says; "denied that it had none" owns to some.
  const isDenial =
    dismissed ||
    predicate === 'denied' ||
    (denied && inner?.construction === 'reporting-object') ||
    denied !== (stance.negated !== isRejected && turns);
  const basis: { [part in ClaimPart]?: Basis } = {
    claimant: claimantBasis(inner, claimant, own, others || going !== undefined),
    ...read.basis,
    when: time.basis,
  };
  const candidates =
    unread !== undefined
      ? { ...read.candidates, claimant: [unread.name, (inner?.claimant ?? source).name] }
      : going === undefined || going.by === 'counts-on'
        ? read.candidates
        : { ...read.candidates, claimant: [going.claimant.name, source.name] };
  const relay = relayOf(inner, outer, claimant);
  const doubter = [inner, ...outer].find((one) => one?.dissenter !== undefined)?.dissenter;
  if (relay.length > 0) basis.relay = 'explicit';
  return {
    claimant,
    relay,
    polarity: isDenial ? 'denies' : 'asserts',
    modality,
    ...(stance.factuality === 'fact' ? {} : { factuality: stance.factuality }),
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
    ...(Object.keys(candidates).length === 0 ? {} : { candidates }),
    rules: [
      ...(inner === undefined || unread !== undefined
        ? [
            unread !== undefined
              ? 'claimant:unread'
              : going !== undefined
                ? 'claimant:continued'
                : before.inTurn && claimant === source
                  ? 'attribution:turn'
                  : 'own-voice',
          ]
        : [`attribution:${inner.construction}:${inner.lemma}`, `speaker:${inner.speaker}`]),
      ...(event === undefined ? [] : [`predicate:${event.rule}`]),
      `modality:${rule}`,
      ...(such === undefined ? [] : ['antecedent:such']),
    ],
    anchor,
    clause: clauseRun(sentence, anchor, inner),
    needs: neededRun(assertion, anchor),
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

function neededRun({ chain, figures }: Assertion, anchor: number): Run {
  const inner = chain.at(-1);
  const cue = inner === undefined || inner.cue < 0 ? [] : [inner.cue];
  const source = inner?.source === undefined ? [] : [inner.source.from, inner.source.to - 1];
  const all = [anchor, ...cue, ...source, ...figures.flatMap(({ from, to }) => [from, to - 1])];
  return { from: Math.min(...all), to: Math.max(...all) + 1 };
}

/** What is told to have been done or to have happened: no state, view or habit, and nothing that the speakers say of themselves. */
function isAct({ words, arcs }: ParsedSentence, { head, lemma, modifiers, subject, object, passive }: Clause): boolean {
  const party = passive ? object : subject;
  const done = arcs.tags[head] === 'VBD' || modifiers.some((word) => /^(had|has|have|did|was|were)$/.test(word));
  return (
    done &&
    !/^(be|mean|think|want|need)$/.test(lemma) &&
    party !== undefined &&
    !/^(we|i|you|that|this|who|what)$/.test(words[party.head]!.lower)
  );
}

/** "no charcoal leaves the area": what is said of none. */
function isOfNone(sentence: ParsedSentence, { lemma, subject, object, passive }: Clause): boolean {
  const party = passive ? object : subject;
  return (
    lemma !== 'be' &&
    party?.link === 'own' &&
    childrenBy(sentence, party.head, 'det').some((at) => sentence.words[at]!.lower === 'no')
  );
}

/** "There is no such agreement"; that there is no sign or doubt of it is said of something else. */
function isThereNone(sentence: ParsedSentence, { lemma, head, negated, complement }: Clause): boolean {
  return (
    lemma === 'be' &&
    negated &&
    complement !== undefined &&
    childBy(sentence, head, 'expl') !== undefined &&
    !NOT_DENIED.test(sentence.words[complement]!.lower)
  );
}

const NOT_DENIED =
  /^(signs?|evidence|proof|indications?|doubt|question|need|way|reason|word|news|reports?|comment|reply)$/;

/** A clause that "that" opens after a verb of saying and that hangs on no verb before it. */
function isLeftOfSaying(sentence: ParsedSentence, clause: Clause): boolean {
  const { clauses, words, arcs } = sentence;
  const { opener, relation, head } = clause;
  // "insisted at the meeting that followed the vote that it had sold them": hung on a noun, of which nothing is missing in it.
  if (
    /^(acl|relcl)$/.test(relation) &&
    wholeAfterThat(words, arcs, head) !== undefined &&
    clauses.some(
      (other) =>
        other.head < head &&
        PLAIN_SAYING.has(other.lemma) &&
        other.object === undefined &&
        isUnder(sentence, head, other.head) &&
        childBy(sentence, other.head, 'ccomp') === undefined,
    )
  )
    return true;
  return (
    opener === 'that' &&
    /^(ROOT|advcl|dep|conj)$/.test(relation) &&
    clauses.some((other) => other.head < head && cueTables().verbs.has(other.lemma))
  );
}

/** "may point to sales": a word of possibility in what is said, where no clause of its own tells of the event. */
function saysMay(sentence: ParsedSentence, { content }: Attribution): boolean {
  return sentence.words.some(({ lower }, at) => content[at] === true && /^(may|might|could)$/.test(lower));
}

/** What somebody means to do or asks for is told of as done by no verb under it. */
function towards(stance: Stance, inner: Attribution | undefined): Stance {
  if (stance.factuality !== 'fact') return stance;
  if (inner?.reporting === 'intends') return { ...stance, factuality: 'plan' };
  return inner?.reporting === 'calls-for' ? { ...stance, factuality: 'demand' } : stance;
}

/** The event of a figure that stands in a clause of detail, which is its own and not the main event's: "bringing the toll to 5,000". */
function eventOfFigure(
  sentence: ParsedSentence,
  { clause: place }: PlacedFigure,
  main: number,
): { readonly predicate: Predicate | undefined; readonly lemma: string } | undefined {
  const clause = sentence.clauses[place]!;
  if (place === main || clause.relation !== 'advcl' || clause.parent !== main) return undefined;
  return { predicate: eventOfClause(sentence, clause)?.predicate, lemma: clause.lemma };
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

function claimantBasis(inner: Attribution | undefined, claimant: Claimant, own: boolean, others: boolean): Basis {
  if (claimant.kind === 'unnamed' && claimant.name === 'unnamed') return 'open';
  if (own) return others ? 'carried' : 'explicit';
  return inner!.carried || inner!.construction === 'quotation' || inner!.construction === 'carried'
    ? 'carried'
    : 'explicit';
}
