import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables, PLAIN_SAYING, type ReportingClass } from '../../lexicon/cue.ts';
import { isSomebody } from '../../lexicon/somebody.ts';
import type { Speaker } from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy } from '../../syntax/phrase-span.ts';
import type { Attribution } from '../attribution.ts';
import { makeAttribution } from '../make-attribution.ts';
import { sourceAt } from '../speaker/source-phrase.ts';
import type { SpeakerContext } from '../speaker/speaker-context.ts';
import { classOfStatement, ownerOf } from './held-view.ts';

/** How a sentence may open that only says who said the one before. */
const OPENS = /^["“]?(?:at least, )?(?:so|that|this|such|those|these)\b/i;
/** "Karl Dahl said in 2011.": a tag that its quotation left behind as a sentence. */
const TAG = /^[^"“”.!?\n]{2,60} (?:said|says|added)\b[^"“”.!?\n]{0,60}\.?(?:\s|$)/;
const POINTS_BACK = /^(that|this|such|those|these)$/;

/** What a sentence is asked for, before it is parsed. */
export function mayTellLate(text: string): boolean {
  return OPENS.test(text) || TAG.test(text);
}

/**
 * "So says X.", "That was the assessment of X.", "That is according to X.", "This is what X claims.": a sentence that says
 * nothing but whose words those of the sentence before are. It holds all of `said`, that sentence.
 */
export function lateTelling(
  sentence: ParsedSentence,
  said: ParsedSentence,
  context: SpeakerContext,
): Attribution | undefined {
  if (sentence.words.length === 0 || sentence.headline || !mayTellLate(sentence.text.slice(sentence.words[0]!.start)))
    return undefined;
  const main = sentence.clauses.find(({ relation, form }) => relation === 'ROOT' && form === 'finite');
  if (main === undefined || main.negated || sentence.quoted[main.head]) return undefined;
  const stated =
    saidSo(sentence, main) ??
    namedBack(sentence, main) ??
    reportedBy(sentence, main) ??
    (said.quoted.at(-1) === true || said.words.at(-1)?.text === '"' ? saidAlone(sentence, main) : undefined);
  if (stated === undefined) return undefined;
  const speaker: Speaker = sourceAt(sentence, { head: stated.source, link: 'own' }, context);
  const { lower, pos } = sentence.words[stated.source]!;
  const unknown = speaker.resolution === 'unresolved' && !/^(PROPN|PRON)$/.test(pos) && !isSomebody(singularOf(lower));
  if (speaker.claimant.kind === 'sensor' || unknown) return undefined;
  if (speaker.claimant.kind !== 'unnamed') context.spoke(speaker.claimant, speaker.plural);
  const by = stated.by === undefined ? undefined : sourceAt(sentence, { head: stated.by, link: 'own' }, context);
  const isKnown = by !== undefined && (by.resolution !== 'unresolved' || sentence.words[stated.by!]!.pos === 'PROPN');
  if (isKnown) context.spoke(by.claimant, by.plural);
  return makeAttribution(said, {
    construction: 'late-telling',
    reporting: stated.reporting,
    lemma: stated.lemma,
    cue: -1,
    speaker: { ...speaker, run: { from: 0, to: 0 } },
    content: said.words.map(() => true),
    relay: isKnown ? [by.claimant] : [],
  });
}

/** Who is named behind what was told, and who passes it on where another is. */
type Telling = {
  readonly source: number;
  readonly lemma: string;
  readonly reporting: ReportingClass;
  readonly by?: number;
};

/** "This is reported by the Ledger with reference to officials": who reports it, or whom they have it from. */
function reportedBy(sentence: ParsedSentence, { lemma, passive, object, subject, head }: Clause): Telling | undefined {
  const { words } = sentence;
  if (!passive || subject?.link !== 'own' || object?.link !== 'own' || !POINTS_BACK.test(words[object.head]!.lower))
    return undefined;
  if (!/^(report|state|announce|say|write|note|tell)$/.test(lemma)) return undefined;
  const referred = [head, subject.head]
    .flatMap((at) => childrenBy(sentence, at, 'prep'))
    .flatMap((at) => childrenBy(sentence, at, 'pobj'))
    .find((at) => words[at]!.lower === 'reference');
  const to = referred === undefined ? undefined : childBy(sentence, referred, 'prep');
  const cited = to === undefined ? undefined : childBy(sentence, to, 'pobj');
  return cited === undefined
    ? { source: subject.head, lemma, reporting: 'states' }
    : { source: cited, lemma, reporting: 'states', by: subject.head };
}

/** "So says X", "So the ministry said". */
function saidSo(sentence: ParsedSentence, main: Clause): Telling | undefined {
  const so = childrenBy(sentence, main.head, 'advmod').some((at) => sentence.words[at]!.lower === 'so' && at < 3);
  const reporting = cueTables().verbs.get(main.lemma);
  if (!so || reporting === undefined || reporting === 'denies' || main.subject?.link !== 'own') return undefined;
  if (main.object !== undefined || childBy(sentence, main.head, 'ccomp', 'xcomp') !== undefined) return undefined;
  return { source: main.subject.head, lemma: main.lemma, reporting };
}

/** "Karl Dahl said in 2011." behind a quotation: what was said is missing, and stands before. */
function saidAlone(sentence: ParsedSentence, main: Clause): Telling | undefined {
  if (!PLAIN_SAYING.has(main.lemma) || main.passive || main.subject?.link !== 'own' || main.object !== undefined)
    return undefined;
  const isTag = sentence.clauses.length === 1 && sentence.quoted.every((quoted) => !quoted);
  return isTag && sentence.words[main.subject.head]!.pos === 'PROPN'
    ? { source: main.subject.head, lemma: main.lemma, reporting: 'states' }
    : undefined;
}

/** "That is X's estimate", "That is according to X", "This is what X says". */
function namedBack(sentence: ParsedSentence, main: Clause): Telling | undefined {
  const { words } = sentence;
  if (main.lemma !== 'be' || main.subject?.link !== 'own' || !POINTS_BACK.test(words[main.subject.head]!.lower))
    return undefined;
  const noun = main.complement;
  if (noun !== undefined) {
    const lemma = singularOf(words[noun]!.lower);
    const owner = ownerOf(sentence, noun);
    return owner === undefined || !(attributionList('closing').has(lemma) || cueTables().statementNouns.has(lemma))
      ? undefined
      : { source: owner, lemma, reporting: lemma === 'assessment' ? 'assesses' : classOfStatement(lemma) };
  }
  const according = childrenBy(sentence, main.head, 'prep').find((at) => words[at]!.lower === 'according');
  const to = according === undefined ? undefined : childBy(sentence, according, 'prep');
  const named = to === undefined ? undefined : childBy(sentence, to, 'pobj');
  if (named !== undefined) return { source: named, lemma: 'according to', reporting: 'states' };
  const place = sentence.clauses.indexOf(main);
  const inner = sentence.clauses.find(({ parent, relation }) => parent === place && relation === 'ccomp');
  const reporting = inner === undefined ? undefined : cueTables().verbs.get(inner.lemma);
  const what =
    inner !== undefined && childrenBy(sentence, inner.head, 'dobj').some((at) => words[at]!.lower === 'what');
  return inner?.subject?.link === 'own' && what && !inner.negated && reporting !== undefined && reporting !== 'denies'
    ? { source: inner.subject.head, lemma: inner.lemma, reporting }
    : undefined;
}
