import { createHash } from 'node:crypto';
import { canonicalJson } from '../core/canonical-json.ts';
import { memoized } from '../core/memoized.ts';
import type { Projection } from './projection.ts';
import { keyWords, wordVector } from './word-vector.ts';

export type ProjectedCell = string | null;

/** A row of a table with what tells it from others, and the rows of other tables that go with it. */
export type ProjectedRow = {
  readonly id: string;
  /** Of all that the row and its parts say. */
  readonly hash: string;
  /** What is written; not kept, since most rows never are written again. */
  make(): {
    readonly cells: readonly ProjectedCell[];
    readonly parts: readonly (readonly (readonly ProjectedCell[])[])[];
  };
};

/** How the items of a projection become rows. */
export type ProjectedTable = {
  readonly name: string;
  /** With their types; `id` and `hash` stand before them. */
  readonly columns: readonly ProjectedColumn[];
  /** Tables whose rows belong to rows of this one, by their first column, and come and go with them. */
  readonly parts: readonly { readonly name: string; readonly columns: readonly ProjectedColumn[] }[];
  rowsOf(projection: Projection): readonly ProjectedRow[];
};

export type ProjectedColumn = readonly [
  name: string,
  type: 'text' | 'bigint' | 'integer' | 'boolean' | 'numeric' | 'jsonb' | 'tsvector',
];

type Value = string | number | boolean | null;

/** What an item says wherever it stands among the others. Worked out once for each item, which never changes. */
type Own = {
  readonly id: string;
  readonly values: readonly Value[];
  readonly parts?: readonly (readonly (readonly Value[])[])[];
};

function table<Item extends object>(
  name: string,
  columns: readonly ProjectedColumn[],
  parts: ProjectedTable['parts'],
  itemsOf: (projection: Projection) => readonly Item[],
  own: (item: Item) => Own,
  /** What depends on where the item stands; written before its own values. */
  placed: (item: Item, at: number) => readonly Value[] = () => [],
): ProjectedTable {
  const made = (item: Item) => {
    const { id, values, parts = [] } = own(item);
    return { id, cells: values.map(cellOf), parts: parts.map((rows) => rows.map((row) => row.map(cellOf))) };
  };
  const known = memoized((item: Item) => {
    const { id, cells, parts } = made(item);
    return { id, hash: hashOf([cells, parts]) };
  });
  return {
    name,
    columns,
    parts,
    rowsOf: (projection) =>
      itemsOf(projection).map((item, at) => {
        const { id, hash } = known(item);
        const before = placed(item, at).map(cellOf);
        return {
          id,
          hash: hashOf([hash, before]),
          make: () => {
            const { cells, parts } = made(item);
            return { cells: [...before, ...cells], parts };
          },
        };
      }),
  };
}

function hashOf(value: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}

/**
 * PostgreSQL holds no U+0000, neither in `text` nor escaped in `jsonb`. The record may (a file's name, an imported act);
 * the projection shows the replacement character instead.
 */
function cellOf(value: Value): ProjectedCell {
  if (value === null) return null;
  return String(value)
    .replaceAll('\0', '\ufffd')
    .replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1\\ufffd');
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
    ({ id, kind, at, actor, body }) => ({
      id,
      values: [kind, at, actor, body === null, body === null ? null : canonicalJson(body)],
    }),
    (_, at) => [at],
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
    ({ id, name, kind, title, source, published, url, size, reader, acquiredByAct, sought, summary }) => ({
      id,
      values: [
        ...[name, kind, title, source, published, url, size, reader, acquiredByAct],
        ...[sought, canonicalJson(summary)],
      ],
    }),
    (_, at) => [at],
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
    // One line of a dossier may be refused for several reasons, so that nothing in them tells refusals apart.
    ({ refusals }) => refusals.map((refusal, at) => ({ ...refusal, at })),
    ({ name, code, message, at }) => ({ id: String(at), values: [at, name, code, message] }),
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
    ({ claim, party, claimantFolded, published, sought, beside }) => ({
      id: claim.id,
      values: [
        ...[claim.document, claim.start, claim.end],
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
    ({ place }) => [place],
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
    ({ incident, sought, summary }) => ({
      id: incident.id,
      values: [incident.status, sought, canonicalJson(incident), canonicalJson(summary)],
      parts: [[...new Set(incident.claims)].map((claim) => [incident.id, claim])],
    }),
    (_, at) => [at],
  ),
  table(
    'comparison',
    [
      ['place', 'bigint'],
      ['review', 'text'],
      ['contradiction', 'text'],
      ['body', 'jsonb'],
    ],
    [],
    ({ comparisons }) => comparisons,
    ({ id, review, contradiction, body }) => ({ id, values: [review, contradiction, canonicalJson(body)] }),
    (_, at) => [at],
  ),
  table(
    'statement_check',
    [
      ['place', 'bigint'],
      ['claim', 'text'],
      ['summary', 'jsonb'],
    ],
    [],
    // One claim may make several statements, and the same one twice.
    ({ checks }) => checks.map((check, at) => ({ ...check, at })),
    ({ claim, summary, at }) => ({ id: String(at), values: [at, claim, canonicalJson(summary)] }),
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
    ({ lead, summary }) => ({ id: lead.id, values: [canonicalJson(lead), canonicalJson(summary)] }),
    (_, at) => [at],
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
    ({ finding, sought }) => ({
      id: finding.id,
      values: [
        ...[finding.status, finding.assessment?.verdict ?? null, finding.review, sought],
        canonicalJson(finding),
      ],
      parts: [
        [...new Set(finding.claims)].map((claim) => [finding.id, claim]),
        (finding.assessment?.grounds ?? []).map(({ provision, effect }) => [finding.id, provision, effect]),
      ],
    }),
    (_, at) => [at],
  ),
];
