import { z } from 'zod';
import { model, propertiesOf, propertyOf, schemaOf } from '../../app/screening/screening-service-facade.ts';
import { HttpError, integer, readQuery } from '../request.ts';
import { addEndpoint, datasetsOf, type ScreeningApi } from '../screening-api.ts';
import { reconcileShape } from '../shapes.ts';
import { describeEntity, describeType, servedSchemata } from './reconcile-manifest.ts';
import { nameOf, parameters, tag } from './reconcile-request.ts';
import { MOST_PAGE } from './search.ts';

const SUGGESTIONS = 5;

type Property = ReturnType<typeof propertiesOf>[number];

/** What OpenRefine proposes while its user types: entities, types, properties and columns. */
export function addSuggestions(api: ScreeningApi): void {
  const { service } = api;
  const status = { code: '/api/status/ok', status: '200 OK' };
  const prefixQuery = z.object({ prefix: z.string().default('').meta({ description: 'Search prefix' }) });
  const entityQuery = prefixQuery.extend({ limit: integer(10, MOST_PAGE, 'Number of suggestions to return') });
  const endpoint = {
    method: 'get',
    tag,
    parameters,
    answer: reconcileShape,
    also: { 404: 'No such dataset' },
  } as const;
  addEndpoint(
    api,
    { ...endpoint, path: '/reconcile/{dataset}/suggest/entity', summary: 'Suggest entities', query: entityQuery },
    (c) => {
      const { prefix, limit } = readQuery(c, entityQuery);
      const found = service.search.suggest(prefix, datasetsOf(service, nameOf(c)), Math.max(0, limit));
      return c.json({ ...status, prefix, result: found.map(describeEntity) });
    },
  );
  addEndpoint(
    api,
    { ...endpoint, path: '/reconcile/{dataset}/suggest/property', summary: 'Suggest properties', query: prefixQuery },
    (c) => {
      const { prefix } = readQuery(c, prefixQuery);
      const schemata = servedSchemata(api, nameOf(c));
      const own = (property: Property): boolean => schemata.some(({ name }) => name === property.schema.name);
      const found = model
        .getProperties()
        .filter((property) => own(property) && !property.hidden && !property.type.isEntity)
        .filter(({ name, label }) => beginsSo(prefix, name, label));
      const result = found.slice(0, SUGGESTIONS).map(({ qname, label, description }) => ({
        id: qname,
        name: label,
        description,
      }));
      return c.json({ ...status, prefix, result });
    },
  );
  addEndpoint(
    api,
    { ...endpoint, path: '/reconcile/{dataset}/suggest/type', summary: 'Suggest types', query: prefixQuery },
    (c) => {
      const { prefix } = readQuery(c, prefixQuery);
      const found = servedSchemata(api, nameOf(c)).filter(({ name, label }) => beginsSo(prefix, name, label));
      return c.json({ ...status, prefix, result: found.slice(0, SUGGESTIONS).map(describeType) });
    },
  );
  const extendQuery = z.object({
    type: z.string().default('Thing').meta({ description: 'Type to propose properties for' }),
    limit: integer(0, MOST_PAGE, 'Number of suggestions to return (0: all)'),
  });
  addEndpoint(
    api,
    { ...endpoint, path: '/reconcile/{dataset}/extend/property', summary: 'Propose properties', query: extendQuery },
    (c) => {
      const { type, limit } = readQuery(c, extendQuery);
      const schema = schemaOf(type);
      if (schema === undefined) throw new HttpError(400, `Invalid type: ${type}`);
      const featured = schema.featured.map((name) => propertyOf(schema, name)).filter((one) => one !== undefined);
      const others = propertiesOf(schema).filter(
        ({ name, hidden, type: kind }) => !hidden && !kind.isEntity && !schema.featured.includes(name),
      );
      const all = [...featured, ...others].map(({ name, label }) => ({ id: name, name: label }));
      const kept = limit > 0 ? all.slice(0, limit) : all;
      const properties = kept.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      return c.json({ limit, type: schema.name, properties });
    },
  );
}

function beginsSo(prefix: string, ...labels: readonly string[]): boolean {
  const wanted = prefix.toLowerCase().trim();
  return wanted !== '' && labels.some((label) => label.toLowerCase().startsWith(wanted));
}
