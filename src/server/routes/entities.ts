import { z } from 'zod';
import { propertyOf, schemaOf, withoutWayBack } from '../../app/screening/screening-service-facade.ts';
import { flag, HttpError, integer, list, readQuery } from '../request.ts';
import { addEndpoint, type ScreeningApi } from '../screening-api.ts';
import { adjacentResultsShape, adjacentShape, entityShape } from '../shapes.ts';
import { DEFAULT_PAGE, MOST_OFFSET, MOST_PAGE, pageOf } from './search.ts';

const parameters = z.object({ entity_id: z.string() });
const adjacentQuery = z.object({
  sort: list('Sorting: `field:asc` or `field:desc`'),
  limit: integer(DEFAULT_PAGE, MOST_PAGE, 'Number of results per property to return'),
  offset: integer(0, MOST_OFFSET, 'Start at the result with this offset'),
});
const entityQuery = z.object({ nested: flag('Include adjacent entities').default(true) });

export function addEntities(api: ScreeningApi): void {
  const { service } = api;
  const find = (id: string) => {
    const entity = service.entities.find(id);
    if (entity === undefined) throw new HttpError(404, 'No such entity!');
    return entity;
  };
  addEndpoint(
    api,
    {
      method: 'get',
      path: '/entities/{entity_id}',
      summary: 'An entity by its id',
      tag: 'Data access',
      parameters,
      query: entityQuery,
      answer: entityShape,
      also: { 404: 'Entity not found', 422: 'Invalid parameters' },
    },
    (c) => {
      const { nested } = readQuery(c, entityQuery);
      const entity = find(c.req.param('entity_id') ?? '');
      return c.json(nested ? service.entities.nested(entity) : entity);
    },
  );
  addEndpoint(
    api,
    {
      method: 'get',
      path: '/entities/{entity_id}/adjacent',
      summary: 'Entities adjacent to an entity, by property',
      tag: 'Data access',
      parameters,
      query: adjacentQuery,
      answer: adjacentShape,
      also: { 404: 'Entity not found', 422: 'Invalid parameters' },
    },
    (c) => {
      const page = pageOf(readQuery(c, adjacentQuery));
      const entity = find(c.req.param('entity_id') ?? '');
      const adjacent = Object.fromEntries(
        [...service.entities.adjacent(entity)].map(([name, others]) => [
          name,
          cut(
            others.map((other) => withoutWayBack(other, entity.id)),
            page,
          ),
        ]),
      );
      return c.json({ entity, adjacent });
    },
  );
  addEndpoint(
    api,
    {
      method: 'get',
      path: '/entities/{entity_id}/adjacent/{property_name}',
      summary: 'Entities adjacent to an entity by one property',
      tag: 'Data access',
      parameters: parameters.extend({ property_name: z.string() }),
      query: adjacentQuery,
      answer: adjacentResultsShape,
      also: { 404: 'Entity or property not found', 422: 'Invalid parameters' },
    },
    (c) => {
      const page = pageOf(readQuery(c, adjacentQuery));
      const entity = find(c.req.param('entity_id') ?? '');
      const name = c.req.param('property_name') ?? '';
      const schema = schemaOf(entity.schema);
      if (schema === undefined || propertyOf(schema, name)?.type.isEntity !== true)
        throw new HttpError(404, 'No such property!');
      const others = service.entities.adjacent(entity).get(name) ?? [];
      return c.json(
        cut(
          others.map((other) => withoutWayBack(other, entity.id)),
          page,
        ),
      );
    },
  );
}

function cut<Row>(rows: readonly Row[], { limit, offset }: { limit: number; offset: number }) {
  return { results: rows.slice(offset, offset + limit), total: { value: rows.length, relation: 'eq' }, limit, offset };
}
