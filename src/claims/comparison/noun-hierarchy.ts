import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { ClaimsError } from '../model/claims-error.ts';

/** How two counted nouns stand to each other; `nested`: one is a kind or a part of the other. */
export type NounRelation = 'equal' | 'nested' | 'apart';

const schema = z.strictObject({
  same: z.array(z.array(z.string().min(1)).min(2)),
  kinds: z.record(z.string(), z.array(z.string().min(1)).min(1)),
});

type Hierarchy = {
  /** Other names by the name used. */
  readonly names: ReadonlyMap<string, string>;
  /** What each noun is a kind of, directly. */
  readonly wider: ReadonlyMap<string, readonly string[]>;
};

let hierarchy: Hierarchy | undefined;

function loaded(): Hierarchy {
  hierarchy ??= load();
  return hierarchy;
}

function load(): Hierarchy {
  const file = 'claims/comparison/nouns.yaml';
  const parsed = schema.safeParse(resourceYaml(file));
  if (!parsed.success) throw new ClaimsError('invalid-vocabulary', z.prettifyError(parsed.error), { place: file });
  const names = new Map<string, string>();
  for (const [first = '', ...others] of parsed.data.same)
    for (const other of others) names.set(fold(other), fold(first));
  const named = (noun: string): string => names.get(fold(noun)) ?? fold(noun);
  const wider = new Map<string, string[]>();
  for (const [kind, narrower] of Object.entries(parsed.data.kinds))
    for (const noun of narrower) wider.set(named(noun), [...(wider.get(named(noun)) ?? []), named(kind)]);
  return { names, wider };
}

function fold(noun: string): string {
  return noun.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** The noun under the name by which things of this field are counted: an oil product is refined petroleum. */
export function nounName(noun: string): string {
  return loaded().names.get(fold(noun)) ?? fold(noun);
}

const widerOf = new Map<string, ReadonlySet<string>>();
/** Nouns of figures come again and again; more than these are not kept. */
const MOST_KEPT = 50_000;

/** A noun with all that it is a kind of: by the file, by its head ("North Korean missile" is a missile), by what it is full of. */
export function widerNouns(noun: string): ReadonlySet<string> {
  const name = nounName(noun);
  const known = widerOf.get(name);
  if (known !== undefined) return known;
  const { wider } = loaded();
  const found = new Set([name]);
  for (const one of found) {
    for (const kind of wider.get(one) ?? []) found.add(kind);
    for (const head of headsOf(one)) found.add(nounName(head));
  }
  if (widerOf.size >= MOST_KEPT) widerOf.clear();
  widerOf.set(name, found);
  return found;
}

/** "152 mm artillery shell": artillery shell, shell. "container of munitions": container. What was done to persons is no head. */
function headsOf(noun: string): readonly string[] {
  if (/^(?:person|vote) /.test(noun)) return [];
  const [thing = '', ...rest] = noun.split(/ (?:of|with|from|for|in) /);
  const words = thing.split(' ');
  return [...(rest.length > 0 ? [thing] : []), ...words.slice(1).map((_, at) => words.slice(at + 1).join(' '))];
}

/** Each of the things that a noun names side by side: "nurse and patient". */
function conjunctsOf(noun: string): readonly string[] {
  const parts = fold(noun).split(/\s*(?:,|;|\band\b|\bor\b|\bas well as\b)\s*/);
  return parts.filter((part) => part !== '');
}

/** What two nouns have in common, if they are not apart: each thing that one names side by side, with all that it is a kind of. */
export function nounKeys(noun: string): ReadonlySet<string> {
  return new Set(conjunctsOf(noun).flatMap((one) => [...widerNouns(one)]));
}

/** How two counted nouns stand to each other. Symmetric. */
export function relateNouns(a: string, b: string): NounRelation {
  const [left, right] = [conjunctsOf(a), conjunctsOf(b)];
  if (left.length === 1 && right.length === 1) return relateSingle(a, b);
  const within = (some: readonly string[], all: readonly string[]): boolean =>
    some.every((one) => all.some((other) => isKindOf(one, other)));
  const [inner, outer] = [within(left, right), within(right, left)];
  if (inner && outer && left.length === right.length && left.every((one) => right.some((other) => isEqual(one, other))))
    return 'equal';
  return inner || outer ? 'nested' : 'apart';
}

function relateSingle(a: string, b: string): NounRelation {
  if (isEqual(a, b)) return 'equal';
  return isKindOf(a, b) || isKindOf(b, a) ? 'nested' : 'apart';
}

function isEqual(a: string, b: string): boolean {
  return nounName(a) === nounName(b);
}

function isKindOf(noun: string, wider: string): boolean {
  return widerNouns(noun).has(nounName(wider));
}
