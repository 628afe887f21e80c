import type { Context } from 'hono';
import { schemaOf } from '../../app/screening/screening-service-facade.ts';
import { baseUrl, datasetsOf, EVERYTHING, type ScreeningApi } from '../screening-api.ts';

type Schema = NonNullable<ReturnType<typeof schemaOf>>;

/** What the service tells OpenRefine of itself. */
export function manifestOf(c: Context, api: ScreeningApi, dataset: string): object {
  const service_url = `${baseUrl(c)}/reconcile/${encodeURIComponent(dataset)}`;
  const { search } = new URL(c.req.url);
  const at = (path: string): object => ({ service_url, service_path: `${path}${search}` });
  return {
    versions: ['0.2'],
    name: `${dataset === EVERYTHING ? 'All lists' : dataset} (Standing Panel)`,
    identifierSpace: 'https://www.opensanctions.org/reference/#schema',
    schemaSpace: 'https://www.opensanctions.org/reference/#schema',
    view: { url: `${baseUrl(c)}/entities/{{id}}` },
    documentation: `${baseUrl(c)}/openapi.json`,
    // Small pieces let OpenRefine show how far it is.
    batchSize: 10,
    preview: { url: `${service_url}/preview/{{id}}`, width: 430, height: 300 },
    suggest: { entity: at('/suggest/entity'), type: at('/suggest/type'), property: at('/suggest/property') },
    extend: {
      propose_properties: at('/extend/property'),
      property_settings: EXTEND_SETTINGS,
      propose_settings: EXTEND_SETTINGS,
    },
    defaultTypes: servedSchemata(api, dataset).map(describeType),
  };
}

/** Settings of a column that is added: once under the name of the specification, once under that of yente. */
const EXTEND_SETTINGS = [
  {
    name: 'limit',
    label: 'Limit',
    type: 'number',
    default: 0,
    help_text: 'Most values of a row (0: all).',
  },
  {
    name: 'render',
    label: 'Values',
    type: 'select',
    default: 'caption',
    choices: [
      { value: 'caption', id: 'caption', name: 'in words' },
      { value: 'raw', id: 'raw', name: 'as codes' },
    ],
    help_text: 'Countries and the like in words ("Russia") or as codes ("ru").',
  },
];

/** Matchable schemas that the lists use, and those above them. */
export function servedSchemata({ service }: ScreeningApi, dataset: string): readonly Schema[] {
  const names = new Set<string>();
  for (const one of datasetsOf(service, dataset))
    for (const name of service.entities.schemata.get(one) ?? []) {
      const schema = schemaOf(name);
      if (schema?.matchable) for (const above of schema.schemata) names.add(above);
    }
  return [...names].sort().flatMap((name) => schemaOf(name) ?? []);
}

export function describeType(schema: Schema): object {
  return { id: schema.name, name: schema.plural, description: schema.description ?? schema.label };
}

export function describeEntity(entity: { id: string; caption: string; schema: string }): object {
  const schema = schemaOf(entity.schema);
  return {
    id: entity.id,
    name: entity.caption,
    description: schema?.label ?? entity.schema,
    type: schema === undefined ? [] : [describeType(schema)],
  };
}
