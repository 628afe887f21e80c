import { z } from '@hono/zod-openapi';

/** Shapes of answers, for the OpenAPI document. They are those of the yente API, version 5.5. */

export const errorShape = z.object({ detail: z.unknown() }).openapi('ErrorResponse');
export const statusShape = z.object({ status: z.string() }).openapi('StatusResponse');

const total = z.object({ value: z.int(), relation: z.string() }).openapi('TotalSpec');

export const entityShape = z
  .object({
    id: z.string(),
    caption: z.string(),
    schema: z.string(),
    properties: z
      .record(z.string(), z.array(z.unknown()))
      .openapi({ description: 'Values by property: texts, or entities nested in it.' }),
    datasets: z.array(z.string()),
    referents: z.array(z.string()),
    target: z.boolean(),
    first_seen: z.string().nullable(),
    last_seen: z.string().nullable(),
    last_change: z.string().nullable(),
  })
  .openapi('EntityResponse');

const explanation = z
  .object({
    score: z.number(),
    detail: z.string().nullable(),
    query: z.string().nullable(),
    candidate: z.string().nullable(),
  })
  .openapi('FeatureResult');

const scoredEntity = entityShape
  .extend({ score: z.number(), match: z.boolean(), explanations: z.record(z.string(), explanation) })
  .openapi('ScoredEntityResponse');

export const exampleShape = z
  .object({
    id: z.string().nullish(),
    schema: z.string(),
    properties: z.record(z.string(), z.union([z.string(), z.array(z.unknown())])),
  })
  .openapi('EntityExample');

export const matchQueryShape = z
  .object({
    queries: z.record(z.string(), exampleShape),
    weights: z.record(z.string(), z.number()).default({}),
    config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  })
  .openapi('EntityMatchQuery');

export const matchShape = z
  .object({
    responses: z.record(
      z.string(),
      z
        .object({ status: z.int(), results: z.array(scoredEntity), total, query: exampleShape })
        .openapi('EntityMatches'),
    ),
    limit: z.int(),
  })
  .openapi('EntityMatchResponse');

const page = { total, limit: z.int(), offset: z.int() };

const facet = z
  .object({
    label: z.string(),
    values: z.array(z.object({ name: z.string(), label: z.string(), count: z.int() })),
  })
  .openapi('SearchFacet');

export const searchShape = z
  .object({ ...page, results: z.array(entityShape), facets: z.record(z.string(), facet) })
  .openapi('SearchResponse');

export const adjacentResultsShape = z
  .object({ ...page, results: z.array(z.union([z.string(), entityShape])) })
  .openapi('AdjacentResultsResponse');

export const adjacentShape = z
  .object({ entity: entityShape, adjacent: z.record(z.string(), adjacentResultsShape) })
  .openapi('EntityAdjacentResponse');

export const catalogShape = z
  .object({
    datasets: z.array(z.looseObject({ name: z.string(), title: z.string(), version: z.string() })),
    current: z.array(z.string()),
    outdated: z.array(z.string()),
    index_stale: z.boolean(),
  })
  .openapi('DataCatalogModel');

export const algorithmsShape = z
  .object({
    algorithms: z.array(z.looseObject({ name: z.string(), description: z.string().nullable() })),
    default: z.string(),
    best: z.string(),
  })
  .openapi('AlgorithmResponse');

/** Reconciliation answers are described by their own specification (W3C reports, reconciliation 0.2). */
export const reconcileShape = z.looseObject({}).openapi('ReconciliationResponse');
