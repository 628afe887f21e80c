import { attributionList } from '../../lexicon/attribution-list.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import type { Run } from '../../names/phrase.ts';
import type { Speaker } from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Party } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy, conjunctsOf, nounRun, spanUnder, wholeNounRun } from '../../syntax/phrase-span.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';

/** Prepositions by which the name of a source goes on; what was said "in a statement" or "on Monday" is no part of it. */
const NAMES_ON = /^(of|for|to|at|from|in|on|against|within|with)$/;

/** Who stands in a phrase as a source: the head of the phrase, of a relative pronoun its antecedent. */
export function sourceAt(sentence: ParsedSentence, party: Party, context: SpeakerContext): Speaker {
  const { head } = party;
  const run = sourceRun(sentence, head);
  const { words } = sentence;
  const name = sentence.text.slice(words[run.from]!.start, words[run.to - 1]!.end).replace(/\s+/g, ' ');
  // "Doctors Beyond Rivers": a preposition with a capital stands in names of bodies alone.
  if (
    words.slice(run.from + 1, run.to).some(({ pos, text }) => pos === 'ADP' && /^\p{Lu}/u.test(text)) &&
    /^\p{Lu}/u.test(words[run.from]!.text)
  )
    return { claimant: { name, kind: 'ngo' }, plural: false, resolution: 'body', rule: 'body-by-name', run };
  const speaker = readSpeaker(sentence, run, appositionOf(sentence, head, run), context);
  // "the cousin of premier X": who is named after "of" is not who speaks.
  const named = speaker.resolution === 'person' ? speaker.claimant.name.split(' ').at(-1)! : undefined;
  const core = nounRun(sentence, head);
  const within = (from: number, to: number) => words.slice(from, to).some(({ text }) => text === named);
  if (named !== undefined && words[head]!.pos === 'NOUN' && !within(core.from, core.to) && within(core.to, run.to))
    return {
      claimant: { name: name.replace(/^the /i, ''), kind: 'person' },
      plural: false,
      resolution: 'described',
      rule: 'person-described',
      run,
    };
  return speaker;
}

/** The words that name a source, without times, relative clauses and appositions. */
export function sourceRun(sentence: ParsedSentence, head: number): Run {
  const { words, times } = sentence;
  let run = wholeNounRun(sentence, head, NAMES_ON);
  const time = times.find(({ firstWord }) => firstWord > head && firstWord < run.to);
  if (time !== undefined) run = { from: run.from, to: time.firstWord };
  while (run.to > head + 1 && /^(ADP|DET|CCONJ|PUNCT)$/.test(words[run.to - 1]!.pos))
    run = { from: run.from, to: run.to - 1 };
  // "people familiar with the matter", "those close to him": the noun alone says nothing of them.
  const told = /^(people|persons?|sources?|those|men|women|man|woman|anyone|someone)$/.test(words[head]!.lower)
    ? childrenBy(sentence, head, 'amod', 'acl').find((at) => at === head + 1)
    : undefined;
  const whole = told === undefined ? undefined : spanUnder(sentence, told);
  if (whole !== undefined && whole.from === head + 1 && whole.to - whole.from <= 8)
    run = { from: run.from, to: whole.to };
  // "Russia and China said", "the ministry and the navy": they speak together where the text joins them.
  const together = conjunctsOf(sentence, head);
  const last = together.at(-1)!;
  if (last !== head && sentence.arcs.labels[head] !== 'conj') {
    const joined = wholeNounRun(sentence, last, NAMES_ON);
    // Of three and more States, those between the first and the last speak as well.
    const states = together.every((at) =>
      sentence.mentions.some(({ kind, from, to }) => /^(country|seat)$/.test(kind) && at >= from && at < to),
    );
    // "the Agriculture, Fisheries and Conservation Department": one body by the matters that it is for.
    const isOrgan =
      nounList('organ').has(words[last]!.lower) && together.every((at) => /^\p{Lu}/u.test(words[at]!.text));
    const named = states || isOrgan ? together.slice(1, -1).map((at) => wholeNounRun(sentence, at, NAMES_ON)) : [];
    const between = words.filter(
      (_, at) => at >= run.to && at < joined.from && !named.some(({ from, to }) => at >= from && at < to),
    );
    if (
      joined.from >= run.to &&
      joined.to - run.from <= 24 &&
      between.every(({ pos, lower }) => /^(CCONJ|PUNCT|DET|ADV)$/.test(pos) || lower === 'its')
    )
      run = { from: run.from, to: joined.to };
  }
  return run;
}

/** "Robert Wood, the U.S. envoy,": the words that say more of a source, after or before its name. */
export function appositionOf(sentence: ParsedSentence, head: number, run: Run): Run | undefined {
  const { words, arcs } = sentence;
  const behind = childBy(sentence, head, 'appos');
  const of = (at: number): Run => {
    const whole = wholeNounRun(sentence, at);
    return { from: whole.from, to: whole.to };
  };
  if (behind !== undefined && behind >= run.to) return of(behind);
  // "Foreign Minister, Choe Mi-gyong" read the other way round: the name heads and the office is its apposition.
  if (arcs.labels[head] === 'appos') {
    const named = arcs.heads[head]!;
    // "blown up on Sunday, the newspaper reported": a day is nobody's name.
    return sentence.times.some(({ firstWord, lastWord }) => named >= firstWord && named <= lastWord)
      ? undefined
      : nounRun(sentence, named);
  }
  // "the chief of its police, Abdi Koore": the name may hang on a noun within the phrase.
  for (let at = run.from; at < run.to; at++) {
    const inner = childrenBy(sentence, at, 'appos').find(
      (child) => child >= run.to && words[child - 1]?.pos !== 'VERB',
    );
    if (inner !== undefined) {
      const span = spanUnder(sentence, inner);
      if (span.to - span.from <= 16) return of(inner);
    }
  }
  return undefined;
}

/** Between a thing and who made it: "estimates by", "figures from". */
const ISSUED = /^(by|from|of)$/;

/** "estimates by analyst X", "figures from the customs": whoever made them speaks, not they. */
export function issuerOf(sentence: ParsedSentence, head: number, context: SpeakerContext): Speaker {
  const noun = singularOf(sentence.words[head]!.lower);
  if (nounList('issued').has(noun) || attributionList('owned').has(noun)) {
    const owner = childBy(sentence, head, 'poss');
    if (owner !== undefined && !/^(NUM|PRON)$/.test(sentence.words[owner]!.pos))
      return sourceAt(sentence, { head: owner, link: 'own' }, context);
    // "Kpler data", "Ledgerline figures": a name before what it put together.
    const compiled = attributionList('compiled').has(noun);
    const named =
      compiled || attributionList('issued-papers').has(noun)
        ? childrenBy(sentence, head, 'compound', 'nmod').find((at) => sentence.words[at]!.pos === 'PROPN')
        : undefined;
    if (named !== undefined) {
      const speaker = sourceAt(sentence, { head: named, link: 'own' }, context);
      // "a UN statement" may be that of any of its bodies.
      const bodies = compiled ? /^(company|ngo|un-body|intergovernmental|state-organ)$/ : /^(company|ngo|state-organ)$/;
      if (bodies.test(speaker.claimant.kind)) return speaker;
    }
    for (const preposition of childrenBy(sentence, head, 'prep')) {
      if (!ISSUED.test(sentence.words[preposition]!.lower)) continue;
      const object = childBy(sentence, preposition, 'pobj');
      // "a letter of 3 June": a day has written nothing.
      if (
        object !== undefined &&
        !sentence.times.some(({ firstWord, lastWord }) => object >= firstWord && object <= lastWord) &&
        (sentence.words[preposition]!.lower !== 'of' || /^\p{Lu}/u.test(sentence.words[object]!.text))
      )
        return sourceAt(sentence, { head: object, link: 'own' }, context);
    }
    // "a review of filings by the institute": the parser hangs who made it on what it is of.
    const inner = sentence.words.findIndex(
      ({ lower }, at) =>
        at > head && lower === 'by' && sentence.arcs.labels[at] === 'prep' && hangsThrough(sentence, at, head),
    );
    const maker = inner < 0 ? undefined : childBy(sentence, inner, 'pobj');
    if (
      maker !== undefined &&
      [maker, ...childrenBy(sentence, maker, 'appos')].some((at) => /^\p{Lu}/u.test(sentence.words[at]!.text))
    )
      return sourceAt(sentence, { head: maker, link: 'own' }, context);
    // "Figures that Libya gave to OPEC": whose they are.
    const given = sentence.clauses.find(
      ({ object, subject, passive, lemma }) =>
        object?.link === 'antecedent' &&
        object.head === head &&
        subject?.link === 'own' &&
        !passive &&
        /^(give|provide|supply|release|publish|issue|submit|file|report)$/.test(lemma),
    );
    if (given !== undefined && sentence.words[given.subject!.head]!.pos !== 'PRON')
      return sourceAt(sentence, given.subject!, context);
    const site = siteOf(sentence, head);
    if (site !== undefined) return sourceAt(sentence, { head: site, link: 'own' }, context);
    for (const verb of childrenBy(sentence, head, 'acl')) {
      const by = childBy(sentence, verb, 'agent');
      const object = by === undefined ? undefined : childBy(sentence, by, 'pobj');
      // "a report seen by AFP": who has read it did not write it.
      if (object !== undefined && !attributionList('read-by').has(sentence.words[verb]!.lemma))
        return sourceAt(sentence, { head: object, link: 'own' }, context);
    }
  }
  return sourceAt(sentence, { head, link: 'own' }, context);
}

/** "a statement on the ministry's website", "posted on its Telegram channel": whose pages carry a paper. */
function siteOf(sentence: ParsedSentence, paper: number): number | undefined {
  const above = [paper, ...childrenBy(sentence, paper, 'acl')];
  for (const on of above.flatMap((at) => childrenBy(sentence, at, 'prep'))) {
    if (!/^(on|to)$/.test(sentence.words[on]!.lower)) continue;
    const site = childBy(sentence, on, 'pobj');
    if (site === undefined || !nounList('site').has(sentence.words[site]!.lower)) continue;
    const owner = childBy(sentence, site, 'poss');
    if (owner !== undefined && sentence.words[owner]!.pos !== 'PRON') return owner;
  }
  return undefined;
}

/** Whether a preposition hangs on a noun by nothing but nouns and prepositions. */
function hangsThrough({ arcs }: ParsedSentence, preposition: number, noun: number): boolean {
  let at = arcs.heads[preposition]!;
  while (at > noun && arcs.labels[at] === 'pobj' && arcs.labels[arcs.heads[at]!] === 'prep')
    at = arcs.heads[arcs.heads[at]!]!;
  return at === noun;
}
