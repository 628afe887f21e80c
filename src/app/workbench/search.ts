import type { Store } from '../../store/store.ts';
import { type MarkedHit, search } from '../commands/search.ts';
import type { SearchPage } from './contract/search.ts';
import { type PageQuery, storedPage } from './held/page.ts';
import type { ScreeningDesk } from './held/screening-desk.ts';

export type SearchRequest = PageQuery & {
  readonly q: string;
  readonly in?: string | undefined;
  readonly source?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly language?: string | undefined;
};

/** What holds all that is sought, the weightiest first. @throws AppError `bad-option` */
export async function searchPage(
  store: Pick<Store, 'search' | 'names'>,
  desk: ScreeningDesk,
  request: SearchRequest,
): Promise<SearchPage> {
  const { cursor, limit, q, ...filters } = request;
  let beside: Pick<SearchPage, 'facets' | 'spellings'> = {
    facets: { kind: [], source: [], language: [] },
    spellings: [],
  };
  const lists = async () => (await desk.service())?.entities.index ?? null;
  const page = await storedPage<MarkedHit>(
    async ({ place, limit: most }) => {
      const { facets, spellings, ...found } = await search(
        { store, lists },
        { ...filters, question: q },
        { skip: place?.at ?? 0, limit: most },
      );
      beside = { facets, spellings };
      return found;
    },
    ({ id }) => id,
    { cursor, limit },
    { q, ...filters },
  );
  return { ...page, ...beside };
}
