import { isBodyByApposition, isBodyNoun } from './body-noun.ts';
import { wholeNameEnd } from './body-tail.ts';
import type { Claimant, ClaimantKind } from './claim.ts';
import { singularOf } from './counted-noun.ts';
import { ownerOfDocument } from './document-owner.ts';
import { officeAtHome } from './home-country.ts';
import { isOrganisationName, namedInApposition, organisationIn } from './organisation.ts';
import { findPersonNames, type PersonName, titleWordsOf } from './person-name.ts';
import type { Run } from './phrase.ts';
import type { SpeakerContext } from './speaker-context.ts';
import {
  countryOf,
  type Found,
  headOf,
  makeClaimant,
  type Sentence,
  type Speaker,
  stripDeterminer,
  stripThe,
  textOf,
} from './speaker-phrase.ts';
import type { Word } from './token.ts';
import { nounList } from './vocabulary.ts';

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
    const antecedent = context.pronoun(nominative(words[run.from]!.lower));
    return antecedent === undefined
      ? of({ name: 'unnamed', kind: 'unnamed' }, 'pronoun-unresolved')
      : of(antecedent, 'pronoun', words[run.from]!.lower === 'they');
  }
  // "Times said" behind "Anna Times, the envoy": a known person goes before a newsroom of that name.
  const sole =
    run.to - run.from === 1 && /^\p{Lu}/u.test(words[run.from]!.text)
      ? context.findPerson(words[run.from]!.text)
      : undefined;
  if (sole !== undefined && sentence.mentions.some(({ from, kind }) => from === run.from && kind === 'newsroom'))
    return of(makeClaimant(sole.name, 'person', sole.country), 'person-known');
  // "Ledgerline Research estimates": a name and what it issues.
  if (
    run.to - run.from >= 2 &&
    /^(estimates|figures|statistics)$/.test(words[run.to - 1]!.lower) &&
    /^\p{Lu}/u.test(words[run.to - 2]!.text)
  ) {
    const issuer = readSpeaker(sentence, { from: run.from, to: run.to - 1 }, undefined, context);
    if (issuer.claimant.kind !== 'person') return issuer;
  }
  const short = shortIn(sentence, run, context);
  if (short !== undefined) return of(short, 'abbreviation');
  const person = isBodyByApposition(words, run, apposition) ? undefined : personIn(sentence, run, apposition, context);
  if (person !== undefined) return { ...person, run };
  const organisation =
    organisationIn(sentence, run, apposition, whole, context) ?? namedInApposition(sentence, run, apposition, context);
  if (organisation !== undefined) return { ...organisation, run };
  return { ...describedIn(sentence, run, apposition, context), run };
}

/** "the PoE", "the JCS": a short form that the text introduced, and no name that our lists hold. */
function shortIn(sentence: Sentence, run: Run, context: SpeakerContext): Claimant | undefined {
  const bare = stripDeterminer(sentence.words, run);
  if (bare.to - bare.from !== 1) return undefined;
  if (sentence.mentions.some((mention) => mention.from === bare.from && mention.to === bare.to)) return undefined;
  return context.findShort(sentence.words[bare.from]!.text);
}

const EXPERT = /^(researcher|expert|analyst|investigator|economist|scholar|professor)$/;

function nominative(lower: string): string {
  switch (lower) {
    case 'our':
    case 'my':
      return 'we';
    case 'his':
    case 'him':
      return 'he';
    case 'her':
      return 'she';
    case 'its':
      return 'it';
    case 'their':
    case 'them':
      return 'they';
    default:
      return lower;
  }
}

function personIn(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  context: SpeakerContext,
): Found | undefined {
  const inRun = findPersonNames(sentence.words, sentence.mentions, run);
  const named = apposition === undefined ? [] : findPersonNames(sentence.words, sentence.mentions, apposition);
  // "Members of the committee, A of one party and B of another, said": the members speak, not the first of them.
  const several =
    apposition !== undefined &&
    sentence.words.slice(apposition.from, apposition.to).some((word) => word.lower === 'and') &&
    /[^s]s$/.test(sentence.words[headOf(sentence.words, run)]?.lower ?? '');
  const inApposition = several ? [] : named;
  // The name closes its phrase ("Foreign Minister Dmytro Kuleba") or opens it ("Robert Wood of the U.S. mission").
  const name =
    inRun.find((candidate) => candidate.to === run.to || isFollowedByPlace(sentence.words, candidate, run)) ??
    (isOffice(sentence.words, run) || isWholeName(inApposition, apposition)
      ? (inApposition.find((candidate) => candidate.from <= apposition!.from + 5 && candidate.name.includes(' ')) ??
        inApposition.find((candidate) => candidate.from <= apposition!.from + 4))
      : undefined);
  if (name === undefined) return undefined;
  // "the Committee for the Monitoring of Transport, Goods and Ports": capitalised words of an organ's name are no people.
  const bare = stripDeterminer(sentence.words, run);
  const organ = sentence.words.findIndex(
    ({ text, lower }, i) =>
      i >= bare.from &&
      i < name.from &&
      /^\p{Lu}/u.test(text) &&
      nounList('name-organ').has(lower) &&
      /^(of|for|on)$/.test(sentence.words[i + 1]?.lower ?? ''),
  );
  const list = sentence.words.slice(Math.max(organ, 0), name.from).some(({ text }) => text === ',');
  if (
    organ >= 0 &&
    name.to <= run.to &&
    (organ === bare.from || list) &&
    sentence.words.slice(organ, name.from).every(({ text }) => /^(\p{Lu}.*|of|for|on|the|and|,)$/u.test(text))
  )
    return undefined;
  const before = sentence.words[name.from - 1]?.lower;
  // "a senior adviser to President X said": the adviser speaks.
  const lead = sentence.words[name.first - 1]?.lower ?? '';
  if (
    name.title.length > 0 &&
    name.first > run.from &&
    name.to <= run.to &&
    /^(of|for|to|from|with|by|against|on)$/.test(lead)
  )
    return undefined;
  const asBody = isOrganisationName(name.name);
  if (asBody !== undefined && (name.title.length === 0 || asBody === 'company')) return undefined;
  // "the Digital Commons", "Caribbean Arms Watch": an article before or a body's word behind makes no person.
  if (name.title.length === 0 && /^the$/i.test(before ?? '')) return undefined;
  if (
    isOrganisationName(`${name.name} ${sentence.words[name.to]?.text ?? ''}`) !== undefined &&
    /^[A-Z]/.test(sentence.words[name.to]?.text ?? '')
  )
    return undefined;
  // "the daily Helsingin Uutiset", "environmental group Baltic Lookout": the noun says that a body is named.
  if (name.title.length === 0 && name.from > run.from && isBodyNoun(before ?? '')) return undefined;
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
  const country =
    parenthesisCountry(sentence, name.to) ??
    parenthesisCountry(sentence, run.to) ??
    countryOf(sentence, run, apposition, name) ??
    known?.country ??
    officeAtHome(sentence, apposition === undefined ? [run] : [run, apposition], name, context.home);
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
    names.some((name) => name.to === apposition.to && name.first - 2 <= apposition.from && name.name.includes(' '))
  );
}

function isFollowedByPlace(words: readonly Word[], name: PersonName, run: Run): boolean {
  return (
    name.to < run.to && /^(of|from|at|in|,|with|for|and)$/.test(words[name.to]!.lower) && name.from <= run.from + 6
  );
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

/** "Robert A. Wood (United States) said": the style of meeting records. */
function parenthesisCountry(sentence: Sentence, at: number): string | undefined {
  if (sentence.words[at]?.text !== '(') return undefined;
  return sentence.mentions.find((mention) => mention.from === at + 1 && mention.country !== '')?.country;
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
  const name = stripThe(textOf(sentence, { from: run.from, to: wholeNameEnd(sentence, run.to) }));
  const phrase = textOf(sentence, { from: bare.from, to: head + 1 }).toLowerCase();
  const one = plural ? `${phrase.slice(0, phrase.length - noun.length)}${single}` : phrase;
  const endsWith = (list: string) =>
    [...nounList(list)].some(
      (entry) => phrase === entry || phrase.endsWith(` ${entry}`) || one === entry || one.endsWith(` ${entry}`),
    );
  const country = countryOf(sentence, run, apposition);
  const envoy = country !== undefined && /^(mission|delegation|embassy)$/.test(noun);
  const un =
    !envoy &&
    sentence.mentions.some((mention) => mention.kind === 'un-body' && mention.from >= run.from && mention.to <= run.to);
  const result = (kind: ClaimantKind, rule: string, of: string | null | undefined = country): Found => {
    const claimant = makeClaimant(name, kind, of ?? undefined);
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
    // "the researcher said": the person who spoke last, when no office of theirs says otherwise.
    if (!plural && EXPERT.test(noun) && context.lastSpeaker?.kind === 'person')
      return { claimant: context.lastSpeaker, plural: false, rule: 'expert-known' };
    // "the statement said": what was issued by whoever spoke before, when that was a body.
    const issuer = nounList('document').has(noun) && run.to - run.from <= 2 ? context.lastIssuer(noun) : undefined;
    const body = issuer ?? context.findBody(noun, plural) ?? context.findBody(single, plural);
    if (body !== undefined) return { claimant: body, plural, rule: 'body-known' };
    const watchers = plural && nounList('watchers').has(noun) ? context.watchers() : undefined;
    if (watchers !== undefined) return { claimant: watchers, plural, rule: 'watchers-known' };
  }
  // "former members of a U.N. panel", "former U.S. officials": they speak for nobody any more.
  if (plural && words.slice(bare.from, head).some(({ lower }) => /^(former|retired|ex-\p{L}+)$/u.test(lower)))
    return result('unnamed', 'former');
  // "the members of the Security Council": the body itself, as it puts it.
  if (/^members$/.test(noun) && /^the$/i.test(words[run.from]!.lower) && bare.from === head && un)
    return result('un-body', 'members-of-body', null);
  // "a number of countries": what there is a number of.
  if (
    /^(number|majority|handful|group|dozens|scores)$/.test(noun) &&
    /^(States|states|nations|countries|governments)$/.test(words[run.to - 1]!.text)
  )
    return result('state', 'states-counted', null);
  if (/^delegations?$/.test(noun) && country === undefined && !proper) return result('state', 'delegation', null);
  if (
    endsWith('un') ||
    (un && !nounList('document').has(noun) && (nounList('unnamed').has(noun) || nounList('organ').has(noun)))
  )
    return result('un-body', 'un-body-described', null);
  if (/^members?$/.test(noun) && words.slice(head, run.to).some((word) => /^(Panel|Experts)$/.test(word.text)))
    return result('un-body', 'members-of-panel', null);
  if (endsWith('sensor')) return result('sensor', 'sensor');
  if (endsWith('state') && !(country !== undefined && /^(government|allies|capitals)s?$/.test(noun)))
    return result('state', 'state-described', plural ? null : country);
  if (endsWith('document')) {
    const owner = ownerOfDocument(
      sentence,
      { run, bare, head, definite, ofUnitedNations: un, country },
      context,
      (inner) => readSpeaker(sentence, inner, undefined, context),
    );
    return 'claimant' in owner
      ? { claimant: owner.claimant, plural: false, rule: owner.rule }
      : result(owner.kind, owner.rule, owner.country ?? null);
  }
  if (endsWith('ngo')) return result('ngo', 'ngo-described');
  if (endsWith('newsroom')) return result('newsroom', 'newsroom-described');
  if (endsWith('organ')) {
    return country === undefined &&
      !/^(ministry|military|army|navy|government|parliament|police|embassy|prosecutors|mission|authorities)$/.test(noun)
      ? result('unnamed', 'organ-of-no-country')
      : result(
          'state-organ',
          'organ-described',
          country ?? (proper || /^its$/i.test(words[run.from]!.lower) ? null : context.home),
        );
  }
  if (endsWith('company')) return result('company', 'company-described');
  if (nounList('official').has(noun)) {
    if (plural)
      return country === undefined
        ? result('unnamed', 'officials-of-no-country')
        : result('state-organ', 'officials-of-state');
    const own = definite || words.slice(run.from, bare.to).some((word) => /^('s?|its|their)$/.test(word.lower));
    if (own && /^(commander|captain|pilot|driver|master|skipper)$/.test(noun)) return result('person', 'office-of-one');
    if (nounList('withheld').has(noun)) return result('unnamed', 'name-withheld');
    const home = officeAtHome(sentence, [run], undefined, context.home);
    return country === undefined && !/^(spokes|secretary-general)/.test(noun) && !un
      ? result('person', 'office-described', home)
      : result('person', 'office-of-state', country ?? home);
  }
  return result('unnamed', 'unresolved');
}
