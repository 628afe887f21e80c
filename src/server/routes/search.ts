import { z } from 'zod';
import { FACETS, schemaOf } from '../../app/screening/screening-service-facade.ts';
import { flag, HttpError, instant, integer, list, listOf, readQuery } from '../request.ts';
import { addEndpoint, filtersOf, type ScreeningApi } from '../screening-api.ts';
import { searchShape } from '../shapes.ts';

export const MOST_PAGE = 500;
export const DEFAULT_PAGE = 10;
/** Offset and limit together reach this far. */
const MOST_RESULTS = 9999;
export const MOST_OFFSET = MOST_RESULTS - MOST_PAGE;

const query = z.object({
  q: z.string().default('').meta({ description: 'Query text' }),
  schema: z.string().default('Thing').meta({ description: 'Types of entities that can match the search' }),
  include_dataset: list('Restrict the search to these datasets'),
  exclude_dataset: list('Remove these datasets from the search'),
  exclude_schema: list('Remove the given types of entities from results'),
  changed_since: instant('Search entities that were updated since the given date'),
  countries: list('Filter by country codes'),
  topics: list('Filter by entity topics'),
  datasets: list('Filter by dataset names'),
  filter: list('Filter by a field: `field:value`, such as `properties.birthDate:1985`'),
  limit: integer(DEFAULT_PAGE, MOST_PAGE, 'Number of results to return'),
  offset: integer(0, MOST_OFFSET, 'Start at the result with this offset'),
  sort: list('Sorting: `field:asc` or `field:desc`'),
  target: flag('Deprecated: include only targeted entities').optional(),
  fuzzy: flag('Find names that are alike too').default(false),
  simple: flag('Simple syntax; there is no other').default(false),
  facets: listOf(FACETS, ['countries', 'topics', 'datasets'], 'Facet counts to include'),
  filter_op: z.enum(['AND', 'OR']).default('OR').meta({ description: 'Several filters on one field' }),
});

export function addSearch(api: ScreeningApi): void {
  const { service } = api;
  addEndpoint(
    api,
    {
      method: 'get',
      path: '/search/{dataset}',
      summary: 'Simple entity search',
      tag: 'Matching',
      parameters: z.object({ dataset: z.string() }),
      query,
      answer: searchShape,
      also: { 400: 'Invalid query', 404: 'No such dataset', 422: 'Invalid parameters' },
    },
    (c) => {
      const asked = readQuery(c, query);
      const fields: [string, string][] = [
        ...asked.countries.map((value): [string, string] => ['countries', value]),
        ...asked.topics.map((value): [string, string] => ['topics', value]),
        ...asked.datasets.map((value): [string, string] => ['datasets', value]),
        ...asked.filter.map(splitFilter),
      ];
      if (asked.target !== undefined) fields.push(['target', String(asked.target)]);
      const filters = filtersOf(service, c.req.param('dataset') ?? '', asked, fields, asked.filter_op);
      if (schemaOf(asked.schema) === undefined) throw new HttpError(400, 'Invalid schema');
      const { limit, offset } = pageOf(asked);
      const found = service.search.search({
        text: asked.q,
        schema: asked.schema,
        filters,
        limit,
        offset,
        sort: asked.sort,
        fuzzy: asked.fuzzy,
        facets: asked.facets,
      });
      return c.json({ ...found, total: { value: found.total, relation: 'eq' }, limit, offset });
    },
  );
}

export function pageOf({ limit, offset }: { limit: number; offset: number }): { limit: number; offset: number } {
  const from = Math.max(0, offset);
  return { limit: Math.min(Math.max(0, limit), MOST_RESULTS - from), offset: from };
}

function splitFilter(text: string): [string, string] {
  const at = text.indexOf(':');
  if (at < 0) throw new HttpError(400, `Invalid filter: '${text}'`);
  return [text.slice(0, at), text.slice(at + 1)];
}
