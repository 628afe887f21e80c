import { attributionList } from '../../lexicon/attribution-list.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import type { ClaimantKind } from '../../model/claim.ts';
import { officeAtHome } from '../../names/home-country.ts';
import { wholeNameEnd } from '../../names/organisation-complement.ts';
import type { Run } from '../../names/phrase.ts';
import {
  countryOf,
  type FoundSpeaker,
  headOf,
  makeClaimant,
  type Resolution,
  type Sentence,
  type Speaker,
  stripDeterminer,
  stripThe,
  textOf,
} from '../../names/speaker-phrase.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import { ownerOfDocument } from './document-owner.ts';
import type { SpeakerContext } from './speaker-context.ts';

const MADE_OF_PEOPLE = new Set(
  'panel parliament congress group team delegation commission family crew militia party force army gang movement staff'.split(
    ' ',
  ),
);

/** What does not say which of several bodies is meant. */
const UNTELLING = new Set(['same', 'said', 'own', 'whole', 'latter', 'former', 'very']);

/** A phrase without a proper name: "Ukrainian prosecutors", "a Member State", "three U.N. monitors", "satellite imagery". */
export function describedIn(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  context: SpeakerContext,
  read: (run: Run) => Speaker,
): FoundSpeaker {
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
  const result = (
    kind: ClaimantKind,
    rule: string,
    of: string | null | undefined = country,
    resolution: Resolution = 'described',
  ): FoundSpeaker => {
    const claimant = makeClaimant(name, kind, of ?? undefined);
    if (kind !== 'unnamed' && kind !== 'person') context.addBody(claimant, [noun, single], plural);
    return { claimant, plural, resolution, rule };
  };
  const proper = words
    .slice(bare.from, bare.to)
    .some((word) => word.pos === 'PROPN' && /^\p{Lu}/u.test(word.text) && word.lower !== noun);
  // "this newspaper", in what a newspaper writes.
  if (
    /^(this|our)$/i.test(words[run.from]!.lower) &&
    context.source.kind === 'newsroom' &&
    nounList('newsroom').has(noun)
  )
    return { claimant: context.source, plural: false, resolution: 'described', carried: true, rule: 'source-itself' };
  if (definite && country === undefined && !un && !proper) {
    // "The master" of a ship is no harbour master.
    const office = plural || attributionList('offices-of-one').has(noun) ? undefined : context.people.ofOffice(noun);
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
        resolution: 'known-office',
        carried: true,
        rule: 'office-known',
      };
    // "the researcher said": the person who spoke last, when no office of theirs says otherwise.
    const last = context.lastSpeaker?.kind === 'person' ? context.lastSpeaker : undefined;
    const isHolder =
      last !== undefined && attributionList('offices-again').has(noun) && context.people.titleOf(last.name).length > 0;
    if (!plural && last !== undefined && (attributionList('experts').has(noun) || isHolder))
      return {
        claimant: last,
        plural: false,
        resolution: 'described',
        carried: true,
        rule: 'expert-known',
      };
    // "the statement said": what was issued by whoever spoke before, when that was a body.
    const issuer =
      nounList('document').has(noun) && run.to - run.from <= 2 && context.findDocument(noun) === undefined
        ? context.lastIssuer(noun)
        : undefined;
    // "the host State" is not the State that spoke.
    const another = words.slice(bare.from, head).some(({ lower }) => attributionList('another').has(lower));
    const named = /^\p{Lu}/u.test(words[head]!.text);
    const attributes = words
      .slice(bare.from, head)
      .flatMap(({ pos, lower }) => (/^(NOUN|PROPN|ADJ)$/.test(pos) && !UNTELLING.has(lower) ? [lower] : []));
    const body = another
      ? undefined
      : (issuer ??
        context.findBody(noun, plural, named, attributes) ??
        context.findBody(single, plural, named, attributes));
    if (body !== undefined) return { claimant: body, plural, resolution: 'body', carried: true, rule: 'body-known' };
    const watchers = plural && nounList('watchers').has(noun) ? context.watchers() : undefined;
    if (watchers !== undefined)
      return { claimant: watchers, plural, resolution: 'described', carried: true, rule: 'watchers-known' };
  }
  // "a member of the panel", "two members of parliament": one of people, where "a member of the Council" is a State.
  if (/^members?$/.test(noun) && words[head + 1]?.lower === 'of' && MADE_OF_PEOPLE.has(words[run.to - 1]!.lower))
    return result('unnamed', 'member-of-people', null);
  // "one former crew member", "a party member": of people, and no State.
  if (
    /^members?$/.test(noun) &&
    head > bare.from &&
    words.slice(bare.from, head).some(({ lower }) => MADE_OF_PEOPLE.has(lower) || /^(former|retired)$/.test(lower))
  )
    return result('unnamed', 'member-of-people', null);
  // "former members of a U.N. panel", "former U.S. officials": they speak for nobody any more.
  if (plural && words.slice(bare.from, head).some(({ lower }) => /^(former|retired|ex-\p{L}+)$/u.test(lower)))
    return result('unnamed', 'former');
  // "the members of the Security Council": the body itself, as it puts it.
  if (/^members$/.test(noun) && /^the$/i.test(words[run.from]!.lower) && bare.from === head && un)
    return result('un-body', 'members-of-body', null);
  // "a number of countries": what there is a number of.
  if (
    attributionList('counts-of-states').has(noun) &&
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
    const owner = ownerOfDocument(sentence, { run, bare, head, definite, ofUnitedNations: un, country }, context, read);
    const { carried, rule } = owner;
    return 'claimant' in owner
      ? { claimant: owner.claimant, plural: false, resolution: 'described', carried, rule }
      : { ...result(owner.kind, rule, owner.country ?? null), carried };
  }
  if (endsWith('ngo')) return result('ngo', 'ngo-described');
  if (endsWith('newsroom')) return result('newsroom', 'newsroom-described');
  if (endsWith('organ')) {
    const union = sentence.mentions.find(
      (mention) => mention.kind === 'intergovernmental' && mention.from === bare.from,
    );
    if (union !== undefined) return result('intergovernmental', 'organ-of-union', null);
    return country === undefined && !attributionList('organs-of-some-state').has(noun)
      ? result('unnamed', 'organ-of-no-country')
      : result(
          'state-organ',
          'organ-described',
          country ?? (proper || /^its$/i.test(words[run.from]!.lower) ? null : context.home),
          'body',
        );
  }
  if (endsWith('company')) return result('company', 'company-described');
  if (nounList('official').has(noun)) {
    if (plural)
      return country === undefined
        ? result('unnamed', 'officials-of-no-country')
        : result('state-organ', 'officials-of-state');
    const own = definite || words.slice(run.from, bare.to).some((word) => /^('s?|its|their)$/.test(word.lower));
    if (own && attributionList('offices-of-one').has(noun)) return result('person', 'office-of-one');
    if (nounList('withheld').has(noun)) return result('unnamed', 'name-withheld', country, 'office');
    const home = officeAtHome(sentence, [run], undefined, context.home);
    return country === undefined && !/^(spokes|secretary-general)/.test(noun) && !un
      ? result('person', 'office-described', home, 'office')
      : result('person', 'office-of-state', country ?? home);
  }
  return result('unnamed', 'unresolved', country, 'unresolved');
}
