import { memoized } from '../../../core/memoized.ts';
import type { ListPage } from '../../../store/lists.ts';
import type { Store } from '../../../store/store.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { AppError } from '../../errors.ts';
import { comparisonOf } from '../../projection/comparison-rows.ts';
import type { ComparisonList, ReportComparison } from '../contract/incident.ts';
import { type PageQuery, storedPage } from '../held/page.ts';

/** What a reader can look through, and a browser draw. */
const MOST_FIGURES = 500;

/** A matter with more figures than can be looked through, cut down to those that are compared and some others. */
function shown(comparison: ReportComparison): ReportComparison {
  const { rows, relations } = comparison;
  if (rows.length <= MOST_FIGURES) return comparison;
  const compared = new Set(relations.flatMap(({ a, b }) => [a, b]));
  const others = rows.filter(({ id }) => !compared.has(id)).slice(0, Math.max(0, MOST_FIGURES - compared.size));
  const kept = new Set([...compared, ...others.map(({ id }) => id)]);
  return { ...comparison, rows: rows.filter(({ id }) => kept.has(id)) };
}

/** Figures that are laid side by side, a page at a time: an archive has thousands of such matters. */
export async function comparisonList({ lists }: Pick<Store, 'lists'>, asked: PageQuery): Promise<ComparisonList> {
  const { items, ...page } = await storedPage(
    async (request) => (await lists.comparisons(request)) as unknown as ListPage<ReportComparison>,
    ({ id }) => id,
    asked,
    {},
  );
  return { comparisons: items.map(shown), ...page };
}

/** @throws AppError `no-such-comparison` */
export async function comparisonDetail(store: Pick<Store, 'comparison'>, id: string): Promise<ReportComparison> {
  const found = await store.comparison(id);
  if (found === undefined)
    throw new AppError('no-such-comparison', 'there is no such comparison; its figures may have changed since', {
      place: id.slice(0, 80),
    });
  return shown(found as unknown as ReportComparison);
}

const topicsOf = memoized(({ derived }: Snapshot): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, Set<number>>();
  for (const [place, { figures }] of derived.topics.entries())
    for (const { claim } of figures) {
      const known = places.get(claim.id);
      if (known === undefined) places.set(claim.id, new Set([place]));
      else known.add(place);
    }
  return new Map([...places].map(([claim, own]) => [claim, [...own]]));
});

/** The comparisons in which a figure of one of these claims stands. */
export function comparisonsAmong(snapshot: Snapshot, claims: ReadonlySet<string>): readonly ReportComparison[] {
  const { derived } = snapshot;
  const places = topicsOf(snapshot);
  const found = new Set([...claims].flatMap((claim) => places.get(claim) ?? []));
  return [...found]
    .sort((a, b) => a - b)
    .flatMap((place) => derived.topics[place] ?? [])
    .map((topic) => shown(comparisonOf(topic, derived)));
}
