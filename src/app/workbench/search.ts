import type { Store } from '../../store/store.ts';
import { type MarkedHit, search } from '../commands/search.ts';
import type { SearchPage } from './contract/search.ts';
import { type PageQuery, storedPage } from './page.ts';

export type SearchRequest = PageQuery & {
  readonly q: string;
  readonly in?: string | undefined;
  readonly source?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly language?: string | undefined;
};

/** What holds all that is sought, the weightiest first. @throws AppError `bad-option` */
export async function searchPage(store: Pick<Store, 'search'>, request: SearchRequest): Promise<SearchPage> {
  const { cursor, limit, q, ...filters } = request;
  let facets: SearchPage['facets'] = { kind: [], source: [], language: [] };
  const page = await storedPage<MarkedHit>(
    async ({ place, limit: most }) => {
      const { facets: counted, ...found } = await search(
        store,
        { ...filters, question: q },
        { skip: place?.at ?? 0, limit: most },
      );
      facets = counted;
      return found;
    },
    ({ id }) => id,
    { cursor, limit },
    { q, ...filters },
  );
  return { ...page, facets };
}
