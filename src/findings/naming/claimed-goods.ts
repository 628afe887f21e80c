import { z } from 'zod';
import { eventClass } from '../../claims/comparison/event-class.ts';
import { nounName, widerNouns } from '../../claims/comparison/noun-hierarchy.ts';
import type { Claim, Role } from '../../claims/model/claim.ts';
import { basisOfFigure, basisOfPart } from '../../claims/model/part-basis.ts';
import { isCapacity } from '../../claims/quantities/capacity.ts';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { findGoods, type RegimeGoods } from '../../regime/goods/goods.ts';
import { singularForms } from '../../regime/goods/goods-name.ts';
import { FindingsError } from '../errors.ts';

/** One thing that a claim says moved, as widely as the text has it. */
export type ClaimedGoods = {
  /** Its name: the vocabulary's, where that is not narrower than the text's own. */
  readonly name: string;
  /** The words of the claim. */
  readonly phrase: string;
};

/** What a claim says of the things that moved. */
export type ClaimedThings = {
  readonly goods: readonly ClaimedGoods[];
  /** Workers, and others of whom the vocabulary of goods says nothing. */
  readonly people: readonly string[];
  readonly workers: boolean;
  /** Phrases that name something which the regime's vocabulary does not hold. */
  readonly other: readonly string[];
};

/**
 * What moved, by the roles that name it: by the head of each phrase, never by a word that only describes it. A ship that carries
 * coal is not supplied, a part of a submarine is no submarine, plain missiles are of no kind. Where the text names a thing and a
 * kind of it side by side, the kind stands for both: one event is not told twice. Roles that were not read with certainty name nothing.
 */
export function thingsMoved(claim: Claim, roles: readonly Role[], vocabulary: RegimeGoods): ClaimedThings {
  const phrases = roles
    .filter((role) => basisOfPart(claim, role) !== 'open')
    .flatMap((role) => claim.roles[role] ?? [])
    .filter((phrase) => !isOnlyPossible(claim, phrase));
  if (phrases.length === 0) phrases.push(...countedThings(claim));
  const found: ClaimedGoods[] = [];
  const people: string[] = [];
  const other: string[] = [];
  for (const phrase of phrases) {
    const head = headOf(unpacked(inFull(claim, phrase)));
    if (head === undefined) other.push(phrase);
    else if (isPeople(head)) people.push(phrase);
    else {
      const goods = goodsNamed(turned(head), vocabulary) ?? goodsNamed(head, vocabulary);
      if (goods === undefined) other.push(phrase);
      else if (!found.some(({ name }) => name === goods.name)) found.push(goods);
    }
  }
  const goods = found.filter(
    (one) => !found.some((another) => another !== one && isKindOf(another.phrase, one.phrase)),
  );
  return { goods, people, workers: people.some(isWorkers), other };
}

/** What the figures of the event count, where no role names what moved: "900,000 barrels of diesel were delivered". */
function countedThings(claim: Claim): readonly string[] {
  const named = Object.values(claim.roles).flat().join(' ').toLowerCase();
  return claim.quantities
    .filter(
      (quantity) =>
        quantity.event !== undefined &&
        eventClass(quantity.event) === eventClass(claim.predicate) &&
        basisOfFigure(claim, quantity, 'event') !== 'open' &&
        (quantity.nature === 'count' || quantity.nature === 'running-total') &&
        !isCapacity(quantity, claim.quote) &&
        !named.includes(lastWord(quantity.counts)),
    )
    .map(({ counts }) => counts);
}

/** "Enough for a million shells": what only could have been did not move. */
function isOnlyPossible(claim: Claim, phrase: string): boolean {
  const own = claim.quantities.filter(({ counts }) => phrase.toLowerCase().includes(lastWord(counts)));
  return (
    own.length > 0 &&
    own.every(
      (quantity) =>
        quantity.nature === 'capacity' ||
        quantity.nature === 'plan' ||
        quantity.nature === 'limit' ||
        isCapacity(quantity, claim.quote),
    )
  );
}

/** "Containers" that a figure of the claim counts as "20,000 containers of munitions", in the figure's words. */
function inFull(claim: Claim, phrase: string): string {
  const own = claim.quantities.find(
    ({ counts, raw }) =>
      phrase.toLowerCase().includes(lastWord(counts)) && raw.toLowerCase().includes(lastWord(counts)),
  );
  if (own === undefined) return phrase;
  const noun = own.raw.replace(/^.*?\d[\d.,]*(?:\s+(?:million|thousand|billion|hundred))?\s+/i, '');
  return noun.length > phrase.length ? noun : phrase;
}

let packing: ReadonlySet<string> | undefined;

function isPacking(word: string): boolean {
  packing ??= loadPacking();
  return [word, ...singularForms(word)].some((form) => packing?.has(form));
}

function loadPacking(): ReadonlySet<string> {
  const file = 'findings/naming/packing.yaml';
  const parsed = z.array(z.string()).safeParse(resourceYaml(file));
  if (!parsed.success) throw new FindingsError('rules-invalid', z.prettifyError(parsed.error), { place: file });
  return new Set(parsed.data);
}

/** What is in what: "containers of munitions" are munitions, "a crate packed with rounds" rounds. */
function unpacked(phrase: string): string {
  const [, carrier, content] =
    /^(.*?)\s+(?:of|full of|(?:loaded|packed|filled|laden)\s+with|carrying|with)\s+(.+)$/i.exec(phrase) ?? [];
  if (carrier === undefined || content === undefined) return phrase;
  return isPacking(lastWord(carrier.toLowerCase())) ? unpacked(content) : phrase;
}

/** Words after which a phrase says where from, what for or what else, and no more what it is. */
const AFTER_HEAD =
  /\s*(?:[,;:(–—]|\b(?:from|to|for|that|which|who|worth|aboard|on|at|by|in|via|through|including|such as|like|made|produced|destined|bound|used|supplied|shipped)\b).*$/i;
const BEFORE_HEAD =
  /^(?:the|a|an|its|their|his|her|our|some|several|many|more|any|all|other|further|additional|new|about|over|nearly|around|at least|up to|more than)\s+/i;

/** The noun phrase itself, without what follows it and without articles; undefined where nothing is left, or only what it is carried in. */
function headOf(phrase: string): string | undefined {
  let head = phrase.trim().replace(AFTER_HEAD, '').trim();
  while (BEFORE_HEAD.test(head)) head = head.replace(BEFORE_HEAD, '');
  if (head === '' || isPacking(lastWord(head.toLowerCase()))) return undefined;
  return head;
}

/** "Rounds of artillery" as "artillery rounds": the thing last, as names of goods have it. */
function turned(head: string): string {
  const [, thing, kind] = /^(\S+(?:\s\S+)?)\s+of\s+(\S+(?:\s\S+)?)$/i.exec(head) ?? [];
  return thing === undefined || kind === undefined ? head : `${kind} ${thing}`;
}

/** The goods of a head by the longest end of it that the vocabulary holds; a word that makes another thing of it ends the search. */
function goodsNamed(head: string, vocabulary: RegimeGoods): ClaimedGoods | undefined {
  const words = head.split(/\s+/);
  for (let at = 0; at < words.length; at++) {
    if (at > 0 && vocabulary.notKinds.has((words[at - 1] ?? '').toLowerCase())) return undefined;
    const text = words.slice(at).join(' ');
    const entry = findGoods(vocabulary, text);
    if (entry !== undefined) return { name: nameOf(text, entry.name), phrase: text };
  }
  return undefined;
}

/** The vocabulary's name where the text says as much; else the text's own words, so that rockets do not become artillery rockets. */
function nameOf(text: string, name: string): string {
  const own = singular(text);
  if (own === name.toLowerCase() || isKindOf(own, singular(name))) return name;
  const written = inItsLetters(own, text);
  return written.charAt(0).toUpperCase() + written.slice(1);
}

/** A name in small letters with its designations as the text has them: "KN-23 missile", "S-300 battery". */
function inItsLetters(own: string, text: string): string {
  const words = text.split(/\s+/);
  return own
    .split(' ')
    .map((word, at) => (/\p{Lu}[\p{L}-]*[\p{Lu}\d]/u.test(words[at] ?? '') ? (words[at] ?? word) : word))
    .join(' ');
}

function isKindOf(narrow: string, wide: string): boolean {
  return widerNouns(singular(narrow)).has(nounName(singular(wide)));
}

/** The last word in its singular, the rest as it is. */
function singular(phrase: string): string {
  const words = phrase.toLowerCase().split(/\s+/);
  const last = words.at(-1) ?? '';
  const form = /(?:ss|us|is|ens|gas)$/.test(last)
    ? last
    : /(?:ch|sh|x|ss)es$/.test(last)
      ? last.slice(0, -2)
      : (singularForms(last).at(-1) ?? last);
  return [...words.slice(0, -1), form].join(' ');
}

function lastWord(phrase: string): string {
  return phrase.split(/\s+/).at(-1) ?? phrase;
}

/** Whether a phrase names people, by its head. */
function isPeople(head: string): boolean {
  return widerNouns(singular(head)).has('person');
}

/** Whether a phrase names people who work for pay, and no soldiers. */
export function isWorkers(phrase: string): boolean {
  const head = headOf(phrase);
  if (head === undefined) return false;
  const kinds = widerNouns(singular(head));
  return WORKING.some((kind) => kinds.has(kind));
}

const WORKING = ['labourer', 'engineer', 'welder', 'surgeon', 'doctor', 'nurse', 'technician', 'builder', 'programmer'];
