import { z } from 'zod';
import { get } from './endpoint.ts';
import { page } from './page.ts';
import { filter, pageQuery } from './request.ts';
import { list, maybeText, text } from './shape.ts';

const searchHit = z
  .object({
    kind: z.enum(['document', 'claim', 'incident', 'finding', 'provision', 'list']),
    id: text,
    title: text,
    document: maybeText,
    /** In the document's text, where the first of what was sought stands, or the claim. */
    start: z.int().nullable(),
    end: z.int().nullable(),
    snippet: text,
    score: z.number(),
    /** Who says it, and of which day it is. */
    source: maybeText,
    day: maybeText,
    language: maybeText,
    /** What of the snippet was sought, from where to where. */
    marks: list(z.tuple([z.int(), z.int()]).readonly()),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;

const facet = list(z.object({ value: text, count: z.int() }));

const searchPage = page(searchHit).extend({
  /** Values with counts over what the other filters leave; most frequent first. */
  facets: z.object({ kind: facet, source: facet, language: facet }),
  /** Names in the texts that were sought too: they may be those asked in another script or spelling. */
  spellings: list(text),
});
export type SearchPage = z.infer<typeof searchPage>;

export const searchEndpoints = {
  page: get('/search', {
    tag: 'Search',
    summary: 'What holds all words that are sought, the weightiest first',
    query: z.object({
      q: z.string().max(500),
      /** documents, claims, incidents, findings, law, lists; with commas between them. */
      in: filter,
      source: filter,
      from: filter,
      to: filter,
      language: filter,
      ...pageQuery,
    }),
    answer: searchPage,
  }),
};
