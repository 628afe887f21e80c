import { lightVerbs, nounList, predicateWords } from '../lexicon/vocabulary.ts';
import type { Predicate } from '../model/claim.ts';
import { nounPhraseAt } from '../names/phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import type { Word } from '../tokens/word.ts';
import { happening } from './event-noun.ts';
import { isUndone } from './factuality.ts';
import { givenBehind } from './given-passive.ts';
import { isIdiom } from './idiom.ts';
import { portCall } from './port-call.ts';
import { ARMS } from './recipient.ts';

/** A verb of the sentence that names a predicate of the closed vocabulary. */
export type PredicateHit = { readonly predicate: Predicate; readonly group: VerbGroup; readonly rule: string };

type VerbEntry = { readonly predicate: Predicate; readonly needs?: string };
type Tables = {
  readonly verbs: ReadonlyMap<string, readonly VerbEntry[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly events: ReadonlyMap<string, string>;
};
let tables: Tables | undefined;

function loadTables(): Tables {
  const data = predicateWords();
  const verbs = new Map<string, VerbEntry[]>();
  const events = new Map<string, string>();
  for (const [name, entry] of Object.entries(data)) {
    if (name === 'classes' || Array.isArray(entry) || !('verbs' in entry)) continue;
    const predicate = name as Predicate;
    const row = entry as { event: string; verbs: string[] } & Record<string, unknown>;
    events.set(name, row.event);
    for (const verb of row.verbs) {
      const needs = Object.keys(row).find((key) => key.startsWith('needs-') && (row[key] as string[]).includes(verb));
      const list = verbs.get(verb) ?? [];
      list.push(needs === undefined ? { predicate } : { predicate, needs: needs.slice('needs-'.length) });
      verbs.set(verb, list);
    }
  }
  const classes = new Map(Object.entries(data.classes).map(([name, list]) => [name, new Set(list)] as const));
  tables = { verbs, classes, events };
  return tables;
}

/** What an act of a predicate is called when it is counted: "attack" for "50 times". */
export function eventNoun(predicate: Predicate): string | undefined {
  return (tables ?? loadTables()).events.get(predicate);
}

/** Whether a verb names a deed of the vocabulary that somebody does with a thing or to somebody. */
export function isDeedVerb(lemma: string): boolean {
  const entries = (tables ?? loadTables()).verbs.get(lemma) ?? [];
  return entries.some(({ predicate }) => /^(transferred|fired|launched|attacked|stole|halted)$/.test(predicate));
}

/** "This would be a violation of the resolution": words of a legal measure, or of its breach. */
export function speaksOfMeasures(words: readonly Word[]): boolean {
  return words.some((word) =>
    /^(sanctions?|resolutions?|embargo(es)?|violations?|violates?|violated|violating|breach(es|ed)?|prohibit(s|ed)?|banned|mandate|veto)$/.test(
      word.lower,
    ),
  );
}

/**
 * Predicates of a sentence. A verb of wide meaning counts only with an object of its class ("provide" with goods), a
 * gerund behind a preposition does not ("in obtaining arms" asserts nothing), except where a verb of accusing or denying
 * governs it ("accused of supplying", "denied sending").
 */
export function findPredicates(sentence: ReadSentence): PredicateHit[] {
  const hits: PredicateHit[] = [];
  for (let i = 0; i < sentence.groups.length; i++) {
    const group = sentence.groups[i]!;
    if (!asserts(sentence, i)) continue;
    const found = predicateOf(sentence, i);
    if (found === undefined) continue;
    hits.push({
      predicate: found.predicate,
      group: isUndone(sentence, i) ? { ...group, negated: true } : group,
      rule: `predicate:${found.rule}`,
    });
  }
  return hits;
}

const IMPLICATIVE =
  /^(agree|join|decide|begin|start|continue|manage|move|vote|help|allow|order|appear|seem|believe|think|report|say|know|suspect|allege|go|plan|intend|vow|pledge|promise|threaten|prepare|seek|aim|propose|claim|refuse|fail|attempt|try|consider|use|estimate|expect|set|have|understand)$/;
const GOVERNS_GERUND =
  /^(accuse|deny|admit|acknowledge|begin|start|continue|suspect|charge|stop|reject|convict|blame|keep|resume|condemn|report|consider|sanction)$/;

function asserts(sentence: ReadSentence, index: number): boolean {
  const { words, groups } = sentence;
  const group = groups[index]!;
  const previous = groups[index - 1];
  if (group.modifiers.includes('would') && words.slice(group.from, group.head).some((word) => word.lower === 'have'))
    return false;
  if (isUnsaid(sentence, group) || isNotLet(sentence, index)) return false;
  if (group.form === 'finite') return !isIfClause(sentence, group);
  if (group.form === 'infinitive')
    return (
      (previous !== undefined &&
        (IMPLICATIVE.test(previous.lemma) || previous.lemma === 'be') &&
        group.from - previous.to <= 10) ||
      leadsToInfinitive(words[group.from - 1]?.lower)
    );
  const before = words[group.from - 1]?.lower ?? '';
  if (group.form === 'past-participle')
    return (
      isNumbered(sentence, group) ||
      (before !== '' &&
        !/^(pursuant|under)$/.test(words[group.to]?.lower ?? '') &&
        !groups.some((other) => other !== group && other.form === 'finite'))
    );
  if (/^(of|with|for|from)$/.test(before)) return previous !== undefined && GOVERNS_GERUND.test(previous.lemma);
  if (before === ',' || before === 'including') return true;
  if (/^(and|or)$/.test(before) && previous !== undefined)
    return asserts(sentence, index - 1) && previous.form === 'participle';
  if (group.modifiers.some((word) => /^(reportedly|allegedly|apparently)$/.test(word))) return true;
  if (seenDoing(sentence, index)) return true;
  return previous !== undefined && previous.to === group.from && GOVERNS_GERUND.test(previous.lemma);
}

/** "the number of containers sent by Latvia reached 40": what is counted has been done. */
function isNumbered({ words }: ReadSentence, group: VerbGroup): boolean {
  if (words[group.to]?.lower !== 'by' || words[group.from - 1]?.pos !== 'NOUN') return false;
  const of = words.slice(0, group.from).findLastIndex(({ lower }) => lower === 'of');
  return (
    of > 0 &&
    /^(number|volume|total|amount|quantity)$/.test(words[of - 1]!.lower) &&
    nounPhraseAt(words, of + 1)?.to === group.from
  );
}

const SEES = /^(see|spot|detect|observe|photograph|film|catch|show|witness|record)$/;

/** "spotted a tanker transferring fuel": what was seen is what the participle tells of. */
function seenDoing({ words, groups }: ReadSentence, index: number): boolean {
  const [group, previous] = [groups[index]!, groups[index - 1]];
  return (
    group.form === 'participle' &&
    previous?.form === 'finite' &&
    SEES.test(previous.lemma) &&
    !previous.passive &&
    !previous.negated &&
    /^(NOUN|PROPN)$/.test(words[group.from - 1]?.pos ?? '') &&
    !words.slice(previous.to, group.from).some((word) => word.text === ',')
  );
}

/** "did not allow Chad to send", "refused to let it send": whether that was done is not told. */
function isNotLet(sentence: ReadSentence, index: number): boolean {
  const previous = sentence.groups[index - 1];
  return (
    previous !== undefined &&
    /^(let|allow|permit|help|enable|order|authorise|authorize)$/.test(previous.lemma) &&
    sentence.groups[index]!.from - previous.to <= 6 &&
    (sentence.groups[index]!.form === 'infinitive' || previous.lemma === 'let') &&
    (previous.negated || isUndone(sentence, index - 1))
  );
}

function leadsToInfinitive(lower: string | undefined): boolean {
  return lower !== undefined && /^(plan|plans|decision|set|due|ready)$/.test(lower);
}

/** "did not say which countries were providing", "declined to name who had sold": what is left unsaid is no claim. */
function isUnsaid(sentence: ReadSentence, group: VerbGroup): boolean {
  const verb = sentence.groups.findLast(
    (other) =>
      other.to <= group.from &&
      /^(say|specify|disclose|name|identify|elaborate|reveal|explain|know|tell)$/.test(other.lemma) &&
      (other.negated || /^(declined|refused|unclear)$/.test(sentence.words[other.from - 1]?.lower ?? '')),
  );
  if (verb === undefined || group.from - verb.to > 14) return false;
  return /^(which|who|whom|how|what|where|why|when|whether|if)$/.test(sentence.words[verb.to]?.lower ?? '');
}

function isIfClause(sentence: ReadSentence, group: VerbGroup): boolean {
  for (let i = group.from - 1; i >= Math.max(0, group.from - 8); i--) {
    const lower = sentence.words[i]!.lower;
    if (lower === 'if' || lower === 'unless' || lower === 'whether') return true;
    if (lower === ',' || lower === 'that' || lower === ';') return false;
  }
  return false;
}

function predicateOf(sentence: ReadSentence, index: number): { predicate: Predicate; rule: string } | undefined {
  const { words, groups } = sentence;
  const group = groups[index]!;
  const known = tables ?? loadTables();
  if (isIdiom(sentence, group)) return undefined;
  const object = objectWords(sentence, index);
  const light = lightPredicate(group, object);
  if (light !== undefined) return { predicate: light, rule: `${group.lemma}+noun` };
  const port = portCall(sentence, index);
  if (port !== undefined) return port;
  const happened = happening(sentence, group);
  if (happened !== undefined) return { predicate: happened, rule: `noun+${group.lemma}` };
  if (takesTo(sentence, group) && hasClass('goods', object, known))
    return { predicate: 'transferred', rule: `${group.lemma}-to` };
  const entries = known.verbs.get(group.lemma);
  if (entries === undefined) return undefined;
  // "armed with rifles", "arming itself": what somebody has, and nobody gives.
  if (
    ARMS.test(group.lemma) &&
    (group.passive || /^(itself|themselves|himself|with)$/.test(words[group.to]?.lower ?? ''))
  )
    return undefined;
  for (const entry of entries) {
    if (entry.needs === 'goods' && handsWords(sentence, group)) continue;
    if (
      entry.needs !== undefined &&
      !hasClass(entry.needs, standsBefore(sentence, group) ? subjectWords(sentence, index) : object, known) &&
      !repeats(sentence, index)
    )
      continue;
    // "the Department targeted three tugs": by listing them, where the sentence speaks of sanctions or of who imposes them.
    if (entry.predicate === 'attacked' && group.lemma === 'target' && speaksOfSanctions(sentence))
      return { predicate: 'designated', rule: group.lemma };
    if (isShipToShip(sentence, group, object)) return { predicate: 'ship-to-ship-transferred', rule: group.lemma };
    return { predicate: entry.predicate, rule: group.lemma };
  }
  return undefined;
}

/** "received notifications of 12,000 barrels", "sent a letter on rifles": words change hands, and no goods. */
function handsWords(sentence: ReadSentence, group: VerbGroup): boolean {
  if (group.passive) return false;
  const object = nounPhraseAt(sentence.words, group.to);
  const noun = object === undefined ? '' : singularOf(sentence.words[object.to - 1]!.text);
  return nounList('words').has(noun) || nounList('document').has(noun);
}

/** "Latvia sent 14 tanks and Chad sent 18 more": the same deed with the same things, of which only the number is told again. */
function repeats(sentence: ReadSentence, index: number): boolean {
  const { words, groups } = sentence;
  const group = groups[index]!;
  const at = words[group.to]?.lower === 'another' ? group.to + 1 : group.to;
  return (
    words[at]?.pos === 'NUM' &&
    !/^(NOUN|PROPN)$/.test(words[at + 1]?.pos ?? '') &&
    groups.some((other, i) => {
      if (i >= index || other.passive !== group.passive || !asserts(sentence, i)) return false;
      const told = predicateOf(sentence, i)?.predicate;
      return told !== undefined && (other.lemma === group.lemma || isOnly(group.lemma, told));
    })
  );
}

function isOnly(lemma: string, predicate: Predicate): boolean {
  const entries = (tables ?? loadTables()).verbs.get(lemma) ?? [];
  return lemma !== 'receive' && entries.length === 1 && entries[0]!.predicate === predicate;
}

/** "rifles were sold", "the arms it received": what the verb takes stands before it. */
function standsBefore(sentence: ReadSentence, group: VerbGroup): boolean {
  const { words } = sentence;
  if (group.passive || group.form === 'past-participle') return givenBehind(sentence, group) === undefined;
  return (
    /^(it|they|he|she|we|i)$/.test(words[group.from - 1]?.lower ?? '') &&
    /^(NOUN|PROPN)$/.test(words[group.from - 2]?.pos ?? '')
  );
}

function speaksOfSanctions({ words }: ReadSentence): boolean {
  const near = words.map(({ lower }) => lower);
  return (
    near.some((lower) =>
      /^(sanction(s|ed|ing)?|blacklist(s|ed)?|designat(es|ed|ion|ions)|ofac|treasury)$/.test(lower),
    ) || near.some((lower, i) => lower === 'state' && near[i + 1] === 'department')
  );
}

function isShipToShip(sentence: ReadSentence, group: VerbGroup, object: readonly string[]): boolean {
  return (
    /^(transfer|deliver|receive|send|conduct|transship)$/.test(group.lemma) &&
    (object.includes('ship-to-ship') ||
      sentence.words.slice(group.from, group.to + 14).some((word) => word.lower === 'ship-to-ship'))
  );
}

function lightPredicate(group: VerbGroup, object: readonly string[]): Predicate | undefined {
  for (const [predicate, entry] of Object.entries(lightVerbs())) {
    if (!entry.verbs.includes(group.lemma)) continue;
    const near = object.slice(0, 10);
    if (!near.some((word) => entry.nouns.includes(word))) continue;
    if (entry.with !== undefined && entry.with.length > 0 && !object.some((word) => entry.with!.includes(word)))
      continue;
    if (entry.with !== undefined && entry.with.length === 0 && !object.some((word) => /^(on|to|under)$/.test(word)))
      continue;
    return predicate as Predicate;
  }
  return undefined;
}

function hasClass(name: string, near: readonly string[], known: Tables): boolean {
  const set = known.classes.get(name);
  return set === undefined || near.some((word) => set.has(word) || word.split('-').some((part) => set.has(part)));
}

/** Singular lower-case words behind a verb up to the next finite verb or the end of its clause. */
function objectWords(sentence: ReadSentence, index: number): string[] {
  const { words, groups } = sentence;
  const group = groups[index]!;
  const next = groups.slice(index + 1).find((other) => other.form === 'finite');
  const to = Math.min(next?.from ?? words.length, group.to + 22);
  return words
    .slice(group.to, to)
    .map((word) => (word.pos === 'NOUN' || word.pos === 'PROPN' ? singularOf(word.text) : word.lower));
}

/** "took coal to Ningbo", "brought rifles to the rebels": with a name or somebody behind "to", goods change their place. */
function takesTo({ words }: ReadSentence, group: VerbGroup): boolean {
  if (!/^(take|bring)$/.test(group.lemma) || group.passive) return false;
  const to = words.findIndex(({ lower }, i) => i > group.to && lower === 'to');
  if (
    to < 0 ||
    words.slice(group.to, to).some(({ pos, text }) => /^(VERB|AUX|PRON)$/.test(pos) || /^[,;:.]$/.test(text))
  )
    return false;
  const at = words[to + 1]?.pos === 'DET' ? to + 2 : to + 1;
  return (
    words[at]?.pos === 'PROPN' || (words[at]?.pos === 'NOUN' && nounList('actor').has(singularOf(words[at]!.text)))
  );
}

/** Words before a passive verb: what it was done to. */
function subjectWords(sentence: ReadSentence, index: number): string[] {
  const { words, groups } = sentence;
  const group = groups[index]!;
  const previous = groups
    .slice(0, index)
    .reverse()
    .find((other) => other.form === 'finite');
  return words
    .slice(Math.max(previous?.to ?? 0, group.from - 18), group.from)
    .map((word) => (word.pos === 'NOUN' || word.pos === 'PROPN' ? singularOf(word.text) : word.lower));
}
