import type { ListPage } from '../../../store/lists.ts';
import type { Store } from '../../../store/store.ts';
import { AppError } from '../../errors.ts';
import type { ComparisonList, ComparisonSummary, ReportComparison } from '../contract/incident.ts';
import { type PageQuery, storedPage } from '../held/page.ts';

/** Figures that are laid side by side, a page at a time and a few of each matter: an archive has thousands of them. */
export async function comparisonList({ lists }: Pick<Store, 'lists'>, asked: PageQuery): Promise<ComparisonList> {
  const { items: comparisons, ...page } = await storedPage(
    async (request) => (await lists.comparisons(request)) as unknown as ListPage<ComparisonSummary>,
    ({ id }) => id,
    asked,
    {},
  );
  return { comparisons, ...page };
}

/** @throws AppError `no-such-comparison` */
export async function comparisonDetail(store: Pick<Store, 'comparison'>, id: string): Promise<ReportComparison> {
  const found = await store.comparison(id);
  if (found === undefined)
    throw new AppError('no-such-comparison', 'there is no such comparison; its figures may have changed since', {
      place: id.slice(0, 80),
    });
  return found as unknown as ReportComparison;
}
