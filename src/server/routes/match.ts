import { z } from 'zod';
import { AppError, cleanExample, type MatchedEntity } from '../../app/screening/screening-service-facade.ts';
import { decimal, HttpError, instant, integer, list, readJson, readQuery } from '../request.ts';
import { addEndpoint, filtersOf, type ScreeningApi } from '../screening-api.ts';
import { matchQueryShape, matchShape } from '../shapes.ts';
import { checkAlgorithm } from './algorithms.ts';

const DEFAULT_THRESHOLD = 0.7;
const MOST_RESULTS = 500;
export const MOST_QUERIES = 100;

const query = z.object({
  limit: integer(5, MOST_RESULTS, 'Number of results to return'),
  threshold: decimal(DEFAULT_THRESHOLD, 'Score threshold for results to be considered matches'),
  cutoff: decimal(DEFAULT_THRESHOLD, 'Deprecated: lower bound of the score for results to be returned at all'),
  algorithm: z.string().default('best').meta({ description: 'Scoring algorithm' }),
  include_dataset: list('Only include the given datasets in results'),
  exclude_schema: list('Remove the given types of entities from results'),
  exclude_dataset: list('Remove the given datasets from results'),
  topics: list('Only return results that match any of the given topics'),
  changed_since: instant('Match against entities that were updated since the given date'),
  exclude_entity_ids: list('Entity ids to exclude from matching', 50),
});

export function addMatch(api: ScreeningApi): void {
  const { service } = api;
  addEndpoint(
    api,
    {
      method: 'post',
      path: '/match/{dataset}',
      summary: 'Query by example matcher',
      tag: 'Matching',
      parameters: z.object({ dataset: z.string() }),
      query,
      body: matchQueryShape,
      answer: matchShape,
      also: { 400: 'Invalid query', 404: 'No such dataset', 422: 'Invalid parameters' },
    },
    async (c) => {
      const dataset = c.req.param('dataset') ?? '';
      const parameters = readQuery(c, query);
      const body = await readJson(c, matchQueryShape);
      const { threshold } = parameters;
      const limit = Math.max(0, parameters.limit);
      const fields = parameters.topics.map((topic) => ['topics', topic] as const);
      const filters = {
        ...filtersOf(service, dataset, parameters, fields),
        excludeIds: parameters.exclude_entity_ids,
      };
      const algorithm = checkAlgorithm(parameters.algorithm);
      // Our scorer has no knobs: a key that would be ignored is refused, as an unknown one is there.
      for (const key of Object.keys(body.config))
        throw new HttpError(400, `Invalid configuration parameter: ${key} for algorithm ${algorithm}`);
      const keys = Object.keys(body.queries);
      if (keys.length > MOST_QUERIES)
        throw new HttpError(400, `Too many queries in one batch (limit: ${MOST_QUERIES})`);
      if (keys.length === 0) throw new HttpError(400, 'No queries provided.');
      const queries = Object.entries(body.queries).map(([key, example]) => ({ key, example: cleaned(example) }));
      const answers = await service.match({
        queries,
        limit,
        threshold,
        cutoff: Math.min(parameters.cutoff, threshold),
        filters,
        asked: `/match/${dataset}`,
      });
      const responses = Object.fromEntries(
        answers.map(({ key, results, matches }, at) => [
          key,
          {
            status: 200,
            results: results.map(scoredEntity),
            total: { value: matches, relation: 'eq' },
            query: queries[at]?.example,
          },
        ]),
      );
      c.header('x-batch-size', String(answers.length));
      return c.json({ responses, limit });
    },
  );
}

function cleaned(example: Parameters<typeof cleanExample>[0]): ReturnType<typeof cleanExample> {
  try {
    return cleanExample(example);
  } catch (error) {
    if (error instanceof AppError) throw new HttpError(400, `Cannot parse example entity: ${error.message}`);
    throw error;
  }
}

/** A result as clients know it; `rank_support` orders what the score cannot, and `decision` is what was decided before. */
function scoredEntity({ entity, hit, match, decision }: MatchedEntity): object {
  const none = { query: null, candidate: null };
  return {
    ...entity,
    score: hit.score,
    match,
    explanations: {
      name_and_facts: { score: hit.score, detail: hit.reasons.join('; '), ...none },
      rank_support: {
        score: hit.support,
        detail: 'unbounded: what speaks for this subject in name and facts; results of one score are ordered by it',
        ...none,
      },
    },
    ...(decision === null ? {} : { decision }),
  };
}
