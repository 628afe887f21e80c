import { type Attribution, attributionsAt } from '../attribution/attribution.ts';
import { isLeftOpen, isWithheld, unsaidIn } from '../attribution/constructions/withheld.ts';
import { isCompared } from '../events/compared.ts';
import { eventOfClause, eventOfNoun, eventOfSubject } from '../events/event.ts';
import type { PlacedFigure } from '../events/figures.ts';
import { retractionIn, tellsBefore } from '../events/retraction.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { isUnder } from '../syntax/phrase-span.ts';
import { isAsserted, isCalledFor, tellsOfItself } from './asserted-event.ts';
import type { Assertion } from './assertion.ts';
import { tellsBesideMain } from './beside-clause.ts';
import { mainEventOf, sameObject } from './main-event.ts';
import { hangsOnNoun, occurredNouns } from './occurred-noun.ts';
import { isOfNoun, nounOver, takeLeftFigures } from './sentence-figures.ts';

/** What a sentence asserts, part by part, with the chain of those who say it, the outermost first. */
export function assertionsIn(
  sentence: ParsedSentence,
  held: readonly Attribution[],
  all: readonly PlacedFigure[],
): Assertion[] {
  const { clauses } = sentence;
  const nouns = occurredNouns(sentence, all);
  const figures = all.filter((figure) => !nouns.some((noun) => hangsOnNoun(sentence, figure, noun)));
  const cues = new Set(held.map(({ cue }) => cue));
  const withheld = clauses.filter((clause) => isWithheld(sentence, clause)).map(({ head }) => head);
  const denied = clauses.flatMap((clause) => unsaidIn(sentence, clause));
  const retraction = retractionIn(sentence);
  const takenBack = retraction !== undefined && tellsBefore(sentence, retraction) ? retraction : -1;
  // "to inquire whether (a) it was sold; (b) it was shipped": all that is listed is asked.
  const asked = sentence.words.findIndex(
    ({ lower }, at) => lower === 'whether' && /^[:(]$/.test(sentence.words[at + 1]?.text ?? ''),
  );
  const unsaid = (at: number) =>
    at < takenBack ||
    (asked >= 0 && at > asked) ||
    withheld.some((head) => at !== head && ownUnder(sentence, at, head)) ||
    denied.some((head) => isUnder(sentence, at, head));
  const found: Assertion[] = [];
  const covered = new Set<number>();
  const chainAt = (at: number) => withoutDemand(sentence, attributionsAt(held, at), at);
  clauses.forEach((clause, place) => {
    if (unsaid(clause.head) || isLeftOpen(sentence, clause)) return;
    // "Join the 98,412 readers": a call to the reader claims nothing.
    if (isCalledFor(sentence, place) && chainAt(clause.head).length === 0) return;
    const own = figures.filter((figure) => figure.clause === place);
    const event = cues.has(clause.head) ? undefined : eventOfClause(sentence, clause);
    const named = event === undefined && !cues.has(clause.head) ? eventOfSubject(sentence, clause) : undefined;
    const reported = event !== undefined && isAsserted(sentence, place, held) ? event : named;
    if (reported === undefined && own.length === 0) {
      const chain = chainAt(clause.head);
      if (
        !cues.has(clause.head) &&
        !chain.some(({ tops }) => tops.includes(clause.head)) &&
        (tellsOfItself(sentence, place) || tellsBesideMain(sentence, place, chain, held))
      ) {
        // "left Riga, arriving in Narva on 6 May": beside what the participle tells stands what it goes on from.
        const from = clause.form === 'participle' && clause.relation === 'advcl' ? clause.parent : -1;
        for (const at of [from, place])
          if (at >= 0 && !cues.has(clauses[at]!.head) && !found.some((one) => one.place === at))
            found.push({ place: at, noun: undefined, event: undefined, figures: [], chain });
      }
      return;
    }
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
      reported === undefined || clause.joinedTo === place
        ? undefined
        : found.find((one) => one.place === clause.joinedTo && one.event?.predicate === reported.predicate);
    const ballot = reported?.predicate === 'voted';
    if (
      first !== undefined &&
      (ballot || (clause.subject?.link === 'conjunct' && sameObject(clauses[clause.joinedTo]!, clause)))
    ) {
      found[found.indexOf(first)] = { ...first, figures: [...first.figures, ...own] };
      covered.add(clause.head);
      return;
    }
    // "attacked it 50 times, targeting six regions", "killed 184, bringing the toll to 5,000": a detail of the same event.
    const main = mainEventOf(sentence, place, reported, found, chain);
    if (main !== undefined) {
      found[found.indexOf(main)] = { ...main, figures: [...main.figures, ...own] };
      covered.add(clause.head);
      return;
    }
    // "No coal was shipped, compared with 483 tons in December": what it is compared with was shipped.
    const compared = clause.negated ? own.filter(({ from }) => isCompared(sentence, from)) : [];
    if (compared.length > 0) found.push({ place: -1, noun: undefined, event: undefined, figures: compared, chain });
    const kept = own.filter((figure) => !compared.includes(figure));
    found.push({ place, noun: undefined, event: reported, figures: kept, chain });
    // "denied the ministry's claim that it sold arms": the same event, asserted by one and denied by the other.
    const denial = chain.findLast(({ reporting, dissenter }) => reporting === 'denies' && dissenter === undefined);
    if (
      reported !== undefined &&
      denial !== undefined &&
      denial !== chain.at(-1) &&
      chain.at(-1)!.claimant.kind !== 'unnamed'
    )
      found.push({
        place,
        noun: undefined,
        event: reported,
        figures: [],
        chain: chain.slice(0, chain.indexOf(denial) + 1),
      });
    // What is denied stands beside its denial.
    if (
      denial !== undefined &&
      (chain.at(-1)?.claimant.kind === 'unnamed' || denial === chain.at(-1)) &&
      deniedInPassing(sentence, denial)
    )
      found.push({
        place,
        noun: undefined,
        event: reported,
        figures: own,
        chain: chain.filter((one) => one !== denial),
      });
    covered.add(clause.head);
  });
  for (const noun of nouns) {
    if (unsaid(noun)) continue;
    const own = all.filter((figure) => hangsOnNoun(sentence, figure, noun));
    found.push({ place: -1, noun, event: eventOfNoun(sentence, noun), figures: own, chain: chainAt(noun) });
  }
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
      const participle =
        own >= 0 || eventOfNoun(sentence, top) !== undefined
          ? -1
          : clauses.findIndex(
              ({ head, relation, form }) =>
                sentence.arcs.heads[head] === top && relation === 'acl' && form === 'participle',
            );
      const place = own >= 0 ? own : participle;
      for (const at of [place, ...turnedFrom(sentence, place)]) {
        const head = at < 0 ? top : clauses[at]!.head;
        if (one.content[head] !== true || cues.has(head)) continue;
        const within = [...covered].some((other) => ownUnder(sentence, other, head) && chainAt(other).at(-1) === one);
        // "took on petrol on 22 May from a tanker that had loaded 19,500 barrels": the one is told beside the other.
        const besides = at >= 0 && !covered.has(head) && (tellsOfItself(sentence, at) || isWhole(sentence, at));
        if (within && !besides && !(at < 0 && eventOfNoun(sentence, head) !== undefined)) continue;
        const inner = held.some(
          (other) => other !== one && one.content[other.cue] === true && ownUnder(sentence, other.cue, head),
        );
        if (inner && at >= 0 && held.some((other) => other.cue === head)) continue;
        // Whoever is cited says it, and who cites passes it on; of what is denied in passing both say their own.
        const chain = chainAt(head).filter((other) => other === one || !deniedInPassing(sentence, other));
        if (chain.at(-1) !== one) continue;
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

/** "was responsible for stealing it", "was about to sell it": a verb of being with a word for which a clause below it tells the event. */
export function isFrame(sentence: ParsedSentence, place: number): boolean {
  const { complement } = sentence.clauses[place]!;
  return complement !== undefined && sentence.clauses.some(({ head }) => isUnder(sentence, head, complement));
}

/** A finite clause of somebody who does something, that is more than a frame for what hangs on it: "it is likely that", "sought to sell". */
function isWhole(sentence: ParsedSentence, place: number): boolean {
  const { clauses, words, arcs } = sentence;
  const { form, subject, object, passive, complement, obliques, head } = clauses[place]!;
  const party = passive ? object : subject;
  if (form !== 'finite' || party === undefined || words[party.head]!.pos === 'PRON') return false;
  if (arcs.children[head]!.some((at) => /^(ccomp|xcomp)$/.test(arcs.labels[at]!)) || isFrame(sentence, place))
    return false;
  return passive || object !== undefined || complement !== undefined || obliques.length > 0;
}

/** "called for the release of the men, whom the army took in May": what a relative clause tells in passing nobody wants done. */
function withoutDemand(
  { clauses, clauseOf }: ParsedSentence,
  chain: readonly Attribution[],
  at: number,
): readonly Attribution[] {
  const last = chain.at(-1);
  const clause = clauses[clauseOf[at]!];
  return last?.construction === 'demand' &&
    clause?.relation === 'relcl' &&
    clause.form === 'finite' &&
    !last.tops.includes(clause.head)
    ? chain.slice(0, -1)
    : chain;
}

/** "has been accused of …, which Y denies", "said that it sold arms, a charge Y rejects". */
function deniedInPassing(
  { clauses }: ParsedSentence,
  { reporting, dissenter, construction, cue }: Attribution,
): boolean {
  return (
    reporting === 'denies' &&
    dissenter === undefined &&
    construction === 'reporting-object' &&
    clauses.some(({ head, relation }) => head === cue && relation === 'relcl')
  );
}

/** "had never insured it and had reported the forgery": what is joined to a clause and is said to be so where that is said not to be. */
function turnedFrom({ clauses }: ParsedSentence, place: number): number[] {
  const first = clauses[place];
  if (first === undefined) return [];
  return clauses.flatMap(({ joinedTo, form, negated }, at) =>
    at !== place && joinedTo === place && form === 'finite' && negated !== first.negated ? [at] : [],
  );
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

/** A word under another in the tree, not counting what is joined to that one. */
function ownUnder({ arcs }: ParsedSentence, at: number, top: number): boolean {
  for (let i = at; i >= 0; i = arcs.heads[i]!) {
    if (i === top) return true;
    if (arcs.labels[i] === 'conj' && arcs.heads[i] === top) return false;
  }
  return false;
}
