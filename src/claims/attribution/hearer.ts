import { attributionList } from '../lexicon/attribution-list.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import type { Mention } from '../names/mention.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy, isUnder, nounRun } from '../syntax/phrase-span.ts';
import { inquirerAt } from './inquirer-heard.ts';
import { isOrganisationName } from './speaker/organisation.ts';
import type { SpeakerContext } from './speaker/speaker-context.ts';

export function newsroomOf({ text, country }: Mention): Claimant {
  const name = text.replace(/^the /i, '');
  return country === '' ? { name, kind: 'newsroom' } : { name, kind: 'newsroom', country };
}

/** "told Reuters", "in an interview with Interfax", "told us": the newsroom that heard it passes it on. */
export function hearers(sentence: ParsedSentence, clause: Clause, context: SpeakerContext): Claimant[] {
  const { words } = sentence;
  const told = [
    ...(attributionList('heard').has(clause.lemma) && clause.object?.link === 'own' ? [clause.object.head] : []),
    ...(clause.dative === undefined ? [] : [clause.dative.head]),
  ];
  const places = [
    ...told,
    ...clause.obliques
      .filter(({ preposition }) => /^(to|in|on|with|by|via)$/.test(preposition))
      .flatMap(({ head }) => [head, ...within(sentence, head)]),
  ];
  // "Speaking to the BBC, the envoy said".
  for (const at of childrenBy(sentence, clause.head, 'advcl'))
    if (/^(speak|talk|write|appear|comment)$/.test(words[at]!.lemma))
      places.push(
        ...childrenBy(sentence, at, 'prep').flatMap((preposition) => childrenBy(sentence, preposition, 'pobj')),
      );
  // "The minister, as quoted by TASS, said".
  for (const one of sentence.clauses)
    if (
      /^(quote|cite|report|carry)$/.test(one.lemma) &&
      one.form === 'past-participle' &&
      sentence.clauses[one.parent] === clause &&
      sentence.words[one.head - 1]?.lower === 'as'
    )
      places.push(...childrenBy(sentence, one.head, 'agent').flatMap((by) => childrenBy(sentence, by, 'pobj')));
  // "The report, seen by Reuters, said".
  const readers = clause.subject?.link === 'own' ? readersOf(sentence, clause.subject.head) : [];
  const inquirers = [...told, ...readers].flatMap((at) => inquirerAt(sentence, at, context) ?? []);
  return [...newsroomsAt(sentence, [...places, ...readers], context), ...inquirers];
}

/** "according to documents seen by Reuters", "the officials and papers seen by the newspaper": the newsrooms that have seen a paper. */
export function readersOfPaper(sentence: ParsedSentence, paper: number, context: SpeakerContext): Claimant[] {
  const to = sentence.arcs.heads[paper]!;
  const joined = [
    ...childrenBy(sentence, paper, 'conj'),
    ...childrenBy(sentence, to, 'conj').flatMap((at) => childrenBy(sentence, at, 'pobj')),
  ];
  const readers = [paper, ...joined].flatMap((at) => readersOf(sentence, at));
  return [
    ...newsroomsAt(sentence, readers, context),
    ...readers.flatMap((at) => inquirerAt(sentence, at, context) ?? []),
  ];
}

function newsroomsAt(sentence: ParsedSentence, places: readonly number[], context: SpeakerContext): Claimant[] {
  const { mentions, words } = sentence;
  const found: Claimant[] = [];
  for (const at of places) {
    const heard = mentions.find(({ kind, from, to }) => kind === 'newsroom' && at >= from && at < to);
    if (heard !== undefined) found.push(newsroomOf(heard));
    else {
      const run = nounRun(sentence, at);
      // "told the radio station Vest Nord": the name stands after the noun.
      const behind = childrenBy(sentence, at, 'appos').map((one) => nounRun(sentence, one));
      const to = behind.find(({ from }) => from === run.to)?.to ?? run.to;
      const name = sentence.text.slice(words[run.from]!.start, words[to - 1]!.end);
      const { source } = context;
      // "told the news agency EFN": the noun before the name says that it is one.
      const noun = words[run.from - 1]?.lower ?? '';
      if (
        words[at]!.pos === 'PROPN' &&
        (attributionList('newsroom-nouns').has(noun) || nounList('newsroom').has(noun))
      ) {
        found.push({ name, kind: 'newsroom' });
        continue;
      }
      // "told us", "told our inspectors": whose text it is, but for words within marks, which are another's.
      const isOurs = /^our$/i.test(words[run.from]!.text) && attributionList('listeners').has(words[at]!.lower);
      if ((isOurs || /^[Uu]s$/.test(words[at]!.text)) && sentence.quoted?.[at] !== true) {
        found.push(context.voice);
        continue;
      }
      const isNamed = words[run.to]?.pos === 'PROPN' || behind.length > 0;
      const again = isNamed ? undefined : newsroomAgain(words[at]!.lower, words[run.from]!.lower, context);
      if (again !== undefined) {
        found.push(again);
        continue;
      }
      if (source.kind === 'newsroom' && (name === source.name || isInitials(name, source.name) || isThisPaper(name)))
        found.push(source);
      else if (isOutletHere(sentence, at, name, context)) found.push({ name, kind: 'newsroom' });
      else found.push(...newsroomNamed(name));
    }
  }
  // "the same newspaper" is one of those that heard somebody before.
  for (const one of found) if (one !== context.source && one.name !== 'newspaper') context.addBody(one, [], false);
  return found;
}

/** "told the agency", "the same newspaper": the newsroom that the text has named, or the paper of which it says no more. */
function newsroomAgain(noun: string, first: string, context: SpeakerContext): Claimant | undefined {
  if (!/^(the|same)$/.test(first) || !nounList('newsroom').has(noun)) return undefined;
  const known = context.findBody(noun);
  if (known?.kind === 'newsroom') return known;
  return noun === 'newspaper' && known === undefined ? { name: noun, kind: 'newsroom' } : undefined;
}

/** Names after the nouns of a phrase: "an interview with Interfax", "a statement carried by KCNA". */
function within(sentence: ParsedSentence, at: number): number[] {
  const inner = childrenBy(sentence, at, 'prep', 'agent').flatMap((preposition) =>
    childrenBy(sentence, preposition, 'pobj'),
  );
  return [...inner, ...readersOf(sentence, at)];
}

/** "told us", "told this newspaper": the newsroom whose text it is. */
function isThisPaper(name: string): boolean {
  const [first, ...rest] = name.toLowerCase().split(' ');
  return name === 'us' || (first === 'this' && rest.length > 0 && nounList('newsroom').has(rest.join(' ')));
}

function newsroomNamed(name: string): Claimant[] {
  // "told the Nordic Courier": a newsroom by its own name.
  const bare = name.replace(/^the /i, '');
  if (/^\p{Lu}\S* \p{Lu}/u.test(bare) && isOrganisationName(bare) === 'newsroom' && !/ news agency$/i.test(bare))
    return [{ name: bare, kind: 'newsroom' }];
  const match =
    /\b(?:newspaper|agency|news site|website|broadcaster|magazine|station|channel|daily|outlet)\s+(\p{Lu}[\p{L} -]*)$/u.exec(
      name,
    ) ??
    /^(?:the )?(\p{Lu}[\p{L} -]*?)(?: (?:newspaper|[Nn]ews [Aa]gency|agency|broadcaster|magazine|[Tt]elevision|TV|[Rr]adio))$/u.exec(
      name,
    );
  return match === null ? [] : [{ name: match[1]!, kind: 'newsroom' }];
}

/** "told Skerrytid" where the text tells that it was "contacted by Skerrytid", "data seen by Vest and Skerrytid": a newsroom that no list holds. */
function isOutletHere({ text, words, mentions }: ParsedSentence, at: number, name: string, context: SpeakerContext) {
  if (words[at]!.pos !== 'PROPN' || !/^\p{Lu}[\p{L} -]+$/u.test(name)) return false;
  if (mentions.some(({ from, to }) => at >= from && at < to) || context.people.find(name) !== undefined) return false;
  if (!/^(?:newsroom)?$/.test(isOrganisationName(name) ?? '')) return false;
  const asks = 'contacted|approached|interviewed|seen|reviewed|obtained|published|aired|broadcast';
  const others = "(?:\\p{Lu}[\\p{L}'’-]*(?:,| and|, and)? ){0,6}";
  return new RegExp(`\\b(?:${asks}) by (?:the )?${others}${name}(?!\\p{L})`, 'u').test(text);
}

function isInitials(name: string, full: string): boolean {
  return (
    /^[A-Z]{2,5}$/.test(name) &&
    full
      .split(/\s+/)
      .map((part) => part[0])
      .join('') === name
  );
}

/** Who has seen or carried a paper: "seen by Reuters", "carried by the state agency", "that was obtained by AFP". */
function readersOf(sentence: ParsedSentence, at: number): number[] {
  const stated = sentence.clauses.filter(
    ({ relation, passive, object }) => relation === 'relcl' && passive && object?.link === 'antecedent',
  );
  // The parser may hang the relative clause on whose paper it is.
  const relative = stated.filter(
    ({ head, lemma }) => sentence.arcs.heads[head] === at || (isReceipt(lemma) && isUnder(sentence, head, at)),
  );
  const seen = sentence.clauses.filter(
    ({ head, relation, form, lemma }) =>
      relation === 'acl' &&
      form === 'past-participle' &&
      isReceipt(lemma) &&
      sentence.arcs.heads[head] !== at &&
      isUnder(sentence, head, at),
  );
  return [...childrenBy(sentence, at, 'acl'), ...[...relative, ...seen].map(({ head }) => head)].flatMap((verb) =>
    childrenBy(sentence, verb, 'agent', 'prep').flatMap((preposition) => childrenBy(sentence, preposition, 'pobj')),
  );
}

/** What whoever reads a paper has done with it. */
export function isReceipt(lemma: string): boolean {
  return attributionList('receipts').has(lemma);
}
