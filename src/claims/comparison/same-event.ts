import { digestOf } from '../../core/digest.ts';
import { memoized, shared } from '../../core/memoized.ts';
import type { Claim, ClaimTime, Role } from '../model/claim.ts';
import { basisOfPart } from '../model/part-basis.ts';
import { countryOfName } from '../names/mention.ts';
import { isName } from './figure-facts.ts';

/**
 * By what a claim can be found whose event another claim of its predicate may tell too: `shareEnough` asks for a name in
 * common, and another name or place beside it, so two such claims meet in a pair of them. A name that the first one writes
 * in two ways ("Russia", "Moscow") is two names in common already, and stands alone.
 */
export type Traits = { readonly laid: readonly string[]; readonly sought: readonly string[] };

export function traitsOf(claim: Claim): Traits {
  const { agents, others } = namesOf(claim);
  const times = new Map<string, number>();
  for (const { key } of agents) times.set(`agent ${key}`, (times.get(`agent ${key}`) ?? 0) + 1);
  for (const { key } of others) times.set(`other ${key}`, (times.get(`other ${key}`) ?? 0) + 1);
  const names = [...times.keys()];
  const beside = [...names, ...new Set(claim.where.map((place) => `place ${place}`))];
  const pairs = names.flatMap((name) => beside.filter((other) => other !== name).map((other) => `${name}\n${other}`));
  const written = names.filter((name) => (times.get(name) ?? 0) > 1);
  return { laid: [...pairs, ...written], sought: [...pairs, ...names] };
}

/** Whether two claims of one predicate name enough in common, and nothing that parts them. Asked of millions of pairs. */
export function shareEnough(a: Claim, b: Claim): boolean {
  if (exclude(a.when, b.when)) return false;
  const [left, right] = [namesOf(a), namesOf(b)];
  const names = countCommon(left.agents, right.agents) + countCommon(left.others, right.others);
  if (names === 0 || (names === 1 && !a.where.some((place) => b.where.includes(place)))) return false;
  return !conflict(left.from, right.from) && !conflict(left.to, right.to);
}

/** All of a claim that `shareEnough` and `describeShared` look at: two claims of one signature answer alike. */
export function signatureOf(claim: Claim): string {
  const { agents, others, from, to } = namesOf(claim);
  return digestOf([agents, others, from, to, claim.when.from, claim.when.to, claim.where]);
}

/** What two such claims have in common, in words. */
export function describeShared(a: Claim, b: Claim): string {
  const [left, right] = [namesOf(a), namesOf(b)];
  const agents = common(left.agents, right.agents);
  const others = common(left.others, right.others);
  const places = a.where.filter((place) => b.where.includes(place));
  return [
    ...(agents.length > 0 ? [`both name ${agents.join(', ')} as the one who did it`] : []),
    ...(others.length > 0 ? [`both name ${others.join(', ')}`] : []),
    ...(places.length > 0 ? [`both place it in ${places.join(', ')}`] : []),
  ].join(', ');
}

/** Both give a time, and no day lies in both. */
export function exclude(a: ClaimTime, b: ClaimTime): boolean {
  if ((a.from === null && a.to === null) || (b.from === null && b.to === null)) return false;
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return from !== null && to !== null && from > to;
}

type Named = { readonly name: string; readonly key: string };

/** The names of a claim that say who did it, and to or with whom, each once, with what they stand for. */
export const namesOf = memoized((claim: Claim) => {
  const { roles } = claim;
  const read = (role: Role): readonly string[] => (basisOfPart(claim, role) === 'open' ? [] : (roles[role] ?? []));
  // "The vessels" of two stories are not one name: only what is written as a name, or stands for a State, is had in common.
  const named = (names: readonly string[]): readonly Named[] =>
    [...new Set(names)]
      .filter((name) => countryOfName(name) !== undefined || isName(name))
      .map((name) => ({ name, key: keyOf(name) }));
  const names = {
    agents: named(read('agent')),
    others: named([...read('object'), ...read('recipient'), ...read('destination'), ...read('vessel')]),
    from: statesAmong(read('agent')),
    to: statesAmong([...read('recipient'), ...read('destination')]),
  };
  return oneOf(JSON.stringify(names), () => names);
});

export type ClaimNames = Readonly<Record<'agents' | 'others', readonly Named[]>> &
  Readonly<Record<'from' | 'to', readonly string[]>>;

const oneOf = shared<ClaimNames>();

function keyOf(name: string): string {
  return countryOfName(name) ?? name.toLowerCase();
}

function statesAmong(names: readonly string[] = []): readonly string[] {
  return names.map(countryOfName).filter((code) => code !== undefined);
}

function common(a: readonly Named[], b: readonly Named[]): readonly string[] {
  return a.filter(({ key }) => b.some((one) => one.key === key)).map(({ name }) => name);
}

function countCommon(a: readonly Named[], b: readonly Named[]): number {
  let count = 0;
  for (const { key } of a) if (b.some((one) => one.key === key)) count++;
  return count;
}

/** Both name States and none in common. */
function conflict(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && right.length > 0 && !left.some((code) => right.includes(code));
}
