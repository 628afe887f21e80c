import type { Attribution } from '../attribution/attribution.ts';
import { assertsOfItself } from '../attribution/own-voice.ts';
import { isDismissal } from '../events/dismissal.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { assertionsIn, isFrame } from './assertions.ts';
import type { Before } from './before.ts';
import type { Draft } from './draft.ts';
import { draftOf } from './draft-of-assertion.ts';
import { mergeAssertions } from './merge-assertions.ts';
import { occurredNouns } from './occurred-noun.ts';
import { withoutOthersWords } from './own-words.ts';
import { figuresIn } from './sentence-figures.ts';
import { clauseRun } from './speech.ts';

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
  for (const assertion of mergeAssertions(sentence, assertionsIn(sentence, held, figures))) {
    const draft = draftOf(sentence, assertion, source, before);
    const key = `${assertion.place}:${assertion.noun}:${assertion.chain.at(-1)?.cue ?? -2}:${assertion.chain.length}`;
    if (draft === undefined || taken.has(key)) continue;
    taken.add(key);
    drafts.push(draft);
  }
  const main = sentence.clauses.findIndex(({ relation, form }) => relation === 'ROOT' && form === 'finite');
  // "after the raid of 3 May, the army closed the road": what a noun tells beside the clause does not tell of the clause.
  const nouns = occurredNouns(sentence, figures);
  const inClauses = drafts.filter(({ anchor }) => !nouns.includes(anchor));
  const ownClaims = inClauses.filter(({ rules }) => rules[0] === 'own-voice');
  if (
    main >= 0 &&
    !isSaid(sentence, sentence.clauses[main]!, held) &&
    !isCovered(sentence, main, held.length === 0 ? inClauses : ownClaims) &&
    (assertsOfItself(sentence, source, ownClaims.length > 0) || dismisses(sentence, source))
  ) {
    const place = borneOut(sentence, main) ?? main;
    const isTold = inClauses.some(({ anchor }) => place !== main && sentence.clauseOf[anchor] === place);
    const draft = draftOf(
      sentence,
      { place, noun: undefined, event: undefined, figures: [], chain: [] },
      source,
      before,
    );
    if (draft !== undefined && !isTold) drafts.push(draft);
  }
  if (drafts.length > 0 && !sentence.headline) drafts.push(...unsureBeside(sentence, held, source, before, drafts));
  return withoutOthersWords(
    sentence,
    drafts.sort((a, b) => a.anchor - b.anchor),
  );
}

/** Whether a claim tells of the main clause; what is joined to it tells of something else. */
function isCovered(sentence: ParsedSentence, main: number, drafts: readonly Draft[]): boolean {
  if (drafts.length > 0 && isFrame(sentence, main)) return true;
  return drafts.some(({ anchor }) => {
    const place = sentence.clauseOf[anchor] ?? -1;
    return place < 0 || place === main;
  });
}

/**
 * "The ship arrived on 3 May and was due to sail on", "A cargo, which left on 3 May, probably went there": a main clause of which nothing was
 * told yet, and which is no more than a plan or likely where the rest is told as so. It has a claim and a passage of its own, so that
 * the sentence is not taken to say it as firmly.
 */
function unsureBeside(
  sentence: ParsedSentence,
  held: readonly Attribution[],
  source: Claimant,
  before: Before,
  drafts: readonly Draft[],
): Draft[] {
  const { clauses, clauseOf, quoted } = sentence;
  const told = new Set(drafts.map(({ anchor }) => clauseOf[anchor]));
  return clauses.flatMap((clause, main) => {
    if (clause.relation !== 'ROOT' || clause.form !== 'finite' || quoted[clause.head] || isSaid(sentence, clause, held))
      return [];
    const place = borneOut(sentence, main) ?? dueIn(sentence, main) ?? main;
    if (told.has(place) || told.has(main)) return [];
    const draft = draftOf(
      sentence,
      { place, noun: undefined, event: undefined, figures: [], chain: [] },
      source,
      before,
    );
    return draft === undefined || draft.modality === 'states'
      ? []
      : [{ ...draft, apart: true as const, clause: clauseRun(sentence, clause.head, undefined) }];
  });
}

/** What somebody says, or their saying it, or a paper handed over in which it is said: no part of what the text tells of itself. */
function isSaid({ clauses, words }: ParsedSentence, main: Clause, held: readonly Attribution[]): boolean {
  const { head, lemma, object } = main;
  const handed = object?.link === 'own' && nounList('words').has(singularOf(words[object.head]!.lower));
  // "released a statement blaming Riga": whoever the main clause tells of speaks in it.
  const isAside = (cue: number) =>
    clauses.every((one) => one.head !== cue || one.form !== 'participle' || one.subject?.link === 'own');
  return (
    (held.length > 0 && lemma === 'refer' && handed) ||
    ((cueTables().verbs.has(lemma) || /^(quote|cite)$/.test(lemma)) &&
      held.some(({ source }) => source !== undefined)) ||
    held.some(
      ({ cue, content, construction, source }) =>
        cue === head ||
        content[head] === true ||
        construction === 'claim-noun' ||
        (cue >= 0 && source !== undefined && !isAside(cue)),
    )
  );
}

/** "This is not correct": as short as it is, a denial of whoever writes a paper of their own. */
function dismisses(sentence: ParsedSentence, source: Claimant): boolean {
  const main = sentence.clauses.find(({ relation, form }) => relation === 'ROOT' && form === 'finite');
  return source.kind !== 'newsroom' && !sentence.headline && main !== undefined && isDismissal(sentence, main);
}

/** "were due to be loaded", "is likely to sail": what is to come or is likely. */
function dueIn({ clauses, words }: ParsedSentence, main: number): number | undefined {
  const { complement } = clauses[main]!;
  if (complement === undefined || !/^(due|set|likely|expected|scheduled|about)$/.test(words[complement]!.lower))
    return undefined;
  const place = clauses.findIndex(({ parent, relation }) => parent === main && relation === 'xcomp');
  return place < 0 ? undefined : place;
}

const SEEN = /^(see|spot|sight|observe|photograph|film|catch|watch|record|detect)$/;

/** "Lot numbers show that it was made in 2023": what something shows is what is told. */
function borneOut({ clauses }: ParsedSentence, main: number): number | undefined {
  // "was seen putting ore on the water": what somebody was seen at.
  const { passive, lemma, negated } = clauses[main]!;
  if (passive && !negated && SEEN.test(lemma)) {
    const done = clauses.findIndex(
      ({ parent, relation, form }) => parent === main && /^(xcomp|advcl)$/.test(relation) && form === 'participle',
    );
    if (done >= 0) return done;
  }
  if (!attributionList('bears-out').has(clauses[main]!.lemma)) return undefined;
  const place = clauses.findIndex(({ parent, relation }) => parent === main && relation === 'ccomp');
  return place < 0 ? undefined : place;
}
