import type { Claimant, ClaimantKind } from './claim.ts';
import { singularOf } from './counted-noun.ts';
import type { Mention } from './mention.ts';
import { findPersonNames, type PersonName, titleWordsOf } from './person-name.ts';
import type { Run } from './phrase.ts';
import type { SpeakerContext } from './speaker-context.ts';
import type { Word } from './token.ts';
import { nounList } from './vocabulary.ts';

/** Who speaks, as the text shows it; `plural` for "officials"; `rule` is what decided. */
export type Speaker = {
  readonly claimant: Claimant;
  readonly plural: boolean;
  readonly rule: string;
  readonly run: Run;
};

export type Sentence = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
};

const BODY_KINDS = new Set([
  'un-body',
  'intergovernmental',
  'state-organ',
  'newsroom',
  'ngo',
  'company',
  'armed-group',
]);

/**
 * Reads a noun phrase as a claimant. What it cannot tell stays `unnamed` with the phrase as its name: an unresolved
 * claimant can be put right by a reader, a wrong one misleads.
 */
export function readSpeaker(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  context: SpeakerContext,
): Speaker {
  const { words } = sentence;
  const whole: Run =
    apposition === undefined ? run : { from: Math.min(run.from, apposition.from), to: Math.max(run.to, apposition.to) };
  const of = (claimant: Claimant, rule: string, plural = false): Speaker => ({ claimant, plural, rule, run });
  if (run.to - run.from === 1 && words[run.from]!.pos === 'PRON') {
    const antecedent = context.pronoun(words[run.from]!.lower);
    return antecedent === undefined
      ? of({ name: 'unnamed', kind: 'unnamed' }, 'pronoun-unresolved')
      : of(antecedent, 'pronoun', words[run.from]!.lower === 'they');
  }
  const person = personIn(sentence, run, apposition, context);
  if (person !== undefined) return { ...person, run };
  const organisation =
    organisationIn(sentence, run, apposition, whole, context) ?? namedInApposition(sentence, run, apposition, context);
  if (organisation !== undefined) return { ...organisation, run };
  return { ...describedIn(sentence, run, apposition, context), run };
}

type Found = Omit<Speaker, 'run'>;

function personIn(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  context: SpeakerContext,
): Found | undefined {
  const inRun = findPersonNames(sentence.words, sentence.mentions, run);
  const inApposition = apposition === undefined ? [] : findPersonNames(sentence.words, sentence.mentions, apposition);
  // The name closes its phrase ("Foreign Minister Dmytro Kuleba") or opens it ("Robert Wood of the U.S. mission").
  const name =
    inRun.find((candidate) => candidate.to === run.to || isFollowedByPlace(sentence.words, candidate, run)) ??
    (isOffice(sentence.words, run) || isWholeName(inApposition, apposition)
      ? inApposition.find((candidate) => candidate.from <= apposition!.from + 4)
      : undefined);
  if (name === undefined) return undefined;
  const before = sentence.words[name.from - 1]?.lower;
  // "a senior adviser to President X said": the adviser speaks.
  const lead = sentence.words[name.from - name.title.length - 1]?.lower ?? '';
  if (
    name.title.length > 0 &&
    name.from - name.title.length > run.from &&
    name.to <= run.to &&
    /^(of|for|to|from|with|by|against|on)$/.test(lead)
  )
    return undefined;
  if (isOrganisationName(name.name) !== undefined && name.title.length === 0) return undefined;
  // "the Digital Commons", "Caribbean Arms Watch": an article before or a body's word behind makes no person.
  if (name.title.length === 0 && /^the$/i.test(before ?? '')) return undefined;
  if (
    isOrganisationName(`${name.name} ${sentence.words[name.to]?.text ?? ''}`) !== undefined &&
    /^[A-Z]/.test(sentence.words[name.to]?.text ?? '')
  )
    return undefined;
  const single = !name.name.includes(' ');
  const known = context.findPerson(name.name);
  if (single && known === undefined && name.title.length === 0) return undefined;
  // "spokesperson of company X": the name must not stand behind "of" in the run.
  if (
    name.from > run.from &&
    name.to <= run.to &&
    /^(of|for|to|from|with|by|against|on)$/.test(before ?? '') &&
    name.title.length === 0
  )
    return undefined;
  const country = countryOf(sentence, run, apposition, name) ?? parenthesisCountry(sentence, run.to) ?? known?.country;
  const title = [
    ...titleWordsOf(sentence.words, run, name),
    ...(apposition === undefined ? [] : titleWordsOf(sentence.words, apposition, name)),
  ];
  const person = context.addPerson(known?.name ?? name.name, country, title);
  const claimant: Claimant =
    person.country === undefined
      ? { name: person.name, kind: 'person' }
      : { name: person.name, kind: 'person', country: person.country };
  return { claimant, plural: false, rule: known === undefined ? 'person-named' : 'person-known' };
}

/** The apposition is a name and nothing else: "One of its developers, Piotr Zielinski, wrote". */
function isWholeName(names: readonly PersonName[], apposition: Run | undefined): boolean {
  return (
    apposition !== undefined &&
    names.some(
      (name) =>
        name.to === apposition.to && name.from - name.title.length - 2 <= apposition.from && name.name.includes(' '),
    )
  );
}

function isFollowedByPlace(words: readonly Word[], name: PersonName, run: Run): boolean {
  return name.to < run.to && /^(of|from|at|in|,|with|for)$/.test(words[name.to]!.lower) && name.from <= run.from + 6;
}

/** A phrase that names an office, so that a name in the apposition is its holder: "Russia's envoy, Vasily Nebenzya,". */
function isOffice(words: readonly Word[], run: Run): boolean {
  for (let i = run.from; i < run.to; i++) {
    const lower = words[i]!.lower;
    if (
      nounList('official').has(lower) ||
      nounList('titles').has(lower) ||
      nounList('withheld').has(lower) ||
      /^(analyst|expert|researcher|founder|author|professor|manager|fellow|editor|owner|counsel|lawyer)$/.test(lower)
    )
      return true;
  }
  return false;
}

/** The country of a speaker: the first name of a State in the phrase that is not what the office deals with ("envoy to"). */
function countryOf(sentence: Sentence, run: Run, apposition: Run | undefined, name?: PersonName): string | undefined {
  const spans = [run, ...(apposition === undefined ? [] : [apposition])];
  for (const span of spans)
    for (const mention of sentence.mentions) {
      if (mention.from < span.from || mention.to > span.to || mention.country === '') continue;
      if (name !== undefined && mention.from >= name.from && mention.to <= name.to) continue;
      const before = sentence.words[mention.from - 1]?.lower ?? '';
      const article = before === 'the' || before === 'a' ? (sentence.words[mention.from - 2]?.lower ?? '') : before;
      if (mention.from > span.from && /^(on|to|against|about|over|with|monitoring|targeting|regarding)$/.test(article))
        continue;
      // "North Korea watcher", "Russia expert", "Iran analyst": what they study, not whom they serve.
      if (
        mention.kind === 'country' &&
        /^(expert|experts|analyst|analysts|watcher|watchers|specialist|scholar|desk|programme|program|sanctions)$/.test(
          sentence.words[mention.to]?.lower ?? '',
        )
      )
        continue;
      return mention.country;
    }
  return undefined;
}

/** "Robert A. Wood (United States) said": the style of meeting records. */
function parenthesisCountry(sentence: Sentence, at: number): string | undefined {
  if (sentence.words[at]?.text !== '(') return undefined;
  return sentence.mentions.find((mention) => mention.from === at + 1 && mention.country !== '')?.country;
}

function organisationIn(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  whole: Run,
  context: SpeakerContext,
): Found | undefined {
  const { words, mentions } = sentence;
  const inside = mentions.filter((mention) => mention.from >= run.from && mention.to <= run.to);
  const states = inside.filter((mention) => mention.kind === 'country' || mention.kind === 'seat');
  const bare = stripDeterminer(words, run);
  const first = inside[0];
  if (
    first !== undefined &&
    (first.kind === 'country' || first.kind === 'seat') &&
    first.from <= bare.from &&
    first.to === bare.to
  ) {
    const claimant: Claimant = { name: first.text.replace(/^the /, ''), kind: 'state', country: first.country };
    return { claimant, plural: false, rule: first.kind === 'seat' ? 'seat-of-government' : 'state-named' };
  }
  if (states.length > 1 && isList(words, bare, states))
    return { claimant: { name: textOf(sentence, bare), kind: 'state' }, plural: true, rule: 'states-listed' };
  // "The U.S. and nearly 50 countries": States speak together.
  if (
    first !== undefined &&
    first.kind === 'country' &&
    first.from <= bare.from &&
    words[first.to]?.lower === 'and' &&
    /(countries|states|allies|nations|members|governments)$/.test(words[bare.to - 1]!.lower)
  )
    return { claimant: { name: textOf(sentence, bare), kind: 'state' }, plural: true, rule: 'states-listed' };
  const head = headOf(words, bare);
  const body = inside.find(
    (mention) =>
      BODY_KINDS.has(mention.kind) &&
      ((mention.from <= head && mention.to > head) ||
        (mention.from === bare.from && mention.to === bare.to) ||
        (mention.kind === 'newsroom' && mention.to <= head && isNewsroomNoun(words, mention.to, head))),
  );
  if (body !== undefined) {
    const country =
      body.country !== ''
        ? body.country
        : body.kind === 'state-organ'
          ? countryOf(sentence, run, apposition)
          : undefined;
    const kind: ClaimantKind = body.kind === 'armed-group' ? 'unnamed' : (body.kind as ClaimantKind);
    const lead = mentions.find(
      (mention) =>
        mention.to === body.from &&
        (mention.kind === 'country' || mention.kind === 'demonym' || mention.kind === 'un-body'),
    );
    const from = lead !== undefined && lead.from >= run.from ? lead.from : body.from;
    const claimant = makeClaimant(
      stripThe(sentence.text.slice(words[from]!.start, words[body.to - 1]!.end)),
      kind,
      lead?.country || country,
    );
    context.addBody(claimant, appositionNouns(words, apposition), false);
    return { claimant, plural: false, rule: 'body-listed' };
  }
  const sourceName = context.source.name;
  const own = textOf(sentence, bare);
  if (
    own !== '' &&
    /^[A-Z]/.test(own) &&
    (sourceName === own || (/^(the|our)$/i.test(words[run.from]!.text) && sourceName.split(' ').pop() === own))
  )
    return { claimant: context.source, plural: false, rule: 'source-itself' };
  return properNameIn(sentence, bare, apposition, whole, context);
}

/** "Kyodo news agency", "NHK broadcaster": the words behind the name only say what it is. */
function isNewsroomNoun(words: readonly Word[], from: number, head: number): boolean {
  for (let i = from; i <= head; i++)
    if (
      !/^(news|agency|newspaper|broadcaster|television|tv|radio|daily|magazine|website|channel|network|newswire)$/.test(
        words[i]!.lower,
      )
    )
      return false;
  return true;
}

/** A capitalised name that our lists do not hold: its last word or its apposition says what it is. */
function properNameIn(
  sentence: Sentence,
  bare: Run,
  apposition: Run | undefined,
  whole: Run,
  context: SpeakerContext,
): Found | undefined {
  const { words } = sentence;
  const head = headOf(words, bare);
  if (words[head] === undefined || !/^[A-Z]/.test(words[head].text) || words[head].pos === 'PRON') return undefined;
  let from = head;
  while (
    from > bare.from &&
    (/^[A-Z&]/.test(words[from - 1]!.text) || /^(of|and|for|the)$/.test(words[from - 1]!.lower)) &&
    words[from - 1]!.text !== "'s"
  )
    from--;
  while (from < head && /^(of|and|for|the)$/.test(words[from]!.lower)) from++;
  let to = head + 1;
  // "Ministry of Foreign Affairs", "Office of the Prosecutor General".
  while (
    to < bare.to &&
    (/^[A-Z]/.test(words[to]!.text) ||
      (/^(of|for|the|and|on)$/.test(words[to]!.lower) && /^([A-Z]|the$)/.test(words[to + 1]?.text ?? '')))
  )
    to++;
  const name = sentence.text.slice(words[from]!.start, words[to - 1]!.end).replace(/\s+/g, ' ');
  const known = context.findBody(name.toLowerCase());
  if (known !== undefined && !name.includes(' ')) return { claimant: known, plural: false, rule: 'body-known' };
  if (
    from === bare.from &&
    head === 0 &&
    !name.includes(' ') &&
    !/^[A-Z]{2}/.test(name) &&
    !sentence.words.some((word, i) => i > 0 && word.text === name)
  )
    return undefined;
  const kind = kindOfApposition(words, apposition) ?? isOrganisationName(name);
  if (kind === undefined) return undefined;
  const country =
    kind === 'state-organ' || kind === 'ngo' || kind === 'company' || kind === 'newsroom'
      ? countryOf(sentence, { from: whole.from, to: whole.to }, undefined)
      : undefined;
  const claimant = makeClaimant(stripThe(name), kind, country);
  context.addBody(claimant, appositionNouns(words, apposition), false);
  return { claimant, plural: false, rule: 'body-by-name' };
}

/** "The company that runs the bridge, Harmonic Labs, said": the name stands between the commas. */
function namedInApposition(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  context: SpeakerContext,
): Found | undefined {
  if (apposition === undefined || apposition.to - apposition.from > 6) return undefined;
  const { words } = sentence;
  for (let i = apposition.from; i < apposition.to; i++)
    if (!/^([\p{Lu}&]|of$|the$|for$|and$|'s$)/u.test(words[i]!.text)) return undefined;
  const named = organisationIn(sentence, apposition, undefined, apposition, context);
  if (named !== undefined) return named;
  const kind = kindOfApposition(words, run);
  if (kind === undefined) return undefined;
  const claimant = makeClaimant(stripThe(textOf(sentence, apposition)), kind, countryOf(sentence, run, undefined));
  context.addBody(claimant, appositionNouns(words, run), false);
  return { claimant, plural: false, rule: 'body-in-apposition' };
}

function appositionNouns(words: readonly Word[], apposition: Run | undefined): string[] {
  if (apposition === undefined) return [];
  return words
    .slice(apposition.from, apposition.to)
    .filter((word) => word.pos === 'NOUN')
    .map((word) => word.lower);
}

function kindOfApposition(words: readonly Word[], apposition: Run | undefined): ClaimantKind | undefined {
  if (apposition === undefined) return undefined;
  for (let i = apposition.from; i < apposition.to; i++) {
    const two = `${words[i]!.lower} ${words[i + 1]?.lower ?? ''}`;
    const lower = words[i]!.lower;
    for (const [list, kind] of [
      ['ngo', 'ngo'],
      ['company', 'company'],
      ['newsroom', 'newsroom'],
    ] as const)
      if (nounList(list).has(two) || (nounList(list).has(lower) && words[i]!.pos !== 'VERB')) return kind;
    if (lower === 'group' || lower === 'organisation' || lower === 'organization') return 'ngo';
    if (nounList('organ').has(lower)) return 'state-organ';
  }
  return undefined;
}

/** The kind of body that a name's words show, or undefined. */
export function isOrganisationName(name: string): ClaimantKind | undefined {
  const parts = name.toLowerCase().split(/\s+/);
  const last = parts[parts.length - 1]!;
  if (nounList('name-organ').has(last) || nounList('name-organ').has(parts[0]!)) return 'state-organ';
  if (nounList('name-company').has(last) || /\b(ltd|inc|corp|co|llc|plc)\.?$/.test(last)) return 'company';
  if (nounList('name-newsroom').has(last)) return 'newsroom';
  if (nounList('name-ngo').has(last) || nounList('name-ngo').has(parts[0]!)) return 'ngo';
  if (parts.some((part) => nounList('name-organ').has(part)) && parts.includes('of')) return 'state-organ';
  return undefined;
}

/** A phrase without a proper name: "Ukrainian prosecutors", "a Member State", "three U.N. monitors", "satellite imagery". */
function describedIn(sentence: Sentence, run: Run, apposition: Run | undefined, context: SpeakerContext): Found {
  const { words } = sentence;
  const bare = stripDeterminer(words, run);
  const head = headOf(words, bare);
  const noun = words[head]?.lower ?? '';
  const single = singularOf(noun);
  const plural = single !== noun || noun === 'people' || noun === 'police';
  const definite = /^(the|this|that|these|those)$/.test(words[run.from]?.lower ?? '');
  const name = stripThe(textOf(sentence, run));
  const phrase = textOf(sentence, { from: bare.from, to: head + 1 }).toLowerCase();
  const endsWith = (list: string) =>
    [...nounList(list)].some((entry) => phrase === entry || phrase.endsWith(` ${entry}`));
  const country = countryOf(sentence, run, apposition);
  const un = sentence.mentions.some(
    (mention) => mention.kind === 'un-body' && mention.from >= run.from && mention.to <= run.to,
  );
  const result = (kind: ClaimantKind, rule: string, of = country): Found => {
    const claimant = makeClaimant(name, kind, of);
    if (kind !== 'unnamed' && kind !== 'person') context.addBody(claimant, [noun, single], plural);
    return { claimant, plural, rule };
  };
  const proper = words
    .slice(bare.from, bare.to)
    .some((word) => word.pos === 'PROPN' && /^\p{Lu}/u.test(word.text) && word.lower !== noun);
  if (definite && country === undefined && !un && !proper) {
    const office = plural ? undefined : context.findOffice(noun);
    if (
      office !== undefined &&
      (nounList('official').has(noun) ||
        nounList('unnamed').has(noun) ||
        nounList('titles').has(noun) ||
        nounList('withheld').has(noun))
    )
      return {
        claimant:
          office.country === undefined
            ? { name: office.name, kind: 'person' }
            : { name: office.name, kind: 'person', country: office.country },
        plural: false,
        rule: 'office-known',
      };
    // "the statement said": what was issued by whoever spoke before, when that was a body.
    const issuer = nounList('document').has(noun) && run.to - run.from <= 2 ? context.lastIssuer() : undefined;
    const body = issuer ?? context.findBody(noun, plural) ?? context.findBody(single, plural);
    if (body !== undefined) return { claimant: body, plural, rule: 'body-known' };
  }
  if (
    endsWith('un') ||
    (un && !nounList('document').has(noun) && (nounList('unnamed').has(noun) || nounList('organ').has(noun)))
  )
    return result('un-body', 'un-body-described', undefined);
  if (endsWith('sensor')) return result('sensor', 'sensor');
  if (endsWith('state') && !(country !== undefined && /^(government|allies|capitals)s?$/.test(noun)))
    return result('state', 'state-described', undefined);
  if (endsWith('document')) {
    if (un) return result('un-body', 'document-of-body', undefined);
    const kind = country !== undefined ? 'state-organ' : undefined;
    return kind === undefined ? result('unnamed', 'document') : result(kind, 'document-of-state');
  }
  if (endsWith('ngo')) return result('ngo', 'ngo-described');
  if (endsWith('organ'))
    return country === undefined &&
      !/^(ministry|military|army|navy|government|parliament|police|embassy|prosecutors|mission|authorities)$/.test(noun)
      ? result('unnamed', 'organ-of-no-country')
      : result('state-organ', 'organ-described');
  if (endsWith('newsroom')) return result('newsroom', 'newsroom-described');
  if (endsWith('company')) return result('company', 'company-described');
  if (nounList('official').has(noun)) {
    if (plural)
      return country === undefined
        ? result('unnamed', 'officials-of-no-country')
        : result('state-organ', 'officials-of-state');
    if (nounList('withheld').has(noun)) return result('unnamed', 'name-withheld');
    return country === undefined && !/^(spokes|secretary-general)/.test(noun) && !un
      ? result(un ? 'un-body' : 'person', 'office-described')
      : result('person', 'office-of-state');
  }
  return result('unnamed', 'unresolved');
}

function makeClaimant(name: string, kind: ClaimantKind, country: string | undefined): Claimant {
  return country === undefined || country === '' ? { name, kind } : { name, kind, country };
}

function isList(words: readonly Word[], run: Run, states: readonly Mention[]): boolean {
  for (let i = run.from; i < run.to; i++) {
    if (states.some((state) => i >= state.from && i < state.to)) continue;
    if (!/^(and|,|the|or|both)$/.test(words[i]!.lower)) return false;
  }
  return true;
}

/** The last noun of the phrase before its first preposition: the head of "the head of the agency" is "head". */
export function headOf(words: readonly Word[], run: Run): number {
  let head = -1;
  for (let i = run.from; i < run.to; i++) {
    const word = words[i]!;
    if (
      head >= 0 &&
      (word.pos === 'ADP' || word.pos === 'SCONJ' || word.lower === 'and' || word.text === ',' || word.text === '(')
    )
      break;
    if (word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'NUM' || word.pos === 'ADJ' || word.pos === 'PRON')
      head = i;
    if (word.text === "'s" || word.text === "'") head = -1;
  }
  return head < 0 ? run.to - 1 : head;
}

function stripDeterminer(words: readonly Word[], run: Run): Run {
  let from = run.from;
  while (from < run.to - 1 && (words[from]!.pos === 'DET' || /^(the|both)$/.test(words[from]!.lower))) from++;
  return { from, to: run.to };
}

function textOf(sentence: Sentence, run: Run): string {
  if (run.to <= run.from) return '';
  return sentence.text.slice(sentence.words[run.from]!.start, sentence.words[run.to - 1]!.end).replace(/\s+/g, ' ');
}

function stripThe(name: string): string {
  return name.replace(/^the\s+/i, '');
}
