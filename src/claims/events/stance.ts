import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables } from '../lexicon/cue.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Factuality } from '../model/claim.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { grantsIt } from './dismissal.ts';

/** How a clause stands to the facts. A negation is distinguished, by `negated`. */
export type Stance = {
  readonly factuality: 'fact' | Factuality;
  readonly negated: boolean;
  /** Hedged by "may have", "appears to", "likely", "is thought to". */
  readonly hedged: boolean;
};

function isRecalled({ arcs }: ParsedSentence, { head, lemma, passive }: Clause): boolean {
  return (
    passive && /^(recall|remember|note)$/.test(lemma) && arcs.children[head]!.some((at) => arcs.labels[at] === 'ccomp')
  );
}

const HEDGES =
  /^(likely|probably|possibly|perhaps|apparently|presumably|seemingly|potentially|supposedly|evidently|maybe|estimated)$/;
const HELD = /^(believe|think|suspect|presume|assume|suppose|reckon|fear)$/;
const SIGNIFIES = /^(indicate|suggest|show|reveal|point-to)$/;
const MAY_BE = /^(possible|plausible|conceivable|unlikely|doubtful|uncertain|thinkable)$/;
const UNSURE = /^(possible|probable|likely|potential|apparent|suspected)$/;
const PLAN_NOUNS =
  /^(plan|decision|intention|effort|attempt|bid|agreement|deal|promise|pledge|vow|threat|proposal|ability|capacity|order|offer|contract|will|desire|readiness|scheme|pact)$/;
const CONSIDERS =
  /^(consider|contemplate|mull|weigh|discuss|propose|suggest|recommend|plan|envisage|favour|favor|advocate)$/;
const CAN_NOUNS = /^(ability|capacity|capability|power|means)$/;

/** How a clause stands to the facts, with all the clauses above it up to the head of what is said (`top`). */
export function stanceOf(sentence: ParsedSentence, place: number, tops: readonly number[]): Stance {
  const { clauses, words, arcs } = sentence;
  let factuality: Stance['factuality'] = 'fact';
  let negated = false;
  let hedged = false;
  let possible = false;
  const seen = new Set<number>();
  for (let at = place; at >= 0 && !seen.has(at); ) {
    seen.add(at);
    const clause = clauses[at]!;
    negated = negated !== clause.negated;
    // "It will be recalled that X said so": a formula, of what was.
    const modal = isRecalled(sentence, clause) ? undefined : modalOf(clause);
    if (modal !== undefined && factuality === 'fact') factuality = modal;
    if (isHedged(sentence, clause)) hedged = true;
    // "could figure in it", "may hold": said of now, and not known.
    if (mayBe(clause)) possible = true;
    if (at === place && clause.negated && attributionList('excludes').has(clause.lemma)) possible = true;
    if (/^(if|unless|whether|lest)$/.test(clause.opener) && clause.relation !== 'ROOT') factuality = 'condition';
    if (hangsOnCondition(sentence, at) || (factuality === 'fact' && isConditional(sentence, at)))
      factuality = 'condition';
    if (/^(without)$/.test(clause.opener)) negated = !negated;
    if (/^(instead|than)$/.test(clause.opener)) factuality = 'condition';
    // "found no sign that it was sold": what there is no sign of is not told as done.
    const held = arcs.heads[clauses[clause.joinedTo]!.head]!;
    if (/^(acl|relcl)$/.test(clause.relation) && held >= 0 && lacksEvidence(sentence, held, clauses[clause.parent]))
      negated = !negated;
    if (tops.includes(clause.head) || (clause.joinedTo !== at && tops.includes(clauses[clause.joinedTo]!.head))) break;
    const above = clauses[clause.parent];
    if (above === undefined || grantsIt(sentence, above)) break;
    // "Nobody denies that it sold them".
    if (above.negated && clause.relation === 'ccomp' && attributionList('disputes').has(above.lemma)) break;
    const first = clauses[clause.joinedTo]!;
    const relation = clause.relation;
    // "without saying who they are, including by opening accounts": what is given as a case of it is done all the same.
    if (relation === 'pcomp' && isAmong(sentence, first.head)) break;
    const noun = arcs.heads[first.head]!;
    if (relation === 'acl' && noun >= 0 && first.form === 'infinitive') {
      const { lemma: kind } = words[noun]!;
      if (CAN_NOUNS.test(kind)) factuality = factuality === 'fact' ? 'capacity' : factuality;
      else if (PLAN_NOUNS.test(kind)) factuality = factuality === 'fact' ? 'plan' : factuality;
      // "attempts to ship oil have not decreased": what is denied is told of the attempts, and not of the shipping.
      if (above.subject?.head === noun || (above.passive && above.object?.head === noun)) break;
    }
    // "The owners, he said, would sell it": a clause put into another does not hang on it.
    if (relation === 'parataxis') break;
    if (relation === 'relcl' || (relation === 'acl' && first.form !== 'infinitive')) {
      // What is told of a thing in passing does not hang on whether the rest took place, but on who tells it.
      break;
    }
    if (relation === 'advcl' && first.form === 'infinitive') {
      factuality = factuality === 'fact' ? 'plan' : factuality;
      break;
    }
    if (
      relation === 'advcl' &&
      /^(after|when|before|while|as|since|because|although|though|once|until|whereas|even)$/.test(first.opener)
    )
      break;
    if (above.complement !== undefined && /^(certain|probable|likely)$/.test(words[above.complement]!.lower))
      hedged = true;
    if (above.complement !== undefined && /^(possible|plausible|conceivable)$/.test(words[above.complement]!.lower))
      possible = true;
    // "One possibility is that they were delivered there", "cannot rule out that": held possible by whoever tells it.
    const holder = above.subject?.link === 'own' ? words[above.subject.head]!.lower : '';
    if (relation === 'ccomp' && above.lemma === 'be' && MAY_NOUNS.test(holder)) possible = true;
    if (relation === 'ccomp' && above.negated && attributionList('excludes').has(above.lemma)) {
      possible = true;
      negated = !negated;
    }
    if (relation === 'xcomp' || relation === 'ccomp' || relation === 'pcomp') {
      const { lemma } = above;
      if (leavesToCome(above) || (lexicalVerbs('refuses').has(lemma) && first.form !== 'finite')) negated = !negated;
      else if (lexicalVerbs('prevents').has(lemma) && relation === 'pcomp' && first.opener === 'from')
        negated = !negated;
      else if (lexicalVerbs('plans').has(lemma) && first.form === 'infinitive')
        factuality = factuality === 'fact' ? 'plan' : factuality;
      // "is considering buying planes": nothing is bought yet.
      else if (CONSIDERS.test(lemma) && relation === 'xcomp' && first.form === 'participle')
        factuality = factuality === 'fact' ? 'plan' : factuality;
      // "helped to sell": whoever helps with it does it.
      else if (
        lexicalVerbs('enables').has(lemma) &&
        first.form !== 'finite' &&
        !(lemma === 'help' && above.object === undefined && above.dative === undefined)
      )
        factuality = factuality === 'fact' ? 'capacity' : factuality;
      else if (
        (cueTables().verbs.get(lemma) === 'calls-for' ||
          /^(urge|order|ask|demand|require|tell|request|instruct|press|call|want|encourage|direct|warn|advise|invite)$/.test(
            lemma,
          )) &&
        first.form === 'infinitive'
      )
        factuality = factuality === 'fact' ? 'demand' : factuality;
      else if (
        lexicalVerbs('seems').has(lemma) ||
        /^(suggest|indicate|imply|suspect|believe|think)$/.test(lemma) ||
        // "is assessed to have obtained".
        (above.passive && attributionList('assessed-passives').has(lemma) && relation === 'xcomp')
      )
        hedged = true;
      else if (
        above.complement !== undefined &&
        /^(able|capable|likely|set|due|about|ready|willing|unable|expected|poised|eager|keen|unlikely)$/.test(
          words[above.complement]!.lower,
        )
      ) {
        const adjective = words[above.complement]!.lower;
        // "was able to send": it was done; "is able to" may come.
        const didSo =
          adjective === 'able' &&
          !above.negated &&
          above.modifiers.every((word) => /^(also|only|even|still|then|thus|been|has|have|had)$/.test(word)) &&
          /^(was|were|been)$/.test(words[above.head]!.lower);
        if (/^(able|capable)$/.test(adjective) && !didSo) factuality = factuality === 'fact' ? 'capacity' : factuality;
        else if (/^(unable|unlikely)$/.test(adjective)) negated = !negated;
        if (/^(likely|unlikely)$/.test(adjective)) hedged = true;
        else if (!/^(able|capable|unable)$/.test(adjective)) factuality = factuality === 'fact' ? 'plan' : factuality;
      }
      if (relation === 'pcomp' && /^(capable|for)$/.test(first.opener) && first.opener !== 'for')
        factuality = 'capacity';
    } else if (relation === 'advcl' || relation === 'ROOT' || relation === 'conj') break;
    at = clause.parent;
  }
  return {
    factuality: possible && factuality === 'fact' ? 'possible' : factuality,
    negated,
    hedged: hedged || possible,
  };
}

/** "has yet to be designated": what is still to come has not been done. */
export function leavesToCome({ lemma, modifiers }: Clause): boolean {
  return /^(have|be)$/.test(lemma) && modifiers.includes('yet');
}

const MAY_NOUNS = /^(possibility|likelihood|hypothesis|theory|explanation|scenario|suspicion|fear|hope|risk|danger)$/;

/** "may hold", "could have sent": whoever tells it holds it possible. */
export function mayBe({ modifiers }: Clause): boolean {
  return modifiers.some((word) => /^(may|might|could)$/.test(word));
}

/** "it would breach the ban if it sold coal", "had it sold coal": what would be, and what it would hang on. */
function hangsOnCondition({ clauses, words }: ParsedSentence, place: number): boolean {
  const clause = clauses[place]!;
  // "delivered 120,000 barrels, assuming that they were full": only where it is so.
  if (
    clauses.some(
      ({ parent, relation, lemma, form, object }) =>
        parent === place &&
        relation === 'advcl' &&
        form === 'participle' &&
        // "providing details of the raid" gives something, and sets no condition.
        (/^(assume|suppose|presume)$/.test(lemma) || (lemma === 'provide' && object === undefined)),
    )
  )
    return true;
  if (clause.modifiers.some((word) => /^(would|could|might)$/.test(word)))
    return clauses.some(
      (other) =>
        other.parent === place &&
        other.relation === 'advcl' &&
        (/^(if|unless)$/.test(other.opener) || isInverted({ words }, other)),
    );
  return /^(advcl|ccomp)$/.test(clause.relation) && isInverted({ words }, clause);
}

/** "If the papers are genuine, the firm sold it": what is told as done on a condition alone; "even if" and a manner of speaking are none. */
function isConditional({ clauses, words, arcs }: ParsedSentence, place: number): boolean {
  if (cueTables().verbs.has(clauses[place]!.lemma)) return false;
  return clauses.some((other, at) => {
    if (other.parent !== place || other.relation !== 'advcl') return false;
    if (/^(if|unless|provided)$/.test(other.opener) && !cueTables().verbs.has(other.lemma)) {
      const mark = words.findLastIndex(({ lower }, i) => lower === other.opener && i < other.head);
      return !/^(even|as|whether)$/.test(words[mark - 1]?.lower ?? '');
    }
    // "Supposing that", "assuming", "provided that".
    return (
      /^(suppose|assume|provide|presume|grant)$/.test(other.lemma) &&
      /participle$/.test(other.form) &&
      clauses.some(({ parent, head }) => parent === at && arcs.labels[head] === 'ccomp')
    );
  });
}

/** "Had North Korea sold", "Were it to sell", "Should it sell": a condition told by the order of the words alone. */
export function isInverted({ words }: Pick<ParsedSentence, 'words'>, clause: Clause): boolean {
  const subject = clause.subject?.head;
  if (subject === undefined || subject > clause.head) return false;
  let at = subject;
  while (at > 0 && !/^(had|were|should)$/.test(words[at]!.lower) && words[at]!.text !== ',') at -= 1;
  return /^(had|were|should)$/.test(words[at]!.lower) && (at === 0 || words[at - 1]!.pos === 'PUNCT');
}

const EVIDENCE = /^(sign|evidence|proof|indication|trace|hint|suggestion|record)$/;

/** "no evidence", "did not find proof": a noun of evidence that is not there. */
export function lacksEvidence({ words, arcs }: ParsedSentence, noun: number, above: Clause | undefined): boolean {
  return (
    EVIDENCE.test(words[noun]!.lemma) &&
    // "Suggestions that it was sold have no basis": what they lack is read as their rejection.
    ((above?.negated === true && !(above.lemma === 'have' && above.subject?.head === noun)) ||
      arcs.children[noun]!.some(
        (child) => /^(no|any|little|scant)$/.test(words[child]!.lower) && arcs.labels[child] !== 'nummod',
      ))
  );
}

function modalOf({ modifiers, lemma }: Clause): Factuality | undefined {
  const has = (pattern: RegExp) => modifiers.some((word) => pattern.test(word));
  const perfect = modifiers.includes('have');
  if (has(/^(would)$/) && perfect) return 'condition';
  if (has(/^(will|'ll|wo|shall|would|going)$/) && !perfect) return 'plan';
  if (has(/^(can|ca|could)$/) && !perfect) return 'capacity';
  if (has(/^(must|should|ought)$/) && !perfect) return 'demand';
  return lemma === 'need' ? 'demand' : undefined;
}

/** "…, including by opening accounts". */
function isAmong({ words, arcs }: ParsedSentence, gerund: number): boolean {
  const preposition = arcs.heads[gerund]!;
  const above = preposition < 0 ? -1 : arcs.heads[preposition]!;
  return above >= 0 && (words[above]!.lower === 'including' || words[preposition - 1]?.lower === 'including');
}

function isHedged(sentence: ParsedSentence, clause: Clause): boolean {
  if (clause.modifiers.some((word) => HEDGES.test(word))) return true;
  if (clause.modifiers.includes('have') && clause.modifiers.some((word) => /^(may|might|could)$/.test(word)))
    return true;
  // "must have loaded coal": what somebody infers.
  if (clause.modifiers.includes('must') && clause.modifiers.includes('have')) return true;
  const { words, arcs } = sentence;
  // "It is believed to have been sent", in what somebody says; "apparently arrived and loaded": the adverb is of both.
  if (clause.passive && HELD.test(clause.lemma)) return true;
  // "Looks like it is part of the campaign".
  if (/^(look|sound)$/.test(clause.lemma) && /^(like|as)$/.test(words[clause.head + 1]?.lower ?? '')) return true;
  const first = sentence.clauses[clause.joinedTo]!;
  if (
    first !== clause &&
    clause.subject?.link === 'conjunct' &&
    arcs.children[first.head]!.some((child) => child < first.head && HEDGES.test(words[child]!.lower))
  )
    return true;
  // "was likely a missile of medium range": the parser takes the adverb for what is said of the subject.
  const said = arcs.children[clause.head]!.filter((child) => arcs.labels[child] === 'acomp');
  if (said.some((child) => /^(likely|probable)$/.test(words[child]!.lower))) return true;
  // "It is possible that they were misreported", "it is doubtful whether".
  if (
    said.some((child) => MAY_BE.test(words[child]!.lower)) &&
    clause.subject?.link === 'own' &&
    words[clause.subject.head]!.lower === 'it' &&
    clause.lemma === 'be'
  )
    return true;
  // "imagery indicates possible operation of the plant": what the sign is of is not told as a fact.
  const sign = clause.object?.link === 'own' && SIGNIFIES.test(clause.lemma) ? clause.object.head : undefined;
  if (
    sign !== undefined &&
    arcs.children[sign]!.some((child) => arcs.labels[child] === 'amod' && UNSURE.test(words[child]!.lower))
  )
    return true;
  // "describes what appears to be a partnership": what it is, is not certain.
  const isOfSeeming = sentence.clauses.some(
    ({ relation, lemma, parent, subject }) =>
      /^(ccomp|pcomp)$/.test(relation) &&
      lexicalVerbs('seems').has(lemma) &&
      sentence.clauses[parent] === clause &&
      subject !== undefined &&
      words[subject.head]!.lower === 'what',
  );
  if (isOfSeeming) return true;
  if (!lexicalVerbs('seems').has(clause.lemma)) return false;
  // "appears intent on it", "appear to first unload", where the parser takes the infinitive for a noun.
  const isSaidOf = arcs.children[clause.head]!.some((child) => /^(acomp|oprd)$/.test(arcs.labels[child]!));
  return (
    isSaidOf ||
    words[clause.head + 1]?.lower === 'to' ||
    sentence.clauses.some(({ parent, relation }) => sentence.clauses[parent] === clause && relation === 'xcomp')
  );
}
