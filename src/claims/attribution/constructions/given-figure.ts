import { attributionList } from '../../lexicon/attribution-list.ts';
import { isSomebody } from '../../lexicon/somebody.ts';
import { nounList, quantityWords } from '../../lexicon/vocabulary.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childrenBy } from '../../syntax/phrase-span.ts';
import { isDocumentNoun } from '../issued-document.ts';

/**
 * "A Western official gave 11,000", "the Journal had 300,000": a bare figure that somebody gives for what the text counts, or that a
 * paper has. Who hands money to somebody gives no figure.
 */
export function figureGiven(sentence: ParsedSentence, clause: Clause): number | undefined {
  const { lemma, passive, negated, object, subject, dative, obliques } = clause;
  const tally = tallyGiven(sentence, clause);
  if (tally !== undefined) return tally;
  if (!/^(say|give|have|name|mention|offer|quote|cite)$/.test(lemma) || passive || negated) return undefined;
  if (object?.link !== 'own' || subject?.link !== 'own' || dative !== undefined) return undefined;
  if (obliques.some(({ preposition }) => /^(to|for)$/.test(preposition))) return undefined;
  // "Seoul says 4.8 million shells".
  if (lemma === 'say') return isCounted(sentence, object.head) ? object.head : undefined;
  const isPaper = isPaperOrNewsroom(sentence, subject.head);
  if (lemma === 'have' ? !isPaper : !isPaper && !canCount(sentence, subject.head)) return undefined;
  return isBareFigure(sentence, object.head) ? object.head : undefined;
}

/**
 * "gave a toll of 14 dead", "has its own tally of 29 ships", "arrived at a lower figure, $740 million": a noun of a figure, which whoever
 * gives it has counted. Of a time that brings a total nobody has.
 */
function tallyGiven(sentence: ParsedSentence, { lemma, passive, negated, object, subject, obliques }: Clause) {
  if (passive || negated || subject === undefined) return undefined;
  if (sentence.words[subject.head]!.pos !== 'PROPN' && !canCount(sentence, subject.head)) return undefined;
  const noun = /^(arrive|come)$/.test(lemma)
    ? obliques.find(({ preposition }) => /^(at|to)$/.test(preposition))?.head
    : /^(give|have|offer|cite)$/.test(lemma) && object?.link === 'own'
      ? object.head
      : undefined;
  if (noun === undefined) return undefined;
  if (Object.hasOwn(quantityWords().units, sentence.words[noun]!.lower) && isCounted(sentence, noun)) return noun;
  if (!attributionList('estimates-had').has(singularOf(sentence.words[noun]!.lower))) return undefined;
  const figures = [
    ...childrenBy(sentence, noun, 'appos'),
    ...childrenBy(sentence, noun, 'prep').flatMap((of) => childrenBy(sentence, of, 'pobj')),
  ];
  return figures.some((at) => isCounted(sentence, at)) ? noun : undefined;
}

const CURRENCIES = /^(won|dollars?|euros?|yuan|renminbi|yen|roubles?|rubles?|pounds?|francs?)$/;

function isCounted(sentence: ParsedSentence, at: number): boolean {
  return sentence.words[at]!.pos === 'NUM' || childrenBy(sentence, at, 'nummod').length > 0;
}

function isBareFigure(sentence: ParsedSentence, at: number): boolean {
  const { words } = sentence;
  if (words[at]!.pos === 'NUM') return childrenBy(sentence, at, 'prep').every((of) => words[of]!.lower !== 'of');
  return CURRENCIES.test(words[at]!.lower) && childrenBy(sentence, at, 'nummod').length > 0;
}

function isPaperOrNewsroom({ words, mentions }: ParsedSentence, at: number): boolean {
  const noun = singularOf(words[at]!.lower);
  return (
    isDocumentNoun(noun) ||
    nounList('newsroom').has(noun) ||
    mentions.some(({ kind, from, to }) => kind === 'newsroom' && at >= from && at < to)
  );
}

/** A person, a body or an organ; of a State "gave 300" is what it handed over. */
function canCount({ words, mentions }: ParsedSentence, at: number): boolean {
  const noun = singularOf(words[at]!.lower);
  const mention = mentions.find(({ from, to }) => at >= from && at < to);
  if (mention !== undefined) return /^(state-organ|un-body|ngo|intergovernmental)$/.test(mention.kind);
  return !nounList('state').has(noun) && !nounList('company').has(noun) && (isSomebody(noun) || noun === 'service');
}
