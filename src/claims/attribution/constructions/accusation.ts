import { attributionList } from '../../lexicon/attribution-list.ts';
import { lexicalVerbs } from '../../lexicon/verb-class.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import type { Speaker } from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy, isUnder, spanUnder } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { contentUnder } from '../content.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../speaker/source-phrase.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';
import { contentsOf } from './claim-noun.ts';
import { issuerOfPaper } from './paper-issuer.ts';
import { isWrongly } from './withheld.ts';

/** "attributes the theft to Y": a finding rather than a charge. */
const ASCRIBES = /^(attribute|ascribe)$/;

/** "pinned the theft on Y": the event that somebody is blamed for, and the preposition before whom. */
function blamedOn(
  sentence: ParsedSentence,
  { head, lemma, object, passive }: Clause,
): { readonly event: number; readonly on: number } | undefined {
  if (passive || object?.link !== 'own') return undefined;
  const on = sentence.words.findIndex(
    ({ lower }, at) =>
      lower === (ASCRIBES.test(lemma) ? 'to' : 'on') &&
      at > object.head &&
      sentence.arcs.labels[at] === 'prep' &&
      (sentence.arcs.heads[at] === head || isUnder(sentence, at, object.head)),
  );
  return on < 0 || !nounList('event').has(singularOf(sentence.words[object.head]!.lower))
    ? undefined
    : { event: object.head, on };
}

/** "X accused Y of shipping Z", "Y is accused of it", "X put the blame on Y": what stands after "of", "for" or "with" is alleged of Y. */
export function accusation(sentence: ParsedSentence, place: number, context: SpeakerContext): Attribution | undefined {
  const clause = sentence.clauses[place]!;
  const { words } = sentence;
  const blames =
    !clause.passive &&
    /^(put|lay|place|pin)$/.test(clause.lemma) &&
    /^(blame|responsibility)$/.test(words[clause.object?.head ?? -1]?.lower ?? '');
  const ascribes = ASCRIBES.test(clause.lemma);
  const levels = levelled(sentence, clause);
  if (levels !== undefined) return levelledBy(sentence, clause, levels, context);
  const held = heldOn(sentence, clause, context);
  if (held !== undefined) return held;
  if (!attributionList('accuses').has(clause.lemma) && !blames && !ascribes) return undefined;
  // "firms implicated in theft include", "charged a fee": nobody is accused.
  if (!clause.passive && (clause.object === undefined || isPrice(sentence, clause))) return undefined;
  // "was wrongly accused of": the text says that it is not so, and not who said that it was.
  if (clause.passive && clause.subject === undefined && isWrongly(clause)) return undefined;
  if (clause.negated || (!lexicalVerbs('accuses').has(clause.lemma) && !blames && !ascribes)) return undefined;
  // "accused by the camp of taking money": of a passive the parser may hang the charge on who brings it.
  const behindAgent =
    clause.passive && clause.subject?.link === 'own' ? childrenBy(sentence, clause.subject.head, 'prep') : [];
  const charged = behindAgent.filter((at) => childBy(sentence, at, 'pcomp') !== undefined);
  const prepositions = [...childrenBy(sentence, clause.head, 'prep'), ...charged].filter((at) =>
    // "charged 34 people over two years": when, and not with what.
    /^(year|month|week|day|decade|hour)s?$/.test(words[childBy(sentence, at, 'pobj') ?? at]!.lower) ||
    sentence.times.some(({ firstWord }) => firstWord >= at && firstWord <= at + 2)
      ? false
      : blames
        ? /^(on|for)$/.test(words[at]!.lower)
        : /^(of|for|with|over)$/.test(words[at]!.lower) ||
          // "implicated in shipping", but "charged in a court", "accused, in violation of".
          (/^(on|in)$/.test(words[at]!.lower) &&
            (/^(implicate|convict|suspect|pin|blame)$/.test(clause.lemma) ||
              childBy(sentence, at, 'pcomp') !== undefined)),
  );
  // "blamed the blast on Y", "found Z at fault for": the accused may stand after the object.
  const inner =
    clause.object?.link === 'own'
      ? childrenBy(sentence, clause.object.head, 'prep').filter(
          (at) => /^(of|for|with)$/.test(words[at]!.lower) && childBy(sentence, at, 'pcomp') !== undefined,
        )
      : [];
  const pinned = ascribes || /^(pin|blame)$/.test(clause.lemma) ? blamedOn(sentence, clause) : undefined;
  if (pinned !== undefined && !clause.negated)
    return makeAttribution(sentence, {
      construction: 'accusation',
      reporting: ascribes ? 'assesses' : 'alleges',
      lemma: clause.lemma,
      cue: clause.head,
      speaker: clause.subject === undefined ? undefined : sourceAt(sentence, clause.subject, context),
      content: contentUnder(sentence, [pinned.event, pinned.on]),
      tops: [pinned.event],
    });
  if (ascribes) return undefined;
  const tops = [...prepositions, ...inner];
  const accused = clause.object;
  if (tops.length === 0 && clause.lemma !== 'blame') return undefined;
  // "a command charged with the blockade": a task, and no charge.
  if (
    clause.relation === 'acl' &&
    clause.form === 'past-participle' &&
    clause.subject === undefined &&
    !tops.some((at) => childBy(sentence, at, 'pcomp') !== undefined)
  )
    return undefined;
  const content = contentUnder(
    sentence,
    [...tops, ...(accused?.link === 'own' ? [accused.head] : [])],
    accused?.link === 'own' ? asidesOf(sentence, accused.head) : [],
  );
  const speaker = accuserOf(sentence, clause, context);
  const gerunds = tops.flatMap((at) => childrenBy(sentence, at, 'pcomp', 'pobj'));
  return makeAttribution(sentence, {
    construction: 'accusation',
    reporting: 'alleges',
    lemma: clause.lemma,
    cue: clause.head,
    speaker,
    content,
    tops: gerunds.length > 0 ? gerunds : accused === undefined ? [] : [accused.head],
  });
}

/** "charged a fee", "charges customers interest of 5 %": what is paid. */
function isPrice(sentence: ParsedSentence, { lemma, head }: Clause): boolean {
  return (
    lemma === 'charge' &&
    childrenBy(sentence, head, 'dobj').some((at) =>
      attributionList('prices').has(singularOf(sentence.words[at]!.lower)),
    )
  );
}

/** "indicted by prosecutors on charges he shipped rifles": what the charges hold is alleged by whoever brings them. */
function heldOn(sentence: ParsedSentence, clause: Clause, context: SpeakerContext): Attribution | undefined {
  if (clause.negated || !attributionList('holds').has(clause.lemma)) return undefined;
  const charge = clause.obliques.find(
    ({ preposition, head }) =>
      preposition === 'on' && /^(charge|count|allegation|accusation|suspicion)s?$/.test(sentence.words[head]!.lower),
  );
  const tops = charge === undefined ? [] : contentsOf(sentence, charge.head);
  return tops.length === 0 ? undefined : alleged(sentence, clause, context, tops, tops);
}

/** What stands below some words, as alleged by whoever accuses. */
function alleged(
  sentence: ParsedSentence,
  clause: Clause,
  context: SpeakerContext,
  below: readonly number[],
  tops: readonly number[],
): Attribution {
  return makeAttribution(sentence, {
    construction: 'accusation',
    reporting: 'alleges',
    lemma: clause.lemma,
    cue: clause.head,
    speaker: accuserOf(sentence, clause, context),
    content: contentUnder(sentence, below),
    tops,
  });
}

/** "blamed the Forces, which have besieged the city": what is told of the accused behind a comma is none of what they are accused of. */
function asidesOf(sentence: ParsedSentence, accused: number): number[] {
  return childrenBy(sentence, accused, 'relcl').filter((at) => {
    const { from } = spanUnder(sentence, at);
    return sentence.words[from - 1]?.text === ',';
  });
}

/** Who accuses: the subject, and of "a statement blaming Y" whoever issued it. */
function accuserOf(sentence: ParsedSentence, { subject }: Clause, context: SpeakerContext): Speaker | undefined {
  return subject === undefined ? undefined : sourceAt(sentence, issuerOfPaper(sentence, subject) ?? subject, context);
}

/** "levelled accusations against Y for stealing": the word before what Y is accused of, where the accusation is a noun. */
function levelled(sentence: ParsedSentence, { lemma, object, passive, negated, head }: Clause): number | undefined {
  if (passive || negated || object?.link !== 'own' || !/^(level|make|bring|file|lodge|raise|lay)$/.test(lemma))
    return undefined;
  if (!/^(accusations?|charges?|allegations?)$/.test(sentence.words[object.head]!.lower)) return undefined;
  return sentence.words.findIndex(
    ({ lower }, at) =>
      /^(of|for)$/.test(lower) &&
      at > object.head &&
      childBy(sentence, at, 'pcomp') !== undefined &&
      (isUnder(sentence, at, object.head) || isUnder(sentence, at, head)),
  );
}

function levelledBy(
  sentence: ParsedSentence,
  clause: Clause,
  of: number,
  context: SpeakerContext,
): Attribution | undefined {
  const gerund = of < 0 ? undefined : childBy(sentence, of, 'pcomp');
  return gerund === undefined ? undefined : alleged(sentence, clause, context, [of], [gerund]);
}
