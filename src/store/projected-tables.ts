import { canonicalJson } from '../core/json/canonical-json.ts';
import { type ProjectedTable, table } from './projected-table.ts';
import { keyWords, wordVector } from './word-vector.ts';

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
      ['nth', 'integer'],
      ['document', 'text'],
      ['start_offset', 'integer'],
      ['end_offset', 'integer'],
      ['answers', 'boolean'],
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
    ({ claim, place, nth, answers, party, claimantFolded, published, sought, beside }) => ({
      id: claim.id,
      values: [
        ...[place, nth, claim.document, claim.start, claim.end, answers],
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
    'claim_block',
    [
      ['claim', 'text'],
      ['document', 'text'],
      ['kind', 'text'],
      ['item', 'text'],
      ['block', 'text'],
    ],
    [],
    ({ blocks }) => blocks,
    ({ id, claim, document, kind, item, block }) => ({ id, values: [claim, document, kind, item, block] }),
  ),
  table(
    'origin_cluster',
    [
      ['place', 'bigint'],
      ['origins', 'jsonb'],
      ['reason', 'text'],
    ],
    [],
    ({ origins }) => origins,
    ({ place, origins, reason }) => ({ id: String(place), values: [place, JSON.stringify(origins), reason] }),
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
      ['brief', 'jsonb'],
    ],
    [
      {
        name: 'comparison_relations',
        columns: [
          ['comparison', 'text'],
          ['relations', 'jsonb'],
        ],
      },
    ],
    ({ comparisons }) => comparisons,
    ({ id, place, review, contradiction, body, brief, relations }) => ({
      id,
      values: [place, review, contradiction, canonicalJson(body), canonicalJson(brief)],
      parts: [[[id, canonicalJson(relations)]]],
    }),
  ),
  table(
    'comparison_figure',
    [
      ['comparison', 'text'],
      ['claim', 'text'],
      ['place', 'bigint'],
      ['nth', 'integer'],
      ['shown', 'boolean'],
      ['listed', 'boolean'],
      ['body', 'jsonb'],
      ['path', 'jsonb'],
    ],
    [],
    ({ figures }) => figures,
    ({ id, comparison, claim, place, nth, shown, listed, body, path }) => ({
      id,
      values: [comparison, claim, place, nth, shown, listed, canonicalJson(body), canonicalJson(path)],
    }),
  ),
  table(
    'figure_index',
    [
      ['comparison', 'text'],
      ['entries', 'jsonb'],
    ],
    [],
    ({ index }) => index,
    ({ id, comparison, entries }) => ({ id, values: [comparison, canonicalJson(entries)] }),
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
      ['title', 'text'],
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
      {
        name: 'finding_deniable',
        columns: [
          ['finding', 'text'],
          ['deniable', 'text'],
        ],
      },
    ],
    ({ findings }) => findings,
    ({ place, finding, sought, deniable }) => ({
      id: finding.id,
      values: [
        ...[place, finding.title, finding.status, finding.assessment?.verdict ?? null, finding.review, sought],
        canonicalJson(finding),
      ],
      parts: [
        [...new Set(finding.claims)].map((claim) => [finding.id, claim]),
        (finding.assessment?.grounds ?? []).map(({ provision, effect }) => [finding.id, provision, effect]),
        [...new Set(deniable)].map((key) => [finding.id, key]),
      ],
    }),
  ),
];
