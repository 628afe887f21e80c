import { RegimeError } from './errors.ts';
import { type HsRange, hsOverlaps, hsRangeOf, hsWithin, normaliseHs } from './hs.ts';
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
};

export type GoodsVocabulary = { readonly byName: ReadonlyMap<string, IndexedEntry>; readonly names: readonly string[] };

export function indexGoods(entries: readonly GoodsEntry[]): GoodsVocabulary {
  const byName = new Map<string, IndexedEntry>();
  for (const entry of entries) {
    const indexed = { name: entry.name, classes: new Set(entry.classes), ranges: entry.hs.map(hsRangeOf) };
    for (const name of [entry.id, entry.name, ...entry.synonyms]) {
      const key = foldName(name);
      if (!byName.has(key)) byName.set(key, indexed);
    }
  }
  return { byName, names: [...byName.keys()] };
}

/** Names are compared without case, hyphens, articles and the plural: "Artillery Shells" is "artillery shell". */
function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/^(the|a|an) /, '')
    .trim();
}

function singularForms(name: string): string[] {
  const forms = [];
  if (name.endsWith('ies')) forms.push(`${name.slice(0, -3)}y`);
  if (name.endsWith('es')) forms.push(name.slice(0, -2));
  if (name.endsWith('s')) forms.push(name.slice(0, -1));
  return forms;
}

/** Words before a name that do not change what the thing is: "used cargo ship", "155mm artillery shell". */
const STATE_WORDS = /^((new|used|second hand|secondhand) |\d+([.,]\d+)? ?(mm|millimetre|millimeter|cm|tonne|ton)s? )/;

export function findGoods(vocabulary: GoodsVocabulary, name: string): IndexedEntry | undefined {
  const whole = findName(vocabulary, name);
  if (whole) return whole;
  // "textiles (apparel)", "gasoil / diesel": the first part that is known.
  const parts = name.split(/[(),;/]/);
  if (parts.length === 1) return undefined;
  for (const part of parts) {
    const found = part.trim() === '' ? undefined : findName(vocabulary, part);
    if (found) return found;
  }
  return undefined;
}

function findName(vocabulary: GoodsVocabulary, name: string): IndexedEntry | undefined {
  const folded = foldName(name);
  const plain = folded.replace(STATE_WORDS, '');
  for (const form of [folded, ...singularForms(folded), plain, ...singularForms(plain)]) {
    const found = vocabulary.byName.get(form);
    if (found) return found;
  }
  return undefined;
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
  const hs = code === null ? null : normaliseHs(code);
  if (hs === undefined)
    throw new RegimeError(
      'activity-invalid',
      `goods.hs "${code?.slice(0, 20)}" is no code of the Harmonized System; write 2, 4 or 6 digits, such as "2710"`,
    );
  const entry = name === null ? undefined : findGoods(vocabulary, name);
  const unknown = name !== null && entry === undefined;
  return {
    none: false,
    hs,
    hsRange: hs === null ? null : hsRangeOf(hs),
    entry: entry ?? null,
    unknownName: unknown ? name : null,
    // Looking for the nearest name costs, and is only of use where the name decides.
    nearest: unknown && hs === null ? suggestWord(name, vocabulary.names) : '',
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
  return 'no';
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
