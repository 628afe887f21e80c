import { nounList } from '../lexicon/vocabulary.ts';
import type { Roles } from '../model/claim.ts';
import { inTime, type Run } from '../names/phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { subjectOf } from './event-subject.ts';
import { isDeedVerb } from './predicate.ts';
import { isActor } from './role-actor.ts';
import { isThing } from './role-noun.ts';
import { cleaned, listOf, phrasesIn, thingAt } from './role-phrase.ts';
import { mergeRoles, readRoles } from './roles.ts';

/** Verbs that tell a state, a thought or a speech: their subject does nothing. */
export const NO_DEED =
  /^(be|have|do|remain|stay|know|believe|think|mean|seem|appear|become|include|contain|own|belong|depend|exist|suffer|cost|amount|total|rise|fall|drop|grow|expire|occur|happen|lie|stand|live|die|deserve|lack|need|want|face|concern|consist|result|follow|number|exceed|expect|hope|fear|doubt|say|tell|add|note|mention|seek|go|come|get|see|feel|benefit|profit|consider|regard|welcome|regret|condemn|accuse|blame|suspect|warn|agree|argue|state|describe|hear|witness|watch|like|love|agree|refuse|decline|reject|deny)$/;

/**
 * Who takes part in a deed for which the vocabulary has no predicate: the doer of the main verb when somebody who can act is
 * told, what it moves when that is a thing, and the parties of a deed that a noun tells ("shipments of shells to Latvia").
 */
export function toldRoles(sentence: ReadSentence, frame: Frame | undefined, span: Run): Roles {
  return mergeRoles([accusedIn(sentence, frame), rolesOfMainVerb(sentence, frame, span), rolesOfNouns(sentence, span)]);
}

/** "accused Latvia of", "Latvia was accused of", "blames the rebels for": who is said to have done it. */
function accusedIn(sentence: ReadSentence, frame: Frame | undefined): Roles {
  const cue = sentence.groups.find((group) => group.head === frame?.cue);
  if (cue === undefined || !/^(accuse|blame|suspect)$/.test(cue.lemma)) return {};
  const subject = cue.passive ? subjectOf(sentence, cue) : undefined;
  if (cue.passive)
    return subject !== undefined && phrasesIn(sentence, subject).every((phrase) => isActor(sentence, phrase))
      ? strip({ agent: listOf(sentence, subject) })
      : {};
  const phrase = thingAt(sentence, cue.to);
  return phrase !== undefined && isActor(sentence, phrase) ? { agent: [cleaned(sentence, phrase)] } : {};
}

function rolesOfMainVerb(sentence: ReadSentence, frame: Frame | undefined, span: Run): Roles {
  const group = mainVerb(sentence, frame, span);
  if (group === undefined) return {};
  const behind = group.lemma === 'be' && /^(behind|responsible)$/.test(sentence.words[group.to]?.lower ?? '');
  if (NO_DEED.test(group.lemma) && !behind) return {};
  const subject = subjectOf(sentence, group);
  const phrases = subject === undefined ? [] : phrasesIn(sentence, subject);
  const actors = phrases.every((phrase) => isActor(sentence, phrase)) ? namesOf(sentence, phrases) : [];
  const all = readRoles(sentence, group, 'transferred', span.to);
  const things = (names: readonly string[] | undefined) => (names ?? []).filter((name) => isThing(lastWord(name)));
  const object = things(all.object);
  const { deed, moving } = movementOf(sentence, group);
  if (moving && actors.length === 0 && phrases.length > 0) {
    // "shells reached Latvia", "40 containers left the port": what moves is no doer, and whom it reaches gets it.
    const reached = deed.lemma === 'reach' ? thingAt(sentence, deed.to) : undefined;
    const gets = reached !== undefined && isActor(sentence, reached) ? [cleaned(sentence, reached)] : [];
    return strip({ object: things(namesOf(sentence, phrases)), recipient: gets, vessel: shipsIn(sentence, phrases) });
  }
  const used = group.lemma === 'use' || deed.lemma === 'use';
  return strip({
    agent: group.passive ? (all.agent ?? []) : actors,
    object: used ? [] : object,
    recipient: object.length > 0 ? (all.recipient ?? []) : [],
    instrument: used ? object : [],
    vessel: shipsIn(sentence, phrases),
  });
}

const MOVES = /^(reach|leave|arrive|enter|flow|cross|pass)$/;

/** "continued to reach": the verb that tells the deed stands behind one that tells how it goes on. */
function movementOf(sentence: ReadSentence, group: VerbGroup): { deed: VerbGroup; moving: boolean } {
  const next = sentence.groups.find((other) => other.from === group.to && other.form === 'infinitive');
  const deed = next ?? group;
  return { deed, moving: MOVES.test(deed.lemma) && !deed.passive };
}

/** "the vessel", "a Latvian tanker": a single ship that is told without a name. */
function shipsIn(sentence: ReadSentence, phrases: readonly Run[]): string[] {
  return phrases
    .filter((phrase) =>
      /^(tanker|vessel|ship|freighter|trawler|bulker|tankers)$/.test(sentence.words[phrase.to - 1]!.lower),
    )
    .map((phrase) => cleaned(sentence, phrase));
}

/** The first verb of what is said that has a clause of its own and is no attribution within it. */
function mainVerb(sentence: ReadSentence, frame: Frame | undefined, span: Run): VerbGroup | undefined {
  return sentence.groups.find(
    (group) =>
      group.form === 'finite' &&
      group.head !== frame?.cue &&
      // "has established that": the deed is told behind it.
      sentence.words[group.to]?.lower !== 'that' &&
      group.from >= span.from &&
      group.to <= span.to &&
      !isSubordinate(sentence, group, span),
  );
}

/** A relative pronoun or conjunction stands between the verb before and this one. */
function isSubordinate({ words, groups, times }: ReadSentence, group: VerbGroup, span: Run): boolean {
  const before = groups.findLast((other) => other.to <= group.from && other.form === 'finite');
  const from = Math.max(span.from, before?.to ?? 0);
  const comma = words.findLastIndex((word, i) => i < group.from && word.text === ',');
  return words.slice(Math.max(from, comma), group.from).some(
    (word, i) =>
      (/^(who|which|whose|whom|where|when|after|before|because|while|if|unless|although|though|until|since)$/.test(
        word.lower,
      ) &&
        inTime(times, Math.max(from, comma) + i) === undefined) ||
      // "a claim that" hands over what is said, "vessels that sank" tells which.
      (word.lower === 'that' && Math.max(from, comma) + i === group.from - 1),
  );
}

/** "the launch by Latvia of a rocket", "a transfer of missiles to the rebels", "Latvia's sale of boats". */
export function rolesOfNouns(sentence: ReadSentence, span: Run): Roles {
  const { words } = sentence;
  const roles = { agent: [] as string[], object: [] as string[], recipient: [] as string[] };
  for (let i = span.from; i < span.to; i++) {
    if (words[i]!.pos !== 'NOUN' || !nounList('handing').has(singularOf(words[i]!.text))) continue;
    const lead = /^(of|by|to)$/;
    for (let at = i + 1; at < span.to && lead.test(words[at]!.lower); ) {
      const phrase = thingAt(sentence, at + 1);
      if (phrase === undefined || phrase.to > span.to) break;
      const actor = isActor(sentence, phrase);
      const thing = isThing(words[phrase.to - 1]!.lower);
      const role =
        words[at]!.lower === 'of' ? (thing ? 'object' : undefined) : words[at]!.lower === 'by' ? 'agent' : 'recipient';
      if (role !== undefined && (role === 'object' || actor)) roles[role].push(cleaned(sentence, phrase));
      at = (inTime(sentence.times, phrase.to)?.lastWord ?? phrase.to - 1) + 1;
      for (; /^(and|or|,)$/.test(words[at]?.lower ?? '') && role === 'object'; ) {
        const more = thingAt(sentence, at + 1);
        if (more === undefined || more.to > span.to) break;
        if (isThing(words[more.to - 1]!.lower)) roles.object.push(cleaned(sentence, more));
        at = more.to;
      }
    }
  }
  // "missiles fired by Latvia": the doer of a deed that a participle tells of what is spoken of.
  const main = sentence.groups.find((group) => group.form === 'finite' && group.from >= span.from);
  for (const group of sentence.groups) {
    if (main === undefined || group.head > main.head) break;
    if (group.form !== 'past-participle' || group.from < span.from || words[group.to]?.lower !== 'by') continue;
    const phrase = isDeedVerb(group.lemma) && roles.agent.length === 0 ? thingAt(sentence, group.to + 1) : undefined;
    if (phrase !== undefined && phrase.to <= span.to && isActor(sentence, phrase))
      roles.agent.push(cleaned(sentence, phrase));
  }
  return strip(roles);
}

function namesOf(sentence: ReadSentence, phrases: readonly Run[]): string[] {
  return phrases.map((phrase) => cleaned(sentence, phrase)).filter((name) => name !== '');
}

function lastWord(name: string): string {
  return name.split(/\s/).pop()!;
}

function strip(roles: { readonly [role in keyof Roles]: readonly string[] }): Roles {
  const filled = Object.entries(roles).filter(([, names]) => names.some((name) => name !== ''));
  return Object.fromEntries(filled.map(([role, names]) => [role, names.filter((name) => name !== '')]));
}
