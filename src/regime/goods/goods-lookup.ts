import type { GoodsHabits } from '../files/goods-file.ts';
import {
  materialOfForm,
  singularForms,
  thingOfAssistance,
  turnedName,
  wholeOfPart,
  withoutMeasure,
  withoutSetting,
} from './goods-name.ts';
import type { HsRange } from './hs.ts';

export type IndexedEntry = {
  readonly name: string;
  readonly classes: ReadonlySet<string>;
  readonly ranges: readonly HsRange[];
  /** The name says more than the vocabulary holds ("steel for casings"): what it is at least, and perhaps something else too. */
  readonly open?: boolean;
  /** Several things named together, such as "copper and zinc": each is looked at. */
  readonly parts?: readonly IndexedEntry[];
};

export type GoodsVocabulary = {
  readonly byName: ReadonlyMap<string, IndexedEntry>;
  /** The same by the name without its blanks: "gasoil" is "gas oil". */
  readonly bySolidName: ReadonlyMap<string, IndexedEntry>;
  readonly names: readonly string[];
  /** Words before a name that leave the thing what it is. */
  readonly qualifiers: ReadonlySet<string>;
  readonly habits: GoodsHabits;
  /** Names of things of which every kind is the thing: a fire truck is a truck. */
  readonly heads: ReadonlySet<string>;
  /** Words that make another thing of what follows: a toy truck is none. */
  readonly notKinds: ReadonlySet<string>;
};

export function findFolded(vocabulary: GoodsVocabulary, folded: string): IndexedEntry | undefined {
  let name = folded;
  for (;;) {
    const exact = findExact(vocabulary, name) ?? findExact(vocabulary, turnedName(name));
    if (exact) return exact;
    const joined =
      findJoined(vocabulary, name) ??
      findPart(vocabulary, name) ??
      findAssistance(vocabulary, name) ??
      findForm(vocabulary, name);
    if (joined) return joined;
    const plain = withoutMeasure(name);
    const shorter = plain === name ? (withoutQualifier(vocabulary, name) ?? settingOff(name)) : plain;
    if (!shorter) return undefined;
    name = shorter;
  }
}

function findExact(vocabulary: GoodsVocabulary, name = ''): IndexedEntry | undefined {
  for (const form of [name, ...singularForms(name)]) {
    const found = vocabulary.byName.get(form) ?? solid(vocabulary, form);
    if (found) return found;
  }
  return undefined;
}

/** A name written in one word or in two; too short a one may be another word. */
function solid({ bySolidName }: GoodsVocabulary, form: string): IndexedEntry | undefined {
  return form.length >= 6 ? bySolidName.get(form.replaceAll(' ', '')) : undefined;
}

/** The longest qualifier goes first: "north korean" before a word "north". */
function withoutQualifier({ qualifiers }: GoodsVocabulary, name: string): string | undefined {
  const words = name.split(' ');
  for (let count = Math.min(3, words.length - 1); count > 0; count--)
    if (qualifiers.has(words.slice(0, count).join(' '))) return words.slice(count).join(' ');
  return undefined;
}

/** A part of a thing whose parts are forbidden with it ("related materiel including spare parts"): "Scud missile parts". */
function findPart(vocabulary: GoodsVocabulary, name: string): IndexedEntry | undefined {
  const wholeName = wholeOfPart(name);
  const whole = wholeName === undefined ? undefined : findFolded(vocabulary, wholeName);
  if (!whole || !hasClass(vocabulary.habits.partsOf, whole.classes)) return undefined;
  return { name: `part of ${whole.name}`, classes: whole.classes, ranges: [] };
}

function settingOff(name: string): string | undefined {
  const bare = withoutSetting(name);
  return bare === name ? undefined : bare;
}

/** Help with a thing for which help is forbidden as the thing is (1718 OP8(c)): "missile guidance", "maintenance of tanks". */
function findAssistance(vocabulary: GoodsVocabulary, name: string): IndexedEntry | undefined {
  const thing = thingOfAssistance(name);
  const found = thing === undefined ? undefined : findFolded(vocabulary, thing);
  if (!found || !hasClass(vocabulary.habits.assistanceFor, found.classes)) return undefined;
  return { name: `help with ${found.name}`, classes: found.classes, ranges: [] };
}

/** A form of a thing that stays the thing: "lead pipes", "zirconium tubes", "wood products". */
function findForm(vocabulary: GoodsVocabulary, name: string): IndexedEntry | undefined {
  const material = materialOfForm(name);
  const found = material === undefined ? undefined : findFolded(vocabulary, material);
  if (!found || !hasClass(vocabulary.habits.formsOf, found.classes)) return undefined;
  return { name: `form of ${found.name}`, classes: found.classes, ranges: [] };
}

/** Two names for things of the same classes side by side, the kind and the thing: "Igla MANPADS", "T-72 tank". */
function findJoined({ byName }: GoodsVocabulary, name: string): IndexedEntry | undefined {
  const exact = (text: string) => [text, ...singularForms(text)].map((form) => byName.get(form)).find(Boolean);
  for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
    const kind = byName.get(name.slice(0, at));
    const thing = kind && exact(name.slice(at + 1));
    if (thing && (sameClasses(kind, thing) || settles(kind, thing))) return kind;
  }
  return undefined;
}

/** "Scud-B missiles": the kind says what the thing's own name leaves open, and goes against nothing that it says. */
function settles(kind: IndexedEntry, thing: IndexedEntry): boolean {
  const classes = [...thing.classes];
  const firm = classes.filter((name) => !name.startsWith('possibly-'));
  return firm.length > 0 && firm.length < classes.length && firm.every((name) => kind.classes.has(name));
}

function sameClasses(a: IndexedEntry, b: IndexedEntry): boolean {
  return a.classes.size === b.classes.size && [...a.classes].every((name) => b.classes.has(name));
}

/**
 * A kind of a thing that the vocabulary holds by its last words: "refrigerated trucks", "solar water pump". One word alone is
 * enough only where any kind of the thing is the thing, and no word before it may make another thing of it ("toy truck").
 */
export function findKind(vocabulary: GoodsVocabulary, folded: string): IndexedEntry | undefined {
  const { heads, notKinds } = vocabulary;
  const words = folded.split(' ');
  for (let at = 1; at < words.length; at++) {
    if (notKinds.has(words[at - 1] ?? '')) return undefined;
    const rest = words.slice(at).join(' ');
    if (at === words.length - 1 && ![rest, ...singularForms(rest)].some((form) => heads.has(form))) return undefined;
    const found = findExact(vocabulary, rest);
    if (!found) continue;
    const before = findFolded(vocabulary, words.slice(0, at).join(' '));
    return before && countsMore(vocabulary.habits, before, found) ? undefined : found;
  }
  return undefined;
}

/** Whether what a thing is made of or meant for may count more than the thing: crab meat, gold coins, a missile crane, but no crab boat. */
function countsMore(habits: GoodsHabits, before: IndexedEntry, thing: IndexedEntry): boolean {
  if (sameClasses(before, thing)) return false;
  if (hasClass(habits.assistanceFor, before.classes)) return true;
  return hasClass(habits.formsOf, before.classes) && !hasClass(habits.partsOf, thing.classes);
}

export function hasClass(wanted: readonly string[], classes: ReadonlySet<string>): boolean {
  for (const name of wanted) if (classes.has(name)) return true;
  return false;
}
