import { canonicalJson } from '../core/json/canonical-json.ts';
import type { Chunk, Projection } from './projection.ts';
import { keyWords, wordVector } from './word-vector.ts';

export type ProjectedCell = string | null;

/** A row of a table, and the rows of other tables that go with it. */
export type ProjectedRow = {
  readonly id: string;
  readonly cells: readonly ProjectedCell[];
  readonly parts: readonly (readonly (readonly ProjectedCell[])[])[];
};

/** How the items of a projection become rows. */
export type ProjectedTable = {
  readonly name: string;
  /** With their types; `id` stands before them. */
  readonly columns: readonly ProjectedColumn[];
  /** Tables whose rows belong to rows of this one, by their first column, and come and go with them. */
  readonly parts: readonly { readonly name: string; readonly columns: readonly ProjectedColumn[] }[];
  /** The chunks as they are: an archive has tens of thousands, and rows are made of those alone that have changed. */
  chunksOf(projection: Projection): readonly Chunk<unknown>[];
  /** The rows of one of these chunks. */
  rowsOf(chunk: Chunk<unknown>): readonly ProjectedRow[];
};

export type ProjectedColumn = readonly [
  name: string,
  type: 'text' | 'bigint' | 'integer' | 'boolean' | 'numeric' | 'jsonb' | 'tsvector',
];

type Value = string | number | boolean | null;

/** What an item says. */
type Own = {
  readonly id: string;
  readonly values: readonly Value[];
  readonly parts?: readonly (readonly (readonly Value[])[])[];
};

function table<Item>(
  name: string,
  columns: readonly ProjectedColumn[],
  parts: ProjectedTable['parts'],
  chunksOf: (projection: Projection) => readonly Chunk<Item>[],
  own: (item: Item) => Own,
): ProjectedTable {
  const rowOf = (item: Item): ProjectedRow => {
    const { id, values, parts = [] } = own(item);
    return {
      id: cellOf(id) ?? '',
      cells: values.map(cellOf),
      parts: parts.map((rows) => rows.map((row) => row.map(cellOf))),
    };
  };
  return {
    name,
    columns,
    parts,
    chunksOf,
    rowsOf: (chunk) => (chunk as Chunk<Item>).rows().map(rowOf),
  };
}

/**
 * PostgreSQL holds no U+0000, neither in `text` nor escaped in `jsonb`. The record may (a file's name, an imported act);
 * the projection shows the replacement character instead.
 */
export function cellOf(value: Value): ProjectedCell {
  if (value === null) return null;
  const text = String(value);
  // Hardly any text has it, and millions are asked.
  if (!text.includes('\0') && !text.includes('\\u0000')) return text;
  return text.replaceAll('\0', '\ufffd').replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1\\ufffd');
}

/** All tables of a projection, those first that others belong to. */
export const PROJECTED_TABLES: readonly ProjectedTable[] = [
  table(
    'act',
    [
      ['place', 'bigint'],
      ['kind', 'text'],
      ['at', 'text'],
      ['actor', 'text'],
      ['withheld', 'boolean'],
      ['body', 'jsonb'],
    ],
    [],
    ({ acts }) => acts,
    ({ id, place, kind, at, actor, body }) => ({
      id,
      values: [place, kind, at, actor, body === null, body === null ? null : canonicalJson(body)],
    }),
  ),
  table(
    'source',
    [
      ['name', 'text'],
      ['kind', 'text'],
      ['country', 'text'],
      ['reliability', 'text'],
    ],
    [],
    ({ sources }) => sources,
    ({ id, name, kind, country, reliability }) => ({ id, values: [name, kind, country, reliability] }),
  ),
  table(
    'document',
    [
      ['place', 'bigint'],
      ['name', 'text'],
      ['kind', 'text'],
      ['title', 'text'],
      ['source', 'text'],
      ['published', 'text'],
      ['url', 'text'],
      ['size', 'bigint'],
      ['reader', 'text'],
      ['acquired_by_act', 'text'],
      ['sought', 'text'],
      ['summary', 'jsonb'],
    ],
    [],
    ({ documents }) => documents,
    ({ id, place, name, kind, title, source, published, url, size, reader, acquiredByAct, sought, summary }) => ({
      id,
      values: [
        ...[place, name, kind, title, source, published, url, size, reader, acquiredByAct],
        ...[sought, canonicalJson(summary)],
      ],
    }),
  ),
  table(
    'refusal',
    [
      ['place', 'bigint'],
      ['name', 'text'],
      ['code', 'text'],
      ['message', 'text'],
    ],
    [],
    ({ refusals }) => refusals,
    // One line of a dossier may be refused for several reasons, so that nothing but their order tells refusals apart.
    ({ place, name, code, message }) => ({ id: String(place), values: [place, name, code, message] }),
  ),
  table(
    'claim',
    [
      ['place', 'bigint'],
      ['document', 'text'],
      ['start_offset', 'integer'],
      ['end_offset', 'integer'],
      ['claimant', 'text'],
      ['claimant_named', 'text'],
      ['claimant_kind', 'text'],
      ['claimant_country', 'text'],
      ['claimant_folded', 'text'],
      ['polarity', 'text'],
      ['modality', 'text'],
      ['speech', 'text'],
      ['predicate', 'text'],
      ['when_from', 'text'],
      ['when_to', 'text'],
      ['published', 'text'],
      ['status', 'text'],
    ],
    [
      {
        name: 'quantity',
        columns: [
          ['claim', 'text'],
          ['position', 'integer'],
          ['counts', 'text'],
          ['unit', 'text'],
          ['qualifier', 'text'],
          ['low', 'numeric'],
          ['high', 'numeric'],
          ['raw', 'text'],
        ],
      },
      {
        name: 'claim_text',
        columns: [
          ['claim', 'text'],
          ['words', 'tsvector'],
          ['body', 'jsonb'],
          ['beside', 'jsonb'],
        ],
      },
    ],
    ({ claims }) => claims,
    ({ claim, place, party, claimantFolded, published, sought, beside }) => ({
      id: claim.id,
      values: [
        ...[place, claim.document, claim.start, claim.end],
        ...[party, claim.claimant.name, claim.claimant.kind, claim.claimant.country ?? null, claimantFolded],
        ...[claim.polarity, claim.modality, claim.speech, claim.predicate, claim.when.from, claim.when.to],
        ...[published ?? '', claim.status],
      ],
      parts: [
        claim.quantities.map(({ counts, unit, qualifier, low, high, raw }, position) => [
          ...[claim.id, position, counts, unit ?? null, qualifier, low, high, raw],
        ]),
        [[claim.id, wordVector(sought), canonicalJson(claim), canonicalJson(beside)]],
      ],
    }),
  ),
  table(
    'passage',
    [
      ['kind', 'text'],
      ['item', 'text'],
      ['title', 'text'],
      ['document', 'text'],
      ['start_offset', 'integer'],
      ['end_offset', 'integer'],
      ['source', 'text'],
      ['day', 'text'],
      ['language', 'text'],
      ['body', 'text'],
      ['words', 'tsvector'],
    ],
    [],
    ({ passages }) => passages,
    ({ kind, item, part, title, document, start, end, source, day, language, body }) => ({
      id: `${kind} ${item} ${part}`,
      values: [kind, item, title, document, start, end, source, day, language, body, wordVector(`${title}\n${body}`)],
    }),
  ),
  table(
    'name',
    [['keys', 'tsvector']],
    [],
    ({ names }) => names,
    ({ name, keys }) => ({ id: name, values: [keyWords(keys, ' ')] }),
  ),
  table(
    'incident',
    [
      ['place', 'bigint'],
      ['status', 'text'],
      ['sought', 'text'],
      ['body', 'jsonb'],
      ['summary', 'jsonb'],
      ['origins', 'jsonb'],
    ],
    [
      {
        name: 'incident_claim',
        columns: [
          ['incident', 'text'],
          ['claim', 'text'],
        ],
      },
    ],
    ({ incidents }) => incidents,
    ({ place, incident, sought, summary, origins }) => ({
      id: incident.id,
      values: [
        ...[place, incident.status, sought],
        ...[canonicalJson(incident), canonicalJson(summary), canonicalJson(origins)],
      ],
      parts: [[...new Set(incident.claims)].map((claim) => [incident.id, claim])],
    }),
  ),
  table(
    'comparison',
    [
      ['place', 'bigint'],
      ['review', 'text'],
      ['contradiction', 'text'],
      ['body', 'jsonb'],
    ],
    [
      {
        name: 'comparison_claim',
        columns: [
          ['comparison', 'text'],
          ['claim', 'text'],
        ],
      },
    ],
    ({ comparisons }) => comparisons,
    ({ id, place, review, contradiction, body, claims }) => ({
      id,
      values: [place, review, contradiction, canonicalJson(body)],
      parts: [[...new Set(claims)].map((claim) => [id, claim])],
    }),
  ),
  table(
    'statement_check',
    [
      ['place', 'bigint'],
      ['claim', 'text'],
      ['summary', 'jsonb'],
    ],
    [],
    ({ checks }) => checks,
    ({ id, place, claim, summary }) => ({ id, values: [place, claim, canonicalJson(summary)] }),
  ),
  table(
    'lead',
    [
      ['place', 'bigint'],
      ['body', 'jsonb'],
      ['summary', 'jsonb'],
    ],
    [],
    ({ leads }) => leads,
    ({ place, lead, summary }) => ({ id: lead.id, values: [place, canonicalJson(lead), canonicalJson(summary)] }),
  ),
  table(
    'finding',
    [
      ['place', 'bigint'],
      ['status', 'text'],
      ['verdict', 'text'],
      ['review', 'text'],
      ['sought', 'text'],
      ['body', 'jsonb'],
    ],
    [
      {
        name: 'finding_claim',
        columns: [
          ['finding', 'text'],
          ['claim', 'text'],
        ],
      },
      {
        name: 'finding_provision',
        columns: [
          ['finding', 'text'],
          ['provision', 'text'],
          ['effect', 'text'],
        ],
      },
    ],
    ({ findings }) => findings,
    ({ place, finding, sought }) => ({
      id: finding.id,
      values: [
        ...[place, finding.status, finding.assessment?.verdict ?? null, finding.review, sought],
        canonicalJson(finding),
      ],
      parts: [
        [...new Set(finding.claims)].map((claim) => [finding.id, claim]),
        (finding.assessment?.grounds ?? []).map(({ provision, effect }) => [finding.id, provision, effect]),
      ],
    }),
  ),
];
