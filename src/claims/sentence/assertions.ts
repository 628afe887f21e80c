import { type Attribution, attributionsAt } from '../attribution/attribution.ts';
import { isWithheld } from '../attribution/constructions/withheld.ts';
import { type Event, eventOfClause, eventOfNoun, eventOfSubject } from '../events/event.ts';
import { type PlacedFigure, placeFigures } from '../events/figures.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Predicate } from '../model/claim.ts';
import type { Counted } from '../quantities/counted.ts';
import { findQuantities } from '../quantities/quantity-extraction.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy, isUnder } from '../syntax/phrase-span.ts';

/** One assertion to be made a claim: a clause or a noun with its event and figures, told by somebody. */
export type Assertion = {
  readonly place: number;
  readonly noun: number | undefined;
  readonly event: Event | undefined;
  readonly figures: readonly PlacedFigure[];
  readonly chain: readonly Attribution[];
};

/** Figures of the sentence with their clauses; those that say who speaks say nothing of what is said. */
export function figuresIn(
  sentence: ParsedSentence,
  attributions: readonly Attribution[],
  antecedent: Counted | undefined,
): PlacedFigure[] {
  const found = findQuantities(sentence.text, sentence.words, {
    mentions: sentence.mentions,
    times: sentence.times,
    antecedent,
    arcs: sentence.arcs,
  });
  return placeFigures(sentence, found).filter(
    ({ from, to }) =>
      !isRemark(sentence, from) &&
      !attributions.some(
        ({ source, content }) => source !== undefined && from < source.to && to > source.from && content[from] !== true,
      ),
  );
}

/** "“We lost 2,100 (1,900 wagons)”", "[a figure of 350 was given]": what an editor puts into somebody's words is not theirs. */
function isRemark({ words, quoted }: ParsedSentence, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const { text } = words[i]!;
    if (text === ')' || text === ']') return false;
    if (text === '[') return true;
    if (text === '(') return quoted[at] === true && quoted[i] === true;
  }
  return false;
}

/** What a sentence asserts, part by part, with the chain of those who say it, the outermost first. */
export function assertionsIn(
  sentence: ParsedSentence,
  held: readonly Attribution[],
  figures: readonly PlacedFigure[],
): Assertion[] {
  const { clauses } = sentence;
  const cues = new Set(held.map(({ cue }) => cue));
  const withheld = clauses.filter((clause) => isWithheld(sentence, clause)).map(({ head }) => head);
  const unsaid = (at: number) => withheld.some((head) => at !== head && isUnder(sentence, at, head));
  const found: Assertion[] = [];
  const covered = new Set<number>();
  const chainAt = (at: number) => attributionsAt(held, at);
  clauses.forEach((clause, place) => {
    if (unsaid(clause.head)) return;
    // "Join the 98,412 readers": a call to the reader claims nothing.
    if (isCall(sentence, place) && chainAt(clause.head).length === 0) return;
    const own = figures.filter((figure) => figure.clause === place);
    const event = cues.has(clause.head) ? undefined : eventOfClause(sentence, clause);
    const named = event === undefined && !cues.has(clause.head) ? eventOfSubject(sentence, clause) : undefined;
    const told = event !== undefined && isTold(sentence, place, held) ? event : named;
    if (told === undefined && own.length === 0) return;
    // Figures of a clause of saying that stand in what is said belong there; the rest say how it was said.
    const chains =
      own.length > 0 && cues.has(clause.head) ? own.map(({ from }) => chainAt(from)) : [chainAt(clause.head)];
    if (cues.has(clause.head)) {
      own.forEach((figure, i) => {
        const chain = chains[i]!;
        // Under a noun that is what is said, the figure goes with the noun below.
        if (
          chain.length > 0 &&
          nounOver(sentence, figure, held) === undefined &&
          !isOfNoun(sentence, chain.at(-1)!, clause)
        )
          found.push({
            place,
            noun: undefined,
            event: undefined,
            figures: [figure],
            chain,
          });
      });
      return;
    }
    const chain = chains[0]!;
    // "killed three people and injured 64 others": one assertion of one doer, with the figures of both. "13 voted in favour, one
    // against and one abstained": one ballot.
    const first =
      told === undefined || clause.joinedTo === place
        ? undefined
        : found.find((one) => one.place === clause.joinedTo && one.event?.predicate === told.predicate);
    const ballot = told?.predicate === 'voted';
    if (
      first !== undefined &&
      (ballot || (clause.subject?.link === 'conjunct' && sameObject(clauses[clause.joinedTo]!, clause)))
    ) {
      found[found.indexOf(first)] = { ...first, figures: [...first.figures, ...own] };
      covered.add(clause.head);
      return;
    }
    // "attacked it 50 times, targeting six regions", "killed 184, bringing the toll to 5,000": a detail of the same deed.
    const deed = deedOf(sentence, place, told, found, chain);
    if (deed !== undefined) {
      found[found.indexOf(deed)] = { ...deed, figures: [...deed.figures, ...own] };
      covered.add(clause.head);
      return;
    }
    found.push({ place, noun: undefined, event: told, figures: own, chain });
    // "denied the ministry's claim that it sold arms": the same event, asserted by one and denied by the other.
    const denial = chain.findLast(({ reporting, dissenter }) => reporting === 'denies' && dissenter === undefined);
    if (
      told !== undefined &&
      denial !== undefined &&
      denial !== chain.at(-1) &&
      chain.at(-1)!.claimant.kind !== 'unnamed'
    )
      found.push({
        place,
        noun: undefined,
        event: told,
        figures: [],
        chain: chain.slice(0, chain.indexOf(denial) + 1),
      });
    // "has been accused of …, which Y denies", "said that it sold arms, a charge Y rejects": what is denied stands beside its denial.
    if (
      told !== undefined &&
      denial !== undefined &&
      (chain.at(-1)?.claimant.kind === 'unnamed' || denial === chain.at(-1)) &&
      clauses.some(({ head, relation }) => head === denial.cue && relation === 'relcl')
    )
      found.push({ place, noun: undefined, event: told, figures: own, chain: chain.filter((one) => one !== denial) });
    covered.add(clause.head);
  });
  const stray = figures.filter(({ clause, top }) => clause < 0 && !unsaid(top));
  if (stray.length > 0)
    found.push({
      place: -1,
      noun: undefined,
      event: undefined,
      figures: stray,
      chain: chainAt(stray[0]!.from),
    });
  // What is said, where neither an event nor a figure was found in it.
  for (const one of held)
    for (const top of one.tops) {
      if (unsaid(top)) continue;
      // "called on A to do B": one demand, told once.
      if (one.construction === 'demand' && found.some(({ chain }) => chain.at(-1) === one)) continue;
      const own = clauses.findIndex(({ head }) => head === top);
      // "counted 17 dhows taking on charcoal": what the participle tells of the things counted.
      const told =
        own >= 0 || eventOfNoun(sentence, top) !== undefined
          ? -1
          : clauses.findIndex(
              ({ head, relation, form }) =>
                sentence.arcs.heads[head] === top && relation === 'acl' && form === 'participle',
            );
      const place = own >= 0 ? own : told;
      for (const at of [place]) {
        const head = at < 0 ? top : clauses[at]!.head;
        if (one.content[head] !== true || cues.has(head)) continue;
        const within = [...covered].some((other) => ownUnder(sentence, other, head) && chainAt(other).at(-1) === one);
        if (within && !(at < 0 && eventOfNoun(sentence, head) !== undefined)) continue;
        const inner = held.some(
          (other) => other !== one && one.content[other.cue] === true && ownUnder(sentence, other.cue, head),
        );
        if (inner && at >= 0 && held.some((other) => other.cue === head)) continue;
        // Whoever is cited says it, and who cites passes it on.
        if (chainAt(head).at(-1) !== one) continue;
        const chain = chainAt(head);
        const event = at < 0 ? eventOfNoun(sentence, head) : undefined;
        found.push({
          place: at,
          noun: at < 0 ? head : undefined,
          event,
          figures: figures.filter(
            (figure) =>
              (ownUnder(sentence, figure.top, head) &&
                (figure.clause < 0 || (at < 0 && cues.has(clauses[figure.clause]!.head)))) ||
              // "put the figure at six million": the figure stands beside the noun.
              (at < 0 &&
                figure.clause >= 0 &&
                clauses[figure.clause]!.head === one.cue &&
                top === one.tops[0] &&
                isOfNoun(sentence, one, clauses[figure.clause]!) &&
                nounOver(sentence, figure, held) === undefined &&
                one.content[figure.from] === true),
          ),
          chain,
        });
      }
    }
  found.push(...deniedClaims(sentence, held, found));
  takeLeftFigures(sentence, held, figures, found);
  // "the number of wagons sent into Russia was 1,900": told with its figure, and not once more without.
  return found.filter(
    ({ place, figures: own }) =>
      own.length > 0 ||
      place < 0 ||
      !found.some((other) => other.place !== place && other.event?.trigger === clauses[place]!.head),
  );
}

/** "put the number of children killed at 118": a figure beside the verb of saying that no assertion took belongs to what is said. */
function takeLeftFigures(
  sentence: ParsedSentence,
  held: readonly Attribution[],
  figures: readonly PlacedFigure[],
  found: Assertion[],
): void {
  for (const figure of figures) {
    const cue = sentence.clauses[figure.clause]?.head;
    if (cue === undefined || found.some((one) => one.figures.includes(figure))) continue;
    const one = held.find((other) => other.cue === cue && other.content[figure.from] === true);
    const place = one === undefined ? -1 : found.findLastIndex(({ chain }) => chain.at(-1) === one);
    if (place >= 0) found[place] = { ...found[place]!, figures: [...found[place]!.figures, figure] };
  }
}

/** "denies the assertion by X that it has no basis": what X asserts, denied, where no denial of it was found yet. */
function deniedClaims(
  sentence: ParsedSentence,
  held: readonly Attribution[],
  found: readonly Assertion[],
): Assertion[] {
  return held
    .filter(({ reporting, dissenter }) => reporting === 'denies' && dissenter === undefined)
    .flatMap((one) => {
      const inner = held.find(
        (other) =>
          other.construction === 'claim-noun' &&
          other.claimant.kind !== 'unnamed' &&
          (one.tops.includes(other.cue) || one.tops.some((top) => other.tops.includes(top))),
      );
      if (inner === undefined || found.some(({ chain }) => chain.at(-1) === one)) return [];
      const place = sentence.clauses.findIndex(({ head }) => inner.tops.includes(head));
      const chain = attributionsAt(held, one.tops[0]!).filter((other) => other !== inner);
      return place < 0 || chain.at(-1) !== one
        ? []
        : [{ place, noun: undefined, event: undefined, figures: [], chain }];
    });
}

/** Acts on people, told one by one of the same event; other things that are done to other things are events of their own. */
function sameObject(first: Clause, second: Clause): boolean {
  return (
    first.object !== undefined &&
    second.object !== undefined &&
    /^(kill|injure|wound|hurt|maim|damage|destroy)$/.test(first.lemma) &&
    /^(kill|injure|wound|hurt|maim|damage|destroy)$/.test(second.lemma)
  );
}

/** Whether a preposition hangs on a verb. */
function isVerb({ arcs, words }: ParsedSentence, preposition: number): boolean {
  return /^(VERB|AUX)$/.test(words[arcs.heads[preposition]!]?.pos ?? '');
}

/** The assertion of the deed of which a participle behind it tells a detail: the same deed in other words, or what came of it. */
function deedOf(
  sentence: ParsedSentence,
  place: number,
  told: Event | undefined,
  found: readonly Assertion[],
  chain: readonly Attribution[],
): Assertion | undefined {
  const clause = sentence.clauses[place]!;
  if (clause.relation !== 'advcl' || clause.form !== 'participle' || clause.opener !== '') return undefined;
  const deed = found.find((one) => one.place === clause.parent && one.event !== undefined);
  if (deed === undefined || sentence.clauses[deed.place]!.head > clause.head) return undefined;
  const same = deed.chain.length === chain.length && deed.chain.every((one, i) => one === chain[i]);
  return same && (told === undefined || told.predicate === deed.event!.predicate) ? deed : undefined;
}

/** What is said by a clause of saying is a noun, and its figures are the noun's. */
function isOfNoun({ clauses }: ParsedSentence, one: Attribution, clause: Clause): boolean {
  return (
    one.cue === clause.head && one.tops.length > 0 && one.tops.every((top) => clauses.every(({ head }) => head !== top))
  );
}

/** An imperative. */
function isCall(sentence: ParsedSentence, place: number): boolean {
  const first = sentence.clauses[sentence.clauses[place]!.joinedTo]!;
  return (
    first.relation === 'ROOT' &&
    first.subject === undefined &&
    first.object?.link !== 'conjunct' &&
    sentence.arcs.tags[first.head] === 'VB' &&
    childrenBy(sentence, first.head, 'aux').length === 0
  );
}

/** A word under another in the tree, not counting what is joined to that one. */
function ownUnder({ arcs }: ParsedSentence, at: number, top: number): boolean {
  for (let i = at; i >= 0; i = arcs.heads[i]!) {
    if (i === top) return true;
    if (arcs.labels[i] === 'conj' && arcs.heads[i] === top) return false;
  }
  return false;
}

function nounOver(sentence: ParsedSentence, figure: PlacedFigure, held: readonly Attribution[]): number | undefined {
  return held
    .flatMap(({ tops }) => tops)
    .find((top) => isUnder(sentence, figure.top, top) && sentence.clauses.every(({ head }) => head !== top));
}

/** Gerunds behind these tell of what was done; behind others they only name it. */
const TOLD_AFTER = /^(by|after|including|before|while|since|when|in|through|as)$/;
/** Events that a participle behind a noun tells of as done. */
const TOLD_IN_PASSING: ReadonlySet<Predicate> = new Set<Predicate>([
  'transferred',
  'procured',
  'attacked',
  'stole',
  'employed',
  'fired',
  'launched',
  'ship-to-ship-transferred',
]);

/** Whether a clause tells of its event, rather than naming a purpose, a condition or a kind of thing. */
function isTold(sentence: ParsedSentence, place: number, held: readonly Attribution[]): boolean {
  const clause = sentence.clauses[place]!;
  const first = sentence.clauses[clause.joinedTo]!;
  if (held.some(({ tops }) => tops.includes(clause.head) || tops.includes(first.head))) return true;
  if (/^(if|unless|whether|lest)$/.test(first.opener)) return false;
  const { relation } = clause;
  // "have stopped carrying crude": what ended is told by the verb of ending, and nobody denies that it went on.
  if (relation === 'xcomp' && /^(stop|cease|quit|end)$/.test(sentence.clauses[clause.parent]?.lemma ?? ''))
    return false;
  if (first.form === 'infinitive') {
    const above = sentence.clauses[clause.parent];
    if (relation === 'advcl' || relation === 'ROOT' || above === undefined) return false;
    if (relation === 'acl') return true;
    if (
      lexicalVerbs('implies').has(above.lemma) ||
      lexicalVerbs('plans').has(above.lemma) ||
      lexicalVerbs('refuses').has(above.lemma) ||
      lexicalVerbs('seems').has(above.lemma) ||
      lexicalVerbs('moves').has(above.lemma) ||
      above.passive
    )
      return true;
    return above.complement !== undefined;
  }
  if (relation === 'pcomp') {
    // "hides its cooperation in obtaining arms": behind a noun it may say of what kind the cooperation is, and not what was done.
    const preposition = sentence.arcs.heads[first.head]!;
    const behindNoun = sentence.clauses[clause.parent]?.object?.link === 'own' || !isVerb(sentence, preposition);
    if (first.opener === 'in' && behindNoun) return false;
    return TOLD_AFTER.test(first.opener) || lexicalVerbs('prevents').has(sentence.clauses[clause.parent]?.lemma ?? '');
  }
  if (relation === 'acl' && clause.form !== 'finite') {
    const event = eventOfClause(sentence, clause);
    return (
      event !== undefined &&
      TOLD_IN_PASSING.has(event.predicate) &&
      ((clause.object !== undefined && clause.subject !== undefined) ||
        sentence.words[clause.head - 1]?.text === ',' ||
        clause.form === 'past-participle')
    );
  }
  return true;
}
