import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Basis } from '../model/basis.ts';
import type { Clause } from '../syntax/clause.ts';
import { followingVerb, gappedVerb } from '../syntax/coordination.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { isDataNoun, type TimeExpression } from '../times/time-expression.ts';
import { SEES, timeBelow, timeOfWhole } from './time-below.ts';
import { isSaying, OPEN_TIME, ownTimeOf, type ReadTime, readAs, timeOfNoun, timesOf } from './time-owner.ts';

/**
 * When the event of a clause took place: a time that hangs on its own verb or on a noun under it; without one that of the
 * verb it is joined to or that governs it, as long as that is no verb of saying. The day of the telling is never the time of
 * what is reported.
 */
export function timeOfClause(sentence: ParsedSentence, place: number): ReadTime {
  const seen = new Set<number>();
  let basis: Basis = 'explicit';
  for (let at = place; at >= 0 && !seen.has(at); ) {
    seen.add(at);
    const clause = sentence.clauses[at]!;
    const chosen = ownTimeOf(sentence, at);
    if (chosen !== undefined) return readAs(chosen, basis);
    basis = 'carried';
    const opened = timeBeforeWhen(sentence, clause);
    if (opened !== undefined) return readAs(opened, basis);
    // "were killed or wounded on 3 May", "320 were killed and 765 wounded last week": told of both.
    const next = followingVerb(sentence, at) ?? gappedVerb(sentence, at);
    const shared = next === undefined ? undefined : ownTimeOf(sentence, next, at);
    if (shared !== undefined) return readAs(shared, basis);
    // "On Monday X sold A and bought B": a time that opens the sentence holds for all that are joined.
    if (clause.joinedTo !== at) {
      const first = sentence.clauses[clause.joinedTo]!;
      const leading = timesOf(sentence, clause.joinedTo).find(({ lastWord }) => lastWord < first.head);
      if (leading !== undefined && !isSaying(first.lemma)) return readAs(leading, basis);
      // "closed the office on 3 May and deported 62 staff": one doer, told in one breath.
      const before = ownTimeOf(sentence, clause.joinedTo);
      if (
        before !== undefined &&
        before.from !== null &&
        before.from === before.to &&
        !isSaying(first.lemma) &&
        sentence.arcs.tags[clause.head] === 'VBD' &&
        clause.subject?.link === 'conjunct' &&
        !lexicalVerbs('arrives').has(clause.lemma) &&
        !clause.modifiers.some((word) => LATER.test(word))
      )
        return readAs(before, basis);
      // "the raid of 14 October, which killed six and burned trucks": all that is joined goes back to the raid.
      if (first.relation !== 'relcl' || timesOf(sentence, clause.joinedTo).length > 0) break;
      at = clause.joinedTo;
      continue;
    }
    const timed = timeOfLast(sentence, clause);
    if (timed !== undefined) return readAs(timed, basis);
    // "the raid of 14 October …, which killed six": what a relative clause tells of an event happened with it.
    if (clause.relation === 'relcl' && clause.subject?.link === 'antecedent') {
      for (let noun = clause.subject.head; noun >= 0 && /^(NOUN|PROPN)$/.test(sentence.words[noun]!.pos); ) {
        const stated = timeOfNoun(sentence, noun);
        if (stated.time !== undefined) return { ...stated, basis: 'carried' };
        // "a strike in October on a hospital that killed 42", with "in" hung on the verb.
        const behind = sentence.times.find(({ firstWord, from }) => firstWord === noun + 1 && from !== null);
        if (behind !== undefined) return readAs(behind, 'carried');
        const preposition = sentence.arcs.heads[noun]!;
        const holder = preposition < 0 ? -1 : sentence.arcs.heads[preposition]!;
        // "denounced the raid of 9 May on a convoy, which killed six", with "on" hung on the verb.
        const object = sentence.clauses.find(({ head }) => head === holder)?.object;
        const isEvent = object?.link === 'own' && nounList('event').has(sentence.words[object.head]!.lower);
        noun = isEvent && object.head < preposition ? object.head : holder;
      }
      break;
    }
    // "the attack of Sunday, in which two were killed".
    if (clause.relation === 'relcl' && clause.obliques.some((one) => isInWhich(sentence, one))) {
      const stated = timeOfNoun(sentence, sentence.arcs.heads[sentence.clauses[clause.joinedTo]!.head]!);
      if (stated.time !== undefined) return { ...stated, basis: 'carried' };
      if (isSaying(sentence.clauses[clause.parent]?.lemma ?? '')) break;
      at = clause.parent;
      continue;
    }
    const above = sentence.clauses[clause.parent];
    // "saw on 3 May that a tanker was moored": what is seen happens while it is seen.
    if (above !== undefined && SEES.test(above.lemma) && !above.negated && /^(ccomp|acl)$/.test(clause.relation)) {
      at = clause.parent;
      continue;
    }
    // "agreed on Monday to sanction three men": what is decided is done with the decision.
    const decided = clause.relation === 'xcomp' && above !== undefined && lexicalVerbs('implies').has(above.lemma);
    if (above === undefined || (isSaying(above.lemma) && !decided)) break;
    if (
      !(
        clause.relation === 'xcomp' ||
        (clause.relation === 'advcl' && clause.form === 'participle') ||
        isDoneWith(clause, above) ||
        isAsFound(sentence, clause, above) ||
        isWithIt(sentence, clause) ||
        isMeanwhile(sentence, clause, above) ||
        (clause.relation === 'pcomp' && clause.opener === 'by')
      )
    )
      break;
    at = clause.parent;
  }
  return (
    timeBelow(sentence, place) ??
    timeOfWhole(sentence) ??
    timeOfData(sentence, place) ?? { when: OPEN_TIME, basis: 'open', time: undefined }
  );
}

/** "Customs figures for 2019 show sales of 40 tonnes": what data tell is so in the time that they cover. */
function timeOfData(sentence: ParsedSentence, place: number): ReadTime | undefined {
  const { words, times, clauses } = sentence;
  const told = times.find(({ firstWord }) => words[firstWord]!.lower === 'for' && isDataNoun(words[firstWord - 1]));
  const isAside =
    /^(relcl|acl)$/.test(clauses[place]!.relation) || clauses[place]!.modifiers.some((word) => LATER.test(word));
  return told === undefined || isAside ? undefined : readAs(told, 'carried');
}

/** "worked with others to use the tanker to carry oil", "used an account to move money": what was done by doing that. */
function isDoneWith(clause: Clause, above: Clause): boolean {
  const isMeans =
    /^(use|employ)$/.test(above.lemma) ||
    (/^(work|collaborate|cooperate)$/.test(above.lemma) &&
      above.obliques.some(({ preposition }) => preposition === 'with'));
  return /^(advcl|xcomp)$/.test(clause.relation) && clause.form === 'infinitive' && isMeans && !above.negated;
}

/** "The campaign grew over the weekend, as Norway launched strikes": what was done while something else was. */
function isMeanwhile({ arcs, words }: ParsedSentence, clause: Clause, above: Clause): boolean {
  return (
    clause.relation === 'advcl' &&
    clause.opener === 'as' &&
    clause.form === 'finite' &&
    clause.head > above.head &&
    clause.modifiers.length === 0 &&
    arcs.tags[clause.head] === 'VBD' &&
    arcs.tags[above.head] === 'VBD' &&
    !words.slice(above.head, clause.head).some(({ lower }) => /^(if|though|well|soon|far|long)$/.test(lower))
  );
}

/** "The raid hit a market in May, with two people killed": what came with what was done, behind a comma. */
function isWithIt({ arcs, words }: ParsedSentence, { relation, form, head, modifiers }: Clause): boolean {
  if (!/participle$/.test(form) || !/^(acl|pcomp)$/.test(relation) || modifiers.includes('have')) return false;
  const preposition = relation === 'pcomp' ? arcs.heads[head]! : arcs.heads[arcs.heads[head]!]!;
  return words[preposition]?.lower === 'with' && words[preposition - 1]?.text === ',';
}

/**
 * "boarded a dhow, bound for Sohar with 26,500 bags", "found drugs valued at 6 million", "seized a ship carrying oil": what is told of a
 * thing as it was found.
 */
function isAsFound(sentence: ParsedSentence, clause: Clause, above: Clause): boolean {
  if (clause.relation !== 'acl') return false;
  if (/^(value|price|weigh|estimate)$/.test(clause.lemma)) return true;
  if (sentence.words[clause.head - 1]?.text === ',')
    return /^(bind|involve|include|comprise|carry|contain|total)$/.test(clause.lemma);
  // "sanctioned a ship carrying oil": only whoever is stopped is met at what they do.
  return (
    clause.form === 'participle' &&
    sentence.arcs.heads[clause.head] === above.object?.head &&
    /^(seize|intercept|stop|board|detain|capture|halt|impound|confiscate|arrest)$/.test(above.lemma) &&
    !above.negated
  );
}

/** "The last time trucks were sent was in May": what is said of the time is when it was done. */
function timeOfLast(sentence: ParsedSentence, { relation, head }: Clause): TimeExpression | undefined {
  const { arcs, words, clauses, clauseOf } = sentence;
  const isOccasion = (at: number) => at >= 0 && /^(time|occasion)$/.test(words[at]!.lower);
  if (/^(relcl|acl)$/.test(relation)) {
    const noun = arcs.heads[head]!;
    const place = clauses.findIndex(({ lemma, subject }) => lemma === 'be' && subject?.head === noun);
    return isOccasion(noun) && place >= 0 ? ownTimeOf(sentence, place) : undefined;
  }
  // The parser may hang the copula on what was done, and leave it without a subject.
  const noun = arcs.children[head]!.find((at) => at < head && arcs.labels[at] === 'npadvmod' && isOccasion(at));
  if (noun === undefined || !/^(last|first|only)$/.test(words[noun - 1]?.lower ?? '')) return undefined;
  const place = clauses.findIndex(
    ({ lemma, subject, parent }) => lemma === 'be' && subject === undefined && parent === clauseOf[head],
  );
  return place < 0 ? undefined : ownTimeOf(sentence, place);
}

const LATER = /^(later|then|afterwards?|subsequently|eventually|finally|since|now|still)$/;

function isInWhich({ words }: ParsedSentence, { preposition, head }: Clause['obliques'][number]): boolean {
  return /^(in|during)$/.test(preposition) && words[head]!.lower === 'which';
}

/** "in February 2019, when the coastguard seized": the time that "when" goes back to. */
function timeBeforeWhen(sentence: ParsedSentence, { opener, head, relation }: Clause): TimeExpression | undefined {
  if (opener !== 'when' || !/^(relcl|advcl)$/.test(relation)) return undefined;
  const when = sentence.words.findLastIndex(({ lower }, at) => at < head && lower === 'when');
  const before = sentence.words[when - 1]?.text === ',' ? when - 2 : when - 1;
  return sentence.times.find(({ lastWord, from, to }) => lastWord === before && (from !== null || to !== null));
}
