import type { Identity } from '../identity/identity.ts';
import type { Positions } from '../positions/positions.ts';
import type { Thresholds } from '../thresholds.ts';
import { improbability, motionAt } from './continuation.ts';
import { type ChainLink, fewestChains } from './fewest-chains.ts';
import { type Fragment, isReachable } from './fragment.ts';

/** Fragments of one ship, in the order of time. */
export type Chain = { readonly fragments: readonly Fragment[] };

/** Fragments after one that are looked at for its continuation: a hostile file has as many as reports. */
const MOST_AHEAD = 200;
/** What the same name or number, or another, adds to the cost of a link: a factor of the likelihood, in logarithms. */
const SAME_IDENTITY = -5;
const OTHER_IDENTITY = 10;

/**
 * Joins fragments to ships, as few as can have sent them: more would be told as ships that sail under one number. Of all continuations that
 * a ship could sail, those with the least discrepancy are taken first; a name or IMO number in both speaks for or against.
 */
export function linkFragments(positions: Positions, fragments: readonly Fragment[], thresholds: Thresholds): Chain[] {
  const ordered = [...fragments].sort((a, b) => positions.time[a.rows[0]!]! - positions.time[b.rows[0]!]!);
  const names = ordered.map((fragment) => identitiesOf(positions, fragment));
  const links: ChainLink[] = [];
  for (const [at, fragment] of ordered.entries()) {
    const { rows } = fragment;
    const last = rows[rows.length - 1]!;
    let place = rows.length - 1;
    const motion = motionAt(positions, last, () => (place > 0 ? rows[--place]! : -1));
    for (let next = at + 1; next < Math.min(ordered.length, at + MOST_AHEAD); next++) {
      const first = ordered[next]!.rows[0]!;
      if (positions.time[first]! < positions.time[last]! || !isReachable(positions, last, first, thresholds)) continue;
      links.push({
        from: at,
        to: next,
        cost: improbability(positions, last, motion, first) + agreement(names[at]!, names[next]!),
      });
    }
  }
  links.sort((a, b) => a.cost - b.cost || a.from - b.from || a.to - b.to);
  const successor = fewestChains(ordered.length, links);
  const hasPredecessor = new Set(successor);
  return ordered.flatMap((_, at) => {
    if (hasPredecessor.has(at)) return [];
    const chain: Fragment[] = [];
    for (let next = at; next >= 0; next = successor[next]!) chain.push(ordered[next]!);
    return [{ fragments: chain }];
  });
}

function identitiesOf(positions: Positions, { rows }: Fragment): ReadonlySet<Identity> {
  const found = new Set<Identity>();
  if (positions.identity === null) return found;
  for (const row of rows) {
    const index = positions.identity[row]!;
    if (index > 0 && found.size < 8) found.add(positions.identities[index - 1]!);
  }
  return found;
}

function agreement(a: ReadonlySet<Identity>, b: ReadonlySet<Identity>): number {
  const same = hasCommon(a, b, (one) => one.imo) ?? hasCommon(a, b, (one) => one.name);
  return same === undefined ? 0 : same ? SAME_IDENTITY : OTHER_IDENTITY;
}

/** Undefined where one of them says nothing. */
function hasCommon(
  a: ReadonlySet<Identity>,
  b: ReadonlySet<Identity>,
  fieldOf: (identity: Identity) => string | null,
): boolean | undefined {
  const values = new Set([...a].map(fieldOf).filter((value) => value !== null));
  const others = [...b].map(fieldOf).filter((value) => value !== null);
  if (values.size === 0 || others.length === 0) return undefined;
  return others.some((value) => values.has(value));
}
