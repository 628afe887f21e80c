import type { ListPage } from '../../../store/lists.ts';
import type { Store } from '../../../store/store.ts';
import { AppError } from '../../errors.ts';
import type { ComparisonList, ReportComparison } from '../contract/incident.ts';
import { type PageQuery, storedPage } from '../held/page.ts';

/** What a reader can look through, and a browser draw. */
const MOST_FIGURES = 500;

/** A matter with more figures than can be looked through, cut down to those that are compared and some others. */
export function shownComparison(comparison: ReportComparison): ReportComparison {
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
  return { comparisons: items.map(shownComparison), ...page };
}

/** @throws AppError `no-such-comparison` */
export async function comparisonDetail(store: Pick<Store, 'comparison'>, id: string): Promise<ReportComparison> {
  const found = await store.comparison(id);
  if (found === undefined)
    throw new AppError('no-such-comparison', 'there is no such comparison; its figures may have changed since', {
      place: id.slice(0, 80),
    });
  return shownComparison(found as unknown as ReportComparison);
}
