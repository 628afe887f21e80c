import { attributionList } from '../../lexicon/attribution-list.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import type { Claimant, ClaimantKind } from '../../model/claim.ts';
import type { Mention } from '../../names/mention.ts';
import { isMadeByDecision, wholeNameEnd, wholeNameStart } from '../../names/organisation-complement.ts';
import type { Run } from '../../names/phrase.ts';
import {
  countryOf,
  type FoundSpeaker,
  headOf,
  makeClaimant,
  type Sentence,
  stripDeterminer,
  stripThe,
  textOf,
} from '../../names/speaker-phrase.ts';
import type { Word } from '../../tokens/word.ts';
import type { SpeakerContext } from './speaker-context.ts';

export const BODY_KINDS = new Set([
  'un-body',
  'intergovernmental',
  'state-organ',
  'newsroom',
  'ngo',
  'company',
  'armed-group',
]);

export function organisationIn(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  whole: Run,
  context: SpeakerContext,
): FoundSpeaker | undefined {
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
    const claimant: Claimant = { name: first.text.replace(/^the /i, ''), kind: 'state', country: first.country };
    return {
      claimant,
      plural: false,
      ...(first.kind === 'seat'
        ? ({ resolution: 'seat', rule: 'seat-of-government' } as const)
        : ({ resolution: 'state', rule: 'state-named' } as const)),
    };
  }
  if (states.length > 1 && isList(words, bare, states))
    return {
      claimant: { name: textOf(sentence, bare), kind: 'state' },
      plural: true,
      resolution: 'described',
      rule: 'states-listed',
    };
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
    // "the Dutch newspaper NRC": the text says which of two bodies of one name is meant.
    const stated = /^(ngo|company|newsroom)$/.test(body.kind)
      ? kindOfApposition(words, { from: Math.max(bare.from, body.from - 2), to: body.from })
      : undefined;
    const kind: ClaimantKind =
      body.kind === 'armed-group'
        ? 'unnamed'
        : stated === undefined || stated === 'state-organ'
          ? (body.kind as ClaimantKind)
          : stated;
    // "UN and rights groups", "the mission and an army official": they speak together.
    const joined = jointly(sentence, bare, body);
    if (joined !== undefined)
      return { claimant: { name: joined, kind }, plural: true, resolution: 'described', rule: 'bodies-listed' };
    const lead = mentions.find(
      (mention) =>
        mention.to === body.from &&
        (mention.kind === 'country' || mention.kind === 'demonym' || mention.kind === 'un-body'),
    );
    const owner = lead ?? ownerOf(sentence, body);
    // "the CITES Secretariat": whose it is stands before what many bodies are called.
    const initials = body.to - body.from === 1 && /^\p{Lu}{3,8}$/u.test(words[body.from - 1]?.text ?? '');
    const from =
      lead !== undefined && lead.from >= run.from
        ? lead.from
        : initials && body.from > bare.from
          ? body.from - 1
          : wholeNameStart(words, bare.from, body.from);
    const name = namedWhole(sentence, { from, to: body.to }, kind, context);
    const claimant = makeClaimant(name, kind, owner?.country || (kind === body.kind ? country : undefined));
    context.addBody(claimant, [], false);
    return { claimant, plural: false, resolution: 'body', rule: 'body-listed' };
  }
  const sourceName = context.source.name;
  const own = textOf(sentence, bare);
  if (
    own !== '' &&
    /^[A-Z]/.test(own) &&
    (sourceName === own || (/^(the|our)$/i.test(words[run.from]!.text) && sourceName.split(' ').pop() === own))
  )
    return { claimant: context.source, plural: false, resolution: 'described', rule: 'source-itself' };
  return properNameIn(sentence, bare, apposition, whole, context);
}

/** The name of a body as the text gives it; of the document's own source, and of a body met before, as it was called. */
function namedWhole(sentence: Sentence, run: Run, kind: ClaimantKind, context: SpeakerContext): string {
  const short = stripThe(textOf(sentence, run));
  if (kind !== 'un-body' || short === context.source.name) return short;
  const to = wholeNameEnd(sentence, run.to);
  return to > run.to ? stripThe(textOf(sentence, { from: run.from, to })) : (context.wholeName(short) ?? short);
}

/** The whole phrase when another speaker is joined to the body by "and" after it. */
function jointly(sentence: Sentence, bare: Run, body: Mention): string | undefined {
  const { words } = sentence;
  if (body.from > bare.from + 1) return undefined;
  const and = words.findIndex((word, i) => i >= body.to && i < bare.to - 1 && word.lower === 'and');
  if (and < 0 || words.slice(body.to, and).some((word) => /^(of|for|on)$/.test(word.lower))) return undefined;
  return words.slice(and + 1, bare.to).some((word) => /^(NOUN|PROPN)$/.test(word.pos))
    ? textOf(sentence, bare)
    : undefined;
}

/**
 * The State to which a sentence gives a body: "South Korea's Defense Intelligence Agency", "the State Department of Japan".
 * Several States have bodies of one name, and the text knows better than the list which is meant.
 */
function ownerOf({ words, mentions }: Sentence, body: Mention): Mention | undefined {
  const possessive = /^['’]s?$/.test(words[body.from - 1]?.lower ?? '') ? body.from - 1 : undefined;
  // "the Ministry of Defence in Seoul": of a name that many States have for an organ the seat behind it says whose.
  const seat = words[body.to]?.lower === 'in' && isCommonName(body) ? body.to + 1 : undefined;
  const of = words[body.to]?.lower === 'of' ? body.to + (words[body.to + 1]?.lower === 'the' ? 2 : 1) : undefined;
  return mentions.find(
    (mention) =>
      mention.country !== '' &&
      ((mention.to === possessive && (mention.kind === 'country' || mention.kind === 'seat')) ||
        (mention.from === of && mention.kind === 'country') ||
        (mention.from === seat && /^(seat|country|place)$/.test(mention.kind))),
  );
}

/** "Ministry of Defence", "Treasury", "Foreign Office": what organs of many States are called, and "Pentagon" is not. */
function isCommonName({ kind, text }: Mention): boolean {
  return (
    kind === 'state-organ' && text.split(' ').some((word) => attributionList('common-organs').has(word.toLowerCase()))
  );
}

/** "Kyodo news agency", "NHK broadcaster": the words after the name only say what it is. */
export function isNewsroomNoun(words: readonly Word[], from: number, head: number): boolean {
  for (let i = from; i <= head; i++) if (!attributionList('newsroom-nouns').has(words[i]!.lower)) return false;
  return true;
}

/** A capitalised name that our lists do not hold: its last word or its apposition says what it is. */
export function properNameIn(
  sentence: Sentence,
  bare: Run,
  apposition: Run | undefined,
  whole: Run,
  context: SpeakerContext,
): FoundSpeaker | undefined {
  const { words } = sentence;
  const head = headOf(words, bare);
  if (words[head] === undefined || !/^[A-Z]/.test(words[head].text) || words[head].pos === 'PRON') return undefined;
  // "Chair of the Committee", "Director of the Institute": an office, held by a person.
  if (nounList('official').has(words[head].lower) && /^(of|for|at)$/.test(words[head + 1]?.lower ?? ''))
    return undefined;
  let from = head;
  while (
    from > bare.from &&
    (/^[A-Z&]/.test(words[from - 1]!.text) || /^(of|and|for|the)$/.test(words[from - 1]!.lower)) &&
    words[from - 1]!.text !== "'s"
  )
    from--;
  // "the Seoul-based Database Center": where it sits is no part of its name.
  while (from < head && /^(of|and|for|the)$|-based$/.test(words[from]!.lower)) from++;
  let to = head + 1;
  // "Ministry of Foreign Affairs", "Office of the Prosecutor General".
  while (
    to < bare.to &&
    ((/^[A-Z]/.test(words[to]!.text) && !LEADS.test(words[to]!.text)) ||
      (/^(of|for|the|and|on|against)$/.test(words[to]!.lower) &&
        /^([A-Z]|the$)/.test(words[to + 1]?.text ?? '') &&
        !leadsNothing(words, to + 1)) ||
      // "the Standing Committee of the National People's Congress".
      (/^'s?$/.test(words[to]!.text) && /^[A-Z]/.test(words[to + 1]?.text ?? '') && to > head + 1) ||
      (words[to]!.text === ',' && /^[A-Z]/.test(words[to + 1]?.text ?? '') && endsInList(words, to + 1, bare.to)))
  )
    to++;
  const name = textOf(sentence, { from, to });
  // "State TV", "Iranian state TV": no name.
  if (name === 'TV') return undefined;
  // "the Prime Minister's Office" is no other Office.
  const isOwned = from > bare.from && /^['’]s?$/.test(words[from - 1]!.text);
  const known = isOwned ? undefined : context.findBody(name.toLowerCase(), false, true);
  if (known !== undefined && !name.includes(' '))
    return { claimant: known, plural: false, resolution: 'body', carried: true, rule: 'body-known' };
  if (
    from === bare.from &&
    head === 0 &&
    !name.includes(' ') &&
    !/^[A-Z]{2}/.test(name) &&
    kindOfApposition(words, apposition) === undefined &&
    !sentence.words.some((word, i) => i > 0 && word.text === name)
  )
    return undefined;
  const end = wholeNameEnd(sentence, to);
  const ofUnitedNations = isMadeByDecision(sentence, to, end) || /^(?:United Nations|UN|U\.N\.) \p{Lu}/u.test(name);
  const kind =
    (ofUnitedNations && isOrganisationName(name) === 'state-organ' ? 'un-body' : undefined) ??
    (from > bare.from ? kindOfApposition(words, { from: Math.max(bare.from, from - 2), to: from }) : undefined) ??
    kindOfApposition(words, apposition) ??
    isOrganisationName(name);
  if (kind === undefined) return undefined;
  const country =
    kind === 'state-organ' || kind === 'ngo' || kind === 'company' || kind === 'newsroom'
      ? (countryOf(sentence, { from: whole.from, to: whole.to }, undefined) ??
        (kind === 'state-organ' && /\b(Ministry|Police|Prosecutor|Navy|Army|Parliament|Cabinet)\b/.test(name)
          ? context.home
          : undefined))
      : undefined;
  const claimant = makeClaimant(stripThe(textOf(sentence, { from, to: end })), kind, country);
  context.addBody(claimant, [], false);
  return { claimant, plural: false, resolution: 'body', rule: 'body-by-name' };
}

/** "Saudi-led", "Iran-backed": says what a body is, and ends no name. */
const LEADS = /-(?:led|backed|based|owned|run|held|controlled)$/;

/** "Forces of the Saudi-led coalition": what stands after "of" is no name. */
function leadsNothing(words: readonly Word[], at: number): boolean {
  const next = words[at]!.lower === 'the' ? at + 1 : at;
  return LEADS.test(words[next]?.text ?? '');
}

/** "…, Bulk Commodities and Ports": capitalised words up to an "and" that closes the list. */
function endsInList(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (words[i]!.lower === 'and') return /^[A-Z]/.test(words[i + 1]?.text ?? '');
    if (!/^[A-Z,]/.test(words[i]!.text)) return false;
  }
  return false;
}

/** "The company that runs the bridge, Harmonic Labs, said": the name stands between the commas. */
export function namedInApposition(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  context: SpeakerContext,
): FoundSpeaker | undefined {
  if (apposition === undefined) return undefined;
  const { words } = sentence;
  const bracket = words.findIndex((word, i) => i > apposition.from && i < apposition.to && word.text === '(');
  if (bracket >= 0) return namedInApposition(sentence, run, { from: apposition.from, to: bracket }, context);
  if (apposition.to - apposition.from > 9) return undefined;
  for (let i = apposition.from; i < apposition.to; i++)
    if (!/^([\p{Lu}&]|of$|the$|for$|and$|'s$)/u.test(words[i]!.text)) return undefined;
  const named = organisationIn(sentence, apposition, undefined, apposition, context);
  if (named !== undefined) return named;
  // "one of them, Padma Hardwoods, boasted": of what kind they are was said before, if at all.
  const kind = kindOfApposition(words, run) ?? (isOneOfSome(words, run) ? 'unnamed' : undefined);
  if (kind === undefined) return undefined;
  const claimant = makeClaimant(stripThe(textOf(sentence, apposition)), kind, countryOf(sentence, run, undefined));
  context.addBody(claimant, [], false);
  return { claimant, plural: false, resolution: 'described', rule: 'body-in-apposition' };
}

function isOneOfSome(words: readonly Word[], { from, to }: Run): boolean {
  const [first, of] = [words[from]?.lower ?? '', words[from + 1]?.lower];
  return /^(one|another)$/.test(first) && (to === from + 1 || of === 'of');
}

export function kindOfApposition(words: readonly Word[], apposition: Run | undefined): ClaimantKind | undefined {
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
  if (parts.slice(-2).join(' ') === 'news agency') return 'newsroom';
  if (nounList('name-organ').has(last) || nounList('name-organ').has(parts[0]!)) return 'state-organ';
  // "the General Bureau of Construction": what an organ has to do with makes no company of it.
  if (parts.some((part, i) => /^(bureau|administration|department|directorate)$/.test(part) && parts[i + 1] === 'of'))
    return 'state-organ';
  if (nounList('name-company').has(last) || /\b(ltd|inc|corp|co|llc|plc)\.?$/.test(last)) return 'company';
  if (nounList('name-newsroom').has(last) || /^(radio|tv)$/.test(parts[0]!)) return 'newsroom';
  if (nounList('name-ngo').has(last) || nounList('name-ngo').has(parts[0]!)) return 'ngo';
  if (parts.some((part) => nounList('name-organ').has(part)) && parts.includes('of')) return 'state-organ';
  // "the Riga School of Markets", "Database Center for North Korean Human Rights".
  if (parts.some((part, i) => attributionList('places-of-learning').has(part) && /^(of|for)$/.test(parts[i + 1] ?? '')))
    return 'ngo';
  return undefined;
}

export function isList(words: readonly Word[], run: Run, states: readonly Mention[]): boolean {
  for (let i = run.from; i < run.to; i++) {
    if (states.some((state) => i >= state.from && i < state.to)) continue;
    if (!/^(and|,|the|or|both)$/.test(words[i]!.lower)) return false;
  }
  return true;
}
