import { invalid } from '../errors.ts';
import type { GoodsHabits } from '../files/goods-file.ts';
import { suggestWord } from '../files/nearest.ts';
import type { GoodsEntry, GoodsScope } from '../model/regime.ts';
import {
  findFolded,
  findKind,
  hasClass,
  type IndexedEntry,
  type GoodsVocabulary as Vocabulary,
} from './goods-lookup.ts';
import { foldName, isOneThing, PURPOSE_WORDS, ROUTE_WORDS } from './goods-name.ts';
import { type HsRange, hsOverlaps, hsRangeOf, hsWithin, readHs } from './hs.ts';

export type RegimeGoods = Vocabulary;

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

const NO_HABITS: GoodsHabits = { partsOf: [], assistanceFor: [], formsOf: [], heads: [], notKinds: [] };

export function indexGoods(
  entries: readonly GoodsEntry[],
  qualifiers: readonly string[] = [],
  habits: GoodsHabits = NO_HABITS,
): RegimeGoods {
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
    heads: new Set(habits.heads.map(foldName)),
    notKinds: new Set(habits.notKinds.map(foldName)),
  };
}

/** Longer than any name of goods; beyond it a text is no name, and looking into it would cost. */
const LONGEST_NAME = 200;

export function findGoods(vocabulary: RegimeGoods, name: string): IndexedEntry | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const whole = findName(vocabulary, name);
  if (whole) return whole;
  const together = findTogether(vocabulary, name);
  if (together) return together;
  // "textiles (apparel)", "gasoil / diesel": the first part that is known. In "dynamite, rice" there is more than that part.
  const parts = name.split(/[(),;/]/);
  if (parts.length > 1)
    for (const [at, part] of parts.entries()) {
      const found = part.trim() === '' ? undefined : findName(vocabulary, part);
      if (found) return at === 0 || !/[,;]/.test(name) ? found : { ...found, open: true };
    }
  const narrowed = name.toLowerCase().replace(/\s+/g, ' ');
  const head = narrowed.replace(PURPOSE_WORDS, '');
  const found = head === narrowed ? undefined : findName(vocabulary, head);
  return found && { ...found, open: true };
}

/** Between the things of a list: "copper and zinc", "coal, iron ore". What stands in brackets explains and adds nothing. */
const LIST_WORDS = /\s*(?:[,;/&+]|\b(?:and|or|as well as|plus)\b)\s*/;

/** Several names side by side. A list with a thing that the vocabulary does not hold is open: it is at least the others. */
function findTogether(vocabulary: RegimeGoods, name: string): IndexedEntry | undefined {
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

function findName(vocabulary: RegimeGoods, name: string): IndexedEntry | undefined {
  const folded = foldName(name);
  const bare = folded.replace(ROUTE_WORDS, '');
  return (
    findFolded(vocabulary, folded) ??
    findFolded(vocabulary, bare) ??
    (isOneThing(name, bare) ? findKind(vocabulary, bare) : undefined)
  );
}

/** A batch asks about few names many times; what was found, or not, is kept with the vocabulary. */
const foundNames = new WeakMap<RegimeGoods, Map<string, IndexedEntry | undefined>>();
const MOST_NAMES = 20_000;

function findNameAgain(vocabulary: RegimeGoods, name: string): IndexedEntry | undefined {
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
  vocabulary: RegimeGoods,
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
  /** How such goods were counted so far; it settles nothing. */
  readonly practice: readonly { readonly ranges: readonly HsRange[]; readonly text: string }[];
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
    practice: (scope.unsettled?.practice ?? []).map(({ hs, text }) => ({ ranges: hs.map(hsRangeOf), text })),
  };
}

/** How goods like these were counted so far. What was said of other goods of the paragraph says nothing of these. */
export function practiceOf(scope: CompiledScope, { entry, hsRange }: GoodsFacts): readonly string[] {
  const held = hsRange === null ? (entry?.ranges ?? []) : [hsRange];
  return scope.practice
    .filter(({ ranges }) => held.some((range) => overlapsAny(range, ranges)))
    .map(({ text }) => text);
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

/** Whether a scope holds everything that is named: an exception for one thing does not help another named with it. */
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

function liesIn(range: HsRange, ranges: readonly HsRange[]): boolean {
  for (const outer of ranges) if (hsWithin(range, outer)) return true;
  return false;
}

function overlapsAny(range: HsRange, ranges: readonly HsRange[]): boolean {
  for (const other of ranges) if (hsOverlaps(range, other)) return true;
  return false;
}
