import { type Predicate, ROLES, type Role, type Roles } from '../model/claim.ts';
import { mentionOf } from '../names/mention.ts';
import { inTime, nounPhraseAt, type Run } from '../names/phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { subjectBefore } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { subjectOf } from './event-subject.ts';
import { givenBehind } from './given-passive.ts';
import type { PredicateHit } from './predicate.ts';
import { gettersBehind } from './recipient.ts';
import { doersOf, isActor } from './role-actor.ts';
import { isDeed, isThing } from './role-noun.ts';
import { cleaned, isApposition, listOf, phrasesIn, thingAt } from './role-phrase.ts';
import { receiverBehindFor, slotOf } from './role-slot.ts';

type Mutable = { [role in Role]: string[] };

function noRoles(): Mutable {
  return { agent: [], recipient: [], object: [], origin: [], destination: [], instrument: [], vessel: [] };
}

/**
 * Who did what to whom with what, for one verb: mentions exactly as the text has them, without articles and figures. `light`
 * says that the predicate was told by the noun which the verb carries ("carried out an attack").
 */
export function readRoles(
  sentence: ReadSentence,
  group: VerbGroup,
  predicate: Predicate,
  end: number,
  light = false,
): Roles {
  const roles = noRoles();
  // "methods, including transferring coal": whoever tells of it need not do it.
  const listed = sentence.words[group.from - 1]?.lower === 'including';
  const subject = listed ? undefined : subjectOf(sentence, group);
  const gets =
    (predicate === 'transferred' && givenBehind(sentence, group) !== undefined) ||
    (predicate === 'fired' && isFiredOn(sentence, group));
  for (const phrase of subject === undefined ? [] : phrasesIn(sentence, subject)) {
    if (group.passive || group.form === 'past-participle') {
      const name = cleaned(sentence, phrase);
      if (name !== '' && !(light && isDeed(sentence.words[phrase.to - 1]!.lower)))
        roles[
          gets &&
          (predicate === 'fired' ||
            SHIP.test(sentence.words[phrase.to - 1]!.lower) ||
            !isThing(sentence.words[phrase.to - 1]!.lower))
            ? 'recipient'
            : 'object'
        ].push(name);
      continue;
    }
    const { agents, means } = doersOf(sentence, { from: phrase.from, to: group.from }, phrase);
    roles.agent.push(...agents);
    if (/^(attacked|fired)$/.test(predicate)) roles.instrument.push(...means);
  }
  readBehind(sentence, group, predicate, roles, end, light);
  // "the arms it received": what stands before the pronoun is what the verb takes.
  if (roles.object.length === 0 && !group.passive) roles.object.push(...takenBefore(sentence, group, subject));
  // "Latvia received boats from Libya": Libya gave them. Whoever receives does nothing but get.
  if (group.lemma === 'receive') {
    roles.recipient = roles.agent;
    roles.agent = giverBehind(sentence, group, end);
  }
  for (const key of ['agent', 'object', 'recipient'] as const)
    roles.vessel.push(...roles[key].filter((name) => SHIP.test(name)));
  return compact(roles);
}

/** "tankers", "the vessel": a ship of which no name is told. */
const SHIP = /^(tanker|vessel|ship|freighter|trawler|bulker)s?$/i;

/** "the ship was fired on by": what is fired is not told, and the subject is at whom. */
function isFiredOn({ words }: ReadSentence, group: VerbGroup): boolean {
  return (
    group.passive &&
    /^(on|at|upon)$/.test(words[group.to]?.lower ?? '') &&
    nounPhraseAt(words, group.to + 1) === undefined
  );
}

/** Who is to do what is demanded: "urges X to stop", "calls on X and Y to pay". */
export function addresseesOf(sentence: ReadSentence, cue: number): Roles {
  const group = sentence.groups.find((other) => other.head === cue);
  if (group === undefined || group.passive) return {};
  const { words } = sentence;
  const from = /^(on|upon)$/.test(words[group.to]?.lower ?? '') ? group.to + 1 : group.to;
  let to = from;
  for (let phrase = nounPhraseAt(words, from); phrase !== undefined; phrase = nounPhraseAt(words, to + 1)) {
    const { from: start } = phrase;
    const mention = sentence.mentions.find((other) => start >= other.from && start < other.to);
    to = Math.max(phrase.to, mention?.to ?? 0);
    if (!/^(,|and)$/.test(words[to]?.lower ?? '')) break;
  }
  if (to === from || words[to]?.lower !== 'to') return {};
  return compact({ ...noRoles(), agent: listOf(sentence, { from, to }) });
}

function giverBehind({ words, ...sentence }: ReadSentence, group: VerbGroup, end: number): string[] {
  const next = sentence.groups.find((other) => other.from >= group.to && other.form === 'finite');
  const limit = Math.min(nextClause({ words, ...sentence }, group, next), end > group.to ? end : words.length);
  const from = words.findIndex((word, i) => i >= group.to && i < limit && word.lower === 'from');
  // "received rifles seized from the militia", "received it, according to a letter from": they gave nothing.
  const other = sentence.groups.some(({ head }) => head >= group.to && head < from);
  if (other || words.slice(group.to, Math.max(from, group.to)).some(({ lower }) => lower === 'according')) return [];
  const givers: string[] = [];
  for (let i = from + 1; from >= 0 && i < limit; ) {
    const phrase = thingAt({ words, ...sentence }, i);
    if (phrase === undefined || phrase.to > limit || !isActor({ words, ...sentence }, phrase)) break;
    givers.push(cleaned({ words, ...sentence }, phrase));
    // "from Latvia and Chad", but not "from Latvia and Chad's rifles".
    if (!/^(,|and|or)$/.test(words[phrase.to]?.lower ?? '')) break;
    i = phrase.to + 1;
    if (/^(and|or)$/.test(words[i]?.lower ?? '')) i++;
  }
  return givers;
}

function takenBefore(sentence: ReadSentence, group: VerbGroup, subject: Run | undefined): string[] {
  const { words } = sentence;
  const pronoun = /^(it|they|he|she|we|i)$/.test(words[group.from - 1]?.lower ?? '');
  // "the weapons that Latvia has sent": the doer stands between the pronoun and the verb.
  const that = !pronoun && subject?.to === group.from && /^(that|which)$/.test(words[subject.from - 1]?.lower ?? '');
  const at = that ? subject!.from - 1 : group.from - 1;
  if ((!pronoun && !that) || !/^(NOUN|PROPN)$/.test(words[at - 1]?.pos ?? '')) return [];
  let from = at;
  while (from > 0 && (/^(NOUN|PROPN|ADJ|DET|NUM)$/.test(words[from - 1]!.pos) || words[from - 1]!.lower === 'and'))
    from--;
  const phrases = phrasesIn(sentence, { from, to: at });
  return phrases.every((phrase) => isThing(words[phrase.to - 1]!.lower))
    ? phrases.map((phrase) => cleaned(sentence, phrase))
    : [];
}

/** What the verb takes with it: `deeds` are the nouns that a verb like "carried out" only carries and that are no object. */
function readBehind(
  sentence: ReadSentence,
  group: VerbGroup,
  predicate: Predicate,
  roles: Mutable,
  end: number,
  light: boolean,
): void {
  const { words, groups } = sentence;
  const next = groups.find(
    (other) => other.from >= group.to && other.form !== 'past-participle' && other.form !== 'infinitive',
  );
  const shared = sharedFrom(sentence, group);
  const behind = shared === undefined ? next : groups.find((other) => other.from >= shared && other.form === 'finite');
  const limit = Math.min(nextClause(sentence, group, behind), end > group.to ? end : words.length);
  const given = predicate === 'transferred' && givenBehind(sentence, group)?.from === group.to;
  let slot: keyof Mutable | undefined = group.passive && !given ? undefined : 'object';
  let last: keyof Mutable | undefined = slot;
  let carried = '';
  // The phrase behind a preposition that opens no role: what "and" joins to it has none either.
  let outside: Run | undefined;
  const carries = group.lemma === 'take' && words[group.to]?.lower === 'place';
  const particle =
    carries || (/-(out|up|off|down|at|for)$/.test(group.lemma) && !/^(call|port)/.test(group.lemma)) ? 1 : 0;
  const getters = predicate === 'transferred' && !light ? gettersBehind(sentence, group) : undefined;
  if (getters !== undefined)
    roles.recipient.push(...getters.runs.map((run) => cleaned(sentence, run)).filter((name) => name !== ''));
  for (let i = getters?.to ?? shared ?? group.to + particle; i < limit; ) {
    const time = inTime(sentence.times, i);
    if (time !== undefined) {
      i = time.lastWord + 1;
      continue;
    }
    const word = words[i]!;
    if (/^[.;:]$/.test(word.text) || word.lower === 'according') break;
    // "did not sell to Chad but to Libya": what follows is not denied.
    if (word.lower === 'but' && group.negated) break;
    // "an offensive to seize Tripoli": what follows is done with another verb.
    if (groups.some((other) => other.form === 'infinitive' && other.from === i)) break;
    const phrase = thingAt(sentence, i);
    // ", the military said": the subject of the next verb, not one more thing.
    if (
      phrase !== undefined &&
      phrase.to === next?.from &&
      next.form === 'finite' &&
      i > group.to &&
      /^(,|and|but)$/.test(words[i - 1]!.lower)
    )
      break;
    if (phrase !== undefined && slot !== undefined && isApposition(words, phrase, roles[slot].length)) slot = undefined;
    if (phrase === undefined || phrase.to > limit) {
      if (word.pos === 'ADP' || word.lower === 'to' || word.lower === 'using') {
        slot = slotOf(word.lower, predicate, last, group, carried);
        // "missiles for use by Latvia": who gets them stands behind "by".
        if (word.lower === 'for' && words[i + 1]?.lower === 'use' && words[i + 2]?.lower === 'by') i += 2;
        if (words[i]!.lower !== word.lower || word.lower === 'for') slot = receiverBehindFor(sentence, i, predicate);
      } else if (joined(word.lower))
        slot = outside === undefined || goesBack(sentence, outside, i + 1) ? last : undefined;
      else if (word.pos === 'SCONJ' || word.lower === 'who' || word.lower === 'which') break;
      i++;
      continue;
    }
    // "supplied the rebels with missiles and the army with trucks": who gets the trucks is no thing.
    if (
      slot === 'object' &&
      joined(words[i - 1]!.lower) &&
      words[phrase.to]?.lower === 'with' &&
      isActor(sentence, phrase)
    )
      break;
    // "coal to Chad and oil from Malta to Togo", "which sold radars to Chad, and Malta": no more of those who get it.
    if (slot === 'recipient' && roles.recipient.length > 0 && goesOnOtherwise(sentence, group, phrase)) break;
    outside = slot === undefined && words[i - 1]?.pos === 'ADP' ? phrase : outside;
    if (slot !== undefined) {
      const name = cleaned(sentence, phrase);
      const head = words[phrase.to - 1]!.lower;
      // "send Russia 10 containers": a State right before the thing given is who gets it.
      const mention = mentionOf(sentence.mentions, phrase.from);
      const receives =
        slot === 'object' &&
        /^(transferred|fired|launched)$/.test(predicate) &&
        mention !== undefined &&
        /^(country|seat)$/.test(mention.kind) &&
        roles.object.length === 0;
      if (
        receives &&
        mention.to === phrase.to &&
        (/^(with|either|both)$/.test(words[phrase.to]?.lower ?? '') || nounPhraseAt(words, phrase.to) !== undefined)
      ) {
        roles.recipient.push(name);
        slot = 'object';
        i = /^(with|either|both)$/.test(words[phrase.to]?.lower ?? '') ? phrase.to + 1 : phrase.to;
        continue;
      } else if (receives && mention.to < phrase.to) {
        roles.recipient.push(mention.text);
        const rest = cleaned(sentence, { from: mention.to, to: phrase.to });
        if (rest !== '') roles.object.push(rest);
      } else if (slot === 'object' && light && isDeed(head)) carried = head;
      else if (slot === 'agent') {
        // "by sea", "by helicopter": how, and not by whom.
        const bare = phrase.to - phrase.from === 1 && words[phrase.from]!.pos === 'NOUN' && singularOf(head) === head;
        if (bare && words[i - 1]?.lower === 'by' && !isActor(sentence, phrase)) {
          slot = undefined;
          outside = phrase;
          i = phrase.to;
          continue;
        }
        const { agents, means } = doersOf(sentence, { from: phrase.from, to: limit }, phrase);
        roles.agent.push(...agents);
        roles.instrument.push(...means);
      } else if (name !== '') roles[slot].push(name);
      last = slot;
      outside = undefined;
    }
    // "supplied to Libya a radar": the thing may stand behind who gets it.
    const late = slot === 'recipient' && predicate === 'transferred' && !group.passive && roles.object.length === 0;
    // What follows without a preposition or conjunction is another phrase ("missiles around 50 times").
    slot = late && words[phrase.to]?.pos !== 'PUNCT' ? 'object' : undefined;
    i = phrase.to;
  }
}

/** "had seized and were investigating two ships": the object behind the second verb is that of both. */
function sharedFrom({ words, groups }: ReadSentence, group: VerbGroup): number | undefined {
  if (words[group.to]?.lower !== 'and' || group.passive || group.form !== 'finite') return undefined;
  const second = groups.find((other) => other.from === group.to + 1);
  return second?.form === 'finite' && !second.passive ? second.to : undefined;
}

/** Where the next clause begins: at its verb, or at the subject of that verb behind a comma or conjunction. */
function nextClause(sentence: ReadSentence, group: VerbGroup, next: VerbGroup | undefined): number {
  const { words } = sentence;
  if (next === undefined) return words.length;
  if (next.form !== 'finite' || /^(who|which|that)$/.test(words[next.from - 1]?.lower ?? '')) return next.from;
  const subject = subjectBefore(words, next.from, sentence.times, group.to);
  return subject !== undefined &&
    subject.from > group.to + 1 &&
    /^(,|and|but|while|as|because|when)$/.test(words[subject.from - 1]!.lower)
    ? subject.from
    : next.from;
}

/** What stands behind "and" is a thing, or the next of the names of which a relative clause tells one. */
function goesOnOtherwise(sentence: ReadSentence, group: VerbGroup, phrase: Run): boolean {
  const { words } = sentence;
  const thing = isThing(words[phrase.to - 1]!.lower) || words[phrase.to]?.lower === 'to';
  if (thing && !isActor(sentence, phrase)) return true;
  return (
    /^(who|which|that)$/.test(words[group.from - 1]?.lower ?? '') &&
    words[phrase.from - 1]?.lower === 'and' &&
    words[phrase.from - 2]?.text === ','
  );
}

/** "seized rifles in Misrata and rockets": behind a name of a place a common noun goes on with what was seized. */
function goesBack(sentence: ReadSentence, outside: Run, at: number): boolean {
  const { words } = sentence;
  const phrase = thingAt(sentence, /^(and|or)$/.test(words[at]?.lower ?? '') ? at + 1 : at);
  return (
    phrase !== undefined &&
    words[outside.to - 1]!.pos === 'PROPN' &&
    words[phrase.to - 1]!.pos === 'NOUN' &&
    isThing(words[phrase.to - 1]!.lower)
  );
}

function joined(lower: string): boolean {
  return /^(,|and|or|as well as)$/.test(lower);
}

function compact(roles: Mutable): Roles {
  const out: { -readonly [K in keyof Roles]: Roles[K] } = {};
  for (const key of ROLES) {
    const unique = [...new Set(roles[key])].slice(0, 8);
    if (unique.length > 0) out[key] = unique;
  }
  return out;
}

export function mergeRoles(all: readonly Roles[]): Roles {
  const merged: Record<string, string[]> = {};
  for (const roles of all)
    for (const [key, names] of Object.entries(roles)) merged[key] = [...new Set([...(merged[key] ?? []), ...names])];
  return merged as Roles;
}

/** The vessels named in what is said; where a sentence tells several deeds, those in the clause of this one. */
export function vesselsOf(
  sentence: ReadSentence,
  span: Run,
  hit: PredicateHit | undefined,
  several: boolean,
): string[] {
  const finite = sentence.groups.filter((group) => group.form === 'finite');
  const at = hit?.group.head ?? span.from;
  const from = several ? (finite.findLast((group) => group.head < at)?.to ?? span.from) : span.from;
  const to = several ? (finite.find((group) => group.head > at)?.from ?? span.to) : span.to;
  return sentence.vessels
    .filter((vessel) => vessel.from >= Math.max(from, span.from) && vessel.to <= Math.min(to, span.to))
    .map(({ text }) => text);
}

/** The vessels named in some runs of words. */
export function vesselsIn(sentence: ReadSentence, runs: readonly Run[]): string[] {
  return sentence.vessels
    .filter((vessel) => runs.some((run) => vessel.from >= run.from && vessel.to <= run.to))
    .map(({ text }) => text);
}

/** A name takes the place of the bare noun: "the tanker Serdar" is no "tanker" more. */
export function withVessels(roles: Roles, names: readonly string[]): Roles {
  return names.length === 0 ? roles : { ...roles, vessel: [...new Set(names)] };
}
