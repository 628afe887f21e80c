import { invalid } from './errors.ts';
import type { GoodsHabits } from './goods-file.ts';
import {
  foldName,
  materialOfForm,
  PURPOSE_WORDS,
  ROUTE_WORDS,
  singularForms,
  thingOfAssistance,
  wholeOfPart,
  withoutMeasure,
  withoutSetting,
} from './goods-name.ts';
import { type HsRange, hsOverlaps, hsRangeOf, hsWithin, readHs } from './hs.ts';
import { suggestWord } from './nearest.ts';
import type { GoodsEntry, GoodsScope } from './regime.ts';

/** What an activity is about: codes as ranges and the classes of the vocabulary. */
export type GoodsFacts = {
  /** Nothing was said about the goods. */
  readonly none: boolean;
  readonly hs: string | null;
  readonly hsRange: HsRange | null;
  readonly entry: IndexedEntry | null;
  /** A name that the vocabulary does not hold. */
  readonly unknownName: string | null;
  readonly nearest: string;
};

type IndexedEntry = {
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
};

const NO_HABITS: GoodsHabits = { partsOf: [], assistanceFor: [], formsOf: [] };

export function indexGoods(
  entries: readonly GoodsEntry[],
  qualifiers: readonly string[] = [],
  habits: GoodsHabits = NO_HABITS,
): GoodsVocabulary {
  const byName = new Map<string, IndexedEntry>();
  for (const entry of entries) {
    const indexed = { name: entry.name, classes: new Set(entry.classes), ranges: entry.hs.map(hsRangeOf) };
    for (const name of [entry.id, entry.name, ...entry.synonyms]) {
      const key = foldName(name);
      if (!byName.has(key)) byName.set(key, indexed);
    }
  }
  const bySolidName = new Map<string, IndexedEntry>();
  for (const [name, entry] of byName) bySolidName.set(name.replaceAll(' ', ''), entry);
  return {
    byName,
    bySolidName,
    names: [...byName.keys()],
    qualifiers: new Set(qualifiers.map(foldName)),
    habits,
  };
}

/** Longer than any name of goods; beyond it a text is no name, and looking into it would cost. */
const LONGEST_NAME = 200;

export function findGoods(vocabulary: GoodsVocabulary, name: string): IndexedEntry | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const whole = findName(vocabulary, name);
  if (whole) return whole;
  const together = findTogether(vocabulary, name);
  if (together) return together;
  // "textiles (apparel)", "gasoil / diesel": the first part that is known.
  const parts = name.split(/[(),;/]/);
  if (parts.length > 1)
    for (const part of parts) {
      const found = part.trim() === '' ? undefined : findName(vocabulary, part);
      if (found) return found;
    }
  const narrowed = name.toLowerCase().replace(/\s+/g, ' ');
  const head = narrowed.replace(PURPOSE_WORDS, '');
  const found = head === narrowed ? undefined : findName(vocabulary, head);
  return found && { ...found, open: true };
}

/** Between the things of a list: "copper and zinc", "coal, iron ore". What stands in brackets explains and adds nothing. */
const LIST_WORDS = /\s*(?:[,;/&+]|\b(?:and|or|as well as|plus)\b)\s*/;

/** Several names side by side. A list with a thing that the vocabulary does not hold is open: it is at least the others. */
function findTogether(vocabulary: GoodsVocabulary, name: string): IndexedEntry | undefined {
  const texts = name
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .split(LIST_WORDS)
    .filter((text) => text.trim() !== '');
  if (texts.length < 2) return undefined;
  const found = texts.map((text) => findName(vocabulary, text));
  const known = found.filter((entry) => entry !== undefined);
  const [first, ...others] = known;
  if (first === undefined || (known.length < texts.length && !/ (and|&|\+|plus) /i.test(name))) return undefined;
  const open = known.length < texts.length;
  if (others.every((other) => other === first)) return open ? { ...first, open } : first;
  const parts = [...new Set(known)];
  return {
    name: parts.map((part) => part.name).join(' + '),
    classes: new Set(parts.flatMap((part) => [...part.classes])),
    ranges: parts.flatMap((part) => part.ranges),
    parts,
    ...(open ? { open } : {}),
  };
}

function findName(vocabulary: GoodsVocabulary, name: string): IndexedEntry | undefined {
  const folded = foldName(name);
  return findFolded(vocabulary, folded) ?? findFolded(vocabulary, folded.replace(ROUTE_WORDS, ''));
}

function findFolded(vocabulary: GoodsVocabulary, folded: string): IndexedEntry | undefined {
  let name = folded;
  for (;;) {
    for (const form of [name, ...singularForms(name)]) {
      const found = vocabulary.byName.get(form) ?? solid(vocabulary, form);
      if (found) return found;
    }
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
    if (thing && sameClasses(kind, thing)) return kind;
  }
  return undefined;
}

function sameClasses(a: IndexedEntry, b: IndexedEntry): boolean {
  return a.classes.size === b.classes.size && [...a.classes].every((name) => b.classes.has(name));
}

/** A batch asks about few names many times; what was found, or not, is kept with the vocabulary. */
const foundNames = new WeakMap<GoodsVocabulary, Map<string, IndexedEntry | undefined>>();
const MOST_NAMES = 20_000;

function findNameAgain(vocabulary: GoodsVocabulary, name: string): IndexedEntry | undefined {
  let names = foundNames.get(vocabulary);
  if (!names || names.size >= MOST_NAMES) {
    names = new Map();
    foundNames.set(vocabulary, names);
  }
  if (name.length > LONGEST_NAME) return undefined;
  if (names.has(name)) return names.get(name);
  const found = findGoods(vocabulary, name);
  names.set(name, found);
  return found;
}

const NO_GOODS: GoodsFacts = { none: true, hs: null, hsRange: null, entry: null, unknownName: null, nearest: '' };

/** @throws RegimeError `activity-invalid` for a code that is none */
export function resolveGoods(
  vocabulary: GoodsVocabulary,
  goods: { readonly hs?: string | null; readonly name?: string | null } | null | undefined,
): GoodsFacts {
  const code = goods?.hs?.trim() || null;
  const name = goods?.name?.trim() || null;
  if (code === null && name === null) return NO_GOODS;
  const reading = code === null ? null : readHs(code);
  if (reading && 'fault' in reading) throw invalid(reading.fault);
  const hs = reading?.digits ?? null;
  const entry = name === null ? undefined : findNameAgain(vocabulary, name);
  const unknown = name !== null && (entry === undefined || (entry.open === true && hs === null));
  return {
    none: false,
    hs,
    hsRange: hs === null ? null : hsRangeOf(hs),
    entry: entry ?? null,
    unknownName: unknown ? name : null,
    // Looking for the nearest name costs, and is only of use where the name decides.
    nearest: !unknown || hs !== null ? '' : entry ? `, beyond "${entry.name}"` : suggestWord(name, vocabulary.names),
  };
}

export type CompiledScope = {
  readonly all: boolean;
  readonly classes: readonly string[];
  readonly ranges: readonly HsRange[];
  readonly exceptClasses: readonly string[];
  readonly exceptRanges: readonly HsRange[];
  readonly unsettledClasses: readonly string[];
  readonly unsettledRanges: readonly HsRange[];
  readonly unsettledMissing: string;
};

export function compileScope(scope: GoodsScope): CompiledScope {
  return {
    all: scope.all === true,
    classes: scope.classes,
    ranges: scope.hs.map(hsRangeOf),
    exceptClasses: scope.except?.classes ?? [],
    exceptRanges: (scope.except?.hs ?? []).map(hsRangeOf),
    unsettledClasses: scope.unsettled?.classes ?? [],
    unsettledRanges: (scope.unsettled?.hs ?? []).map(hsRangeOf),
    unsettledMissing: scope.unsettled?.missing ?? '',
  };
}

/**
 * Whether a paragraph covers the goods. `partly`: the code given is wider than what the paragraph names, so that a longer
 * code is needed; `unsettled`: the paragraph's own words leave it open; `unnamed`: nothing usable was said about the goods.
 */
export type ScopeMatch = 'yes' | 'no' | 'partly' | 'unsettled' | 'unnamed';

export function matchScope(scope: CompiledScope, goods: GoodsFacts): ScopeMatch {
  const { parts } = goods.entry ?? {};
  if (parts === undefined || goods.hsRange !== null) return matchOne(scope, goods);
  const matches = parts.map((entry) => matchOne(scope, { ...goods, entry }));
  const found = BY_WEIGHT.find((match) => matches.includes(match)) ?? 'no';
  return found === 'no' && goods.entry?.open ? 'unnamed' : found;
}

const BY_WEIGHT: readonly ScopeMatch[] = ['yes', 'unsettled', 'partly', 'unnamed'];

/** Whether a scope holds everything that is named: an exception for one thing does not help the other beside it. */
export function matchWhole(scope: CompiledScope, goods: GoodsFacts): boolean {
  const { parts } = goods.entry ?? {};
  if (parts === undefined || goods.hsRange !== null) return matchOne(scope, goods) === 'yes';
  return !goods.entry?.open && parts.every((entry) => matchOne(scope, { ...goods, entry }) === 'yes');
}

function matchOne(scope: CompiledScope, goods: GoodsFacts): ScopeMatch {
  const { entry, hsRange } = goods;
  const excepts = scope.exceptClasses.length > 0 || scope.exceptRanges.length > 0;
  if (scope.all && !excepts) return 'yes';
  if (entry === null && hsRange === null) return 'unnamed';
  if (entry && hasClass(scope.exceptClasses, entry.classes)) return 'no';
  if (scope.exceptRanges.length > 0) {
    if (hsRange && liesIn(hsRange, scope.exceptRanges)) return 'no';
    if (
      !hsRange &&
      entry &&
      entry.ranges.length > 0 &&
      entry.ranges.every((range) => liesIn(range, scope.exceptRanges))
    )
      return 'no';
  }
  if (scope.all) return 'yes';
  if (entry && hasClass(scope.classes, entry.classes)) return 'yes';
  if (hsRange ? liesIn(hsRange, scope.ranges) : entry?.ranges.some((range) => liesIn(range, scope.ranges)))
    return 'yes';
  if (entry && hasClass(scope.unsettledClasses, entry.classes)) return 'unsettled';
  if (hsRange && liesIn(hsRange, scope.unsettledRanges)) return 'unsettled';
  // A name of the vocabulary says more than a short code; without one, a chapter may hold the heading that is named.
  if (hsRange && entry === null && overlapsAny(hsRange, scope.ranges)) return 'partly';
  return entry?.open && hsRange === null ? 'unnamed' : 'no';
}

function hasClass(wanted: readonly string[], classes: ReadonlySet<string>): boolean {
  for (const name of wanted) if (classes.has(name)) return true;
  return false;
}

function liesIn(range: HsRange, ranges: readonly HsRange[]): boolean {
  for (const outer of ranges) if (hsWithin(range, outer)) return true;
  return false;
}

function overlapsAny(range: HsRange, ranges: readonly HsRange[]): boolean {
  for (const other of ranges) if (hsOverlaps(range, other)) return true;
  return false;
}
