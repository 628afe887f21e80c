import { knownVerbs } from '../lexicon/vocabulary.ts';
import {
  baseOf,
  gerundVerb,
  isClosingVerb,
  isSale,
  isWatching,
  nounBehindTo,
  thirdPerson,
  verbOfPast,
} from './verb-form.ts';
import type { Word } from './word.ts';

let verbForms: ReadonlySet<string> | undefined;
let baseForms: ReadonlySet<string> | undefined;

/**
 * "The institute estimates that", "EU lists Iranians": the tagger takes the verb for a noun. A third-person form of a verb
 * that we know, behind a noun and before what only a verb can govern, is a verb when no verb stands before it.
 */
export function retagVerbs(words: Word[]): Word[] {
  verbForms ??= new Set(knownVerbs().map(thirdPerson));
  baseForms ??= new Set(knownVerbs());
  let seen = false;
  const headlined = isTitleCase(words);
  return words.map((word, i) => {
    // "Northern Watch Initiative", "Multilateral Sanctions Monitoring Team": a capital behind a name is part of it.
    if (
      !headlined &&
      word.pos === 'VERB' &&
      i > 0 &&
      /^\p{Lu}\p{Ll}/u.test(word.text) &&
      /^\p{Lu}/u.test(words[i - 1]!.text) &&
      /^(PROPN|NOUN|ADJ)$/.test(words[i - 1]!.pos) &&
      word.start - words[i - 1]!.end === 1
    )
      return { ...word, pos: 'PROPN' };
    // "far more refined petroleum": what kind it is.
    if (word.lower === 'refined' && /^(petroleum|oil|fuel|products?|gold)$/.test(words[i + 1]?.lower ?? ''))
      return { ...word, pos: 'ADJ' };
    // "according to sources": whom it is according to is no verb.
    if (word.pos === 'VERB' && words[i - 1]?.lower === 'to' && words[i - 2]?.lower === 'according')
      return { ...word, pos: 'NOUN' };
    // "the Committee against Torture": a capital behind a preposition is a name.
    if (
      !headlined &&
      word.pos === 'VERB' &&
      words[i - 1]?.pos === 'ADP' &&
      /^\p{Lu}\p{Ll}/u.test(word.text) &&
      words[i - 2] !== undefined
    )
      return { ...word, pos: 'PROPN' };
    const goal =
      word.pos === 'VERB' && words[i - 1]?.lower === 'to' && !headlined ? nounBehindTo(word.text) : undefined;
    if (goal !== undefined) return { ...word, pos: goal };
    if (word.lower === 'since' && /^(has|have|had)$/.test(words[i - 1]?.lower ?? '')) return { ...word, pos: 'ADV' };
    // ", warning: …", ", warning that …": tagged as the noun.
    if (
      /^(NOUN|ADJ)$/.test(word.pos) &&
      words[i - 1]?.text === ',' &&
      /ing$/.test(word.lower) &&
      /^(that|:|")$/.test(words[i + 1]?.lower ?? '')
    ) {
      const stem = word.lower.replace(/ing$/, '');
      const lemma = [stem, `${stem}e`].find((form) => baseForms!.has(form));
      if (lemma !== undefined) return { ...word, pos: 'VERB', lemma };
    }
    // "its promises and demands": behind a possessive no verb.
    if (word.pos === 'VERB' && /^(its|their|his|her|our)$/.test(words[i - 1]?.lower ?? '') && /[^s]s$/.test(word.lower))
      return { ...word, pos: 'NOUN' };
    // "which officials say were", "have long accused M23": tagged as nouns.
    if (word.lower === 'say' && word.pos === 'NOUN' && /^(NOUN|PROPN)$/.test(words[i - 1]?.pos ?? ''))
      return { ...word, pos: 'VERB' };
    if (word.pos === 'NOUN' && isClosingVerb(words, i)) return { ...word, pos: 'VERB', lemma: word.lower };
    const gerund = gerundVerb(words, i);
    if (gerund !== undefined) return { ...word, pos: 'VERB', lemma: gerund };
    if (/^(NOUN|ADP)$/.test(word.pos) && isWatching(words, i)) return { ...word, pos: 'VERB' };
    if (word.lower === 'think' && /^tanks?$/.test(words[i + 1]?.lower ?? '')) return { ...word, pos: 'NOUN' };
    // "satellite images show more than a dozen tankers": tagged as the noun.
    if (word.lower === 'show' && word.pos === 'NOUN' && i > 0 && /^(data|imagery|[a-z]+s)$/.test(words[i - 1]!.lower))
      return { ...word, pos: 'VERB', lemma: 'show' };
    if (word.lower === 'long' && /^(has|have|had)$/.test(words[i - 1]?.lower ?? '')) return { ...word, pos: 'ADV' };
    if (word.lower === 'accused' && word.pos === 'NOUN' && /^(has|have|had|long)$/.test(words[i - 1]?.lower ?? ''))
      return { ...word, pos: 'VERB', lemma: 'accuse' };
    // "shot down": tagged as the noun.
    if (word.lower === 'shot' && word.pos === 'NOUN' && words[i + 1]?.lower === 'down')
      return { ...word, pos: 'VERB', lemma: 'shoot' };
    // "Acting Under Secretary Smith": words of an office.
    if (word.text === 'Acting' && /^\p{Lu}/u.test(words[i + 1]?.text ?? '')) return { ...word, pos: 'ADJ' };
    if (/^(Under|Vice)$/.test(word.text) && words[i + 1]?.text === 'Secretary') return { ...word, pos: 'PROPN' };
    // "North Korea's repeated reckless actions": behind a possessive a participle is an adjective.
    if (
      word.pos === 'VERB' &&
      /^'s?$/.test(words[i - 1]?.text ?? '') &&
      /(ed|en|ing)$/.test(word.lower) &&
      /^(ADJ|NOUN|NUM|SYM)$/.test(words[i + 1]?.pos ?? '')
    )
      return { ...word, pos: 'ADJ' };
    // "Hai Xin Shipping", "Participating States": capitals inside a name and a participle before a plural are no verbs.
    if (word.pos === 'VERB' && /^\p{Lu}\p{Ll}+ing$/u.test(word.text)) {
      if (words[i - 1]?.pos === 'PROPN' && word.start - words[i - 1]!.end <= 1) return { ...word, pos: 'PROPN' };
      if (i === 0 && words[1] !== undefined && /^(NOUN|PROPN)$/.test(words[1].pos) && /s$/.test(words[1].lower))
        return { ...word, pos: 'ADJ' };
    }
    // "missiles of North Korean make".
    if (
      word.lower === 'make' &&
      words.slice(Math.max(0, i - 3), i).some(({ lower }) => lower === 'of') &&
      /^(ADJ|PROPN)$/.test(words[i - 1]?.pos ?? '')
    )
      return { ...word, pos: 'NOUN' };
    if (isDeedNoun(words, i)) return { ...word, pos: 'NOUN' };
    // "possible breaches of the agreement": behind an adjective a form in -s before "of" is a plural.
    if (
      word.pos === 'VERB' &&
      /^\p{Ll}+s$/u.test(word.text) &&
      words[i - 1]?.pos === 'ADJ' &&
      words[i + 1]?.lower === 'of'
    )
      return { ...word, pos: 'NOUN' };
    // "43 port calls": behind a number and a singular, a form in -s is the plural that is counted.
    if (
      word.pos === 'VERB' &&
      /^\p{Ll}+s$/u.test(word.text) &&
      (words[i - 1]?.pos === 'NOUN' || /^\p{Lu}{2,5}$/u.test(words[i - 1]?.text ?? '')) &&
      !/(s|people|men|police|children)$/.test(words[i - 1]!.lower) &&
      numberBefore(words, i - 1)
    )
      return { ...word, pos: 'NOUN' };
    // "The other put the figure at": tagged as the noun of golf.
    if (word.lower === 'put' && word.pos === 'NOUN' && i > 0 && /^(DET|PRON|PROPN)$/.test(words[i + 1]?.pos ?? ''))
      return { ...word, pos: 'VERB', lemma: 'put' };
    const past = pastVerb(words, i);
    if (past !== undefined) {
      seen = true;
      return { ...word, pos: 'VERB', lemma: past };
    }
    if (word.pos === 'VERB' || word.pos === 'AUX') seen = true;
    if (/^[;:"]$/.test(word.text) || (word.text === ',' && seen)) seen = false;
    if (seen || (word.pos !== 'NOUN' && word.pos !== 'PROPN') || i === 0) return word;
    if (
      words[i + 1]?.lower === 'that' &&
      words
        .slice(Math.max(0, i - 8), i)
        .some((before) => /^(NOUN|PROPN)$/.test(before.pos) && /s$/.test(before.lower)) &&
      /^(NOUN|PROPN)$/.test(words[i - 1]!.pos) &&
      /^(report|say|estimate|claim|state|doubt|count|suspect|fear|show|suggest|indicate|reveal|confirm|find|allege|note)$/.test(
        word.lower,
      )
    ) {
      seen = true;
      return { ...word, pos: 'VERB', lemma: word.lower };
    }
    // "Prosecutors count 50 missiles": the plain form behind a plural that opens the sentence, before what only a verb governs.
    if (
      i <= 3 &&
      word.pos === 'NOUN' &&
      /^(NOUN|PROPN)$/.test(words[i - 1]!.pos) &&
      /[^s]s$/.test(words[i - 1]!.lower) &&
      /^(NUM|DET)$/.test(words[i + 1]?.pos ?? '') &&
      baseForms!.has(word.lower)
    ) {
      seen = true;
      return { ...word, pos: 'VERB', lemma: word.lower };
    }
    if (!verbForms!.has(word.lower) || numberBefore(words, i - 1)) return word;
    if (!headlined && /^\p{Lu}/u.test(word.text) && /^\p{Lu}/u.test(words[i - 1]!.text)) return word;
    const [before, after] = [words[i - 1]!, words[i + 1]];
    const governs =
      after !== undefined &&
      // "RNDDH estimates gangs now control": behind a short form, before a plural and a verb.
      (((/^\p{Lu}{2,7}$/u.test(before.text) || (word.lower === 'estimates' && /^\p{Lu}/u.test(before.text))) &&
        /^(NOUN|ADJ)$/.test(after.pos) &&
        words.slice(i + 2, i + 6).some((next) => next.pos === 'VERB' || next.pos === 'AUX')) ||
        /^(that|to|the|a|an|it|its|their|his|at|over|some|no|more|at|up|nearly|about|around|all)$/.test(after.lower) ||
        /^(NUM|SYM|PRON|PROPN|DET)$/.test(after.pos));
    if (!/^(NOUN|PROPN)$/.test(before.pos) && before.text !== ')' && before.text !== ',') return word;
    if (!governs) return word;
    seen = true;
    return { ...word, pos: 'VERB', lemma: baseOf(word.lower) };
  });
}

/**
 * "UN sanctions monitors", "a suspected cargo transfer involving", "offshore transfers of goods": nouns that look like verbs
 * which could not stand there: behind a short name and before a plural, or behind an article without a subject between.
 */
function isDeedNoun(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (
    !/^(VERB|NOUN)$/.test(word.pos) ||
    !/^(sanctions|transfers?|attacks?|launch(es)?|shipments?|exports?|imports?|strikes?|tests?)$/.test(word.text)
  )
    return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  if (/^(its|their|his|her|'s)$/.test(before?.lower ?? '')) return true;
  if (word.text === 'sanctions')
    return /^(UN|U\.N\.|EU|U\.S\.|US)$/.test(before?.text ?? '') && /^(NOUN|ADP)$/.test(after?.pos ?? '');
  if (after?.lower === 'of') return true;
  if (word.text.endsWith('s') || !/^(NOUN|ADJ|PROPN)$/.test(before?.pos ?? '')) return false;
  // The plain form needs a plural or a name before it, and an article in front makes both one phrase.
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    if (/^(a|an|another|this|that|the)$/.test(words[i]!.lower)) return !/[^s]s$/.test(before!.lower);
    if (!/^(NOUN|ADJ|PROPN|VERB|NUM)$/.test(words[i]!.pos)) return false;
  }
  return false;
}

/** A number above one stands before a noun, with adjectives at most between. */
function numberBefore(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (words[i]!.pos === 'NUM') return !/^(one|1)$/.test(words[i]!.lower);
    if (words[i]!.pos !== 'ADJ') return false;
  }
  return false;
}

/** A headline in capitals ("Russia Denies Sending Shells"): there a capital says nothing. */
function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter((word) => /^\p{L}{4,}/u.test(word.text));
  return long.length > 3 && long.filter((word) => /^\p{Lu}/u.test(word.text)).length > long.length * 0.85;
}

/** "One delegation informed the Committee": a past form taken for an adjective although an object follows it. */
function pastVerb(words: readonly Word[], at: number): string | undefined {
  const word = words[at]!;
  if (word.pos !== 'ADJ') return undefined;
  const having = words[at - 1]?.lower === 'having';
  if (word.lower === 'sold' && (having || isSale(words[at - 1], words[at + 1]))) return 'sell';
  if (!word.lower.endsWith('ed')) return undefined;
  // "was informed by Latvia", "having received rifles".
  const acted = having || (words[at - 1]?.pos === 'AUX' && words[at + 1]?.lower === 'by');
  if (acted) return verbOfPast(word.lower);
  if (
    (!/^(NOUN|PROPN|PRON)$/.test(words[at - 1]?.pos ?? '') &&
      words[at - 1]?.text !== ',' &&
      !/^(has|have|had)$/.test(words[at - 1]?.lower ?? '')) ||
    !(
      /^(DET|PRON|PROPN|SCONJ|NOUN|NUM|SYM)$/.test(words[at + 1]?.pos ?? '') ||
      (/^(more|over|about|around|nearly|some)$/.test(words[at + 1]?.lower ?? '') &&
        words.slice(at + 2, at + 4).some((next) => /^(NUM|SYM)$/.test(next.pos))) ||
      (words[at + 1]?.text === ',' && /^["']$/.test(words[at + 2]?.text ?? ''))
    )
  )
    return undefined;
  if (words[at + 1]?.pos === 'NOUN' && !words.slice(at + 2, at + 6).some((next) => next.lower === 'that'))
    return undefined;
  return verbOfPast(word.lower);
}
