import { createHash } from 'node:crypto';
import type { ExportedRecord } from '../model/exported.ts';
import { ftmItems } from './ftm-entities.ts';

const COLUMNS = [
  'canonical_id',
  'entity_id',
  'prop',
  'prop_type',
  'schema',
  'value',
  'dataset',
  'origin',
  'lang',
  'original_value',
  'external',
  'first_seen',
  'last_seen',
  'id',
] as const;

/**
 * Statements as OpenSanctions writes them to CSV: one value of one property of one entity a row, so that two values stay two.
 * `external` is their word for what is offered and not yet adopted: it is set on what no person has reviewed.
 */
export function* statementRows(record: ExportedRecord): Generator<string> {
  yield rowOf(COLUMNS);
  const lastSeen = record.at.slice(0, 10);
  for (const { id, schema, dataset, values, firstSeen, isReviewed } of ftmItems(record)) {
    for (const { prop, value, original } of values) {
      // The key of followthemoney/statement: what is external has one of its own.
      const named = `${dataset}.${id}.${prop}.${value}${isReviewed ? '' : '.ext'}`;
      const key = createHash('sha1').update(named).digest('hex');
      const type = PROPERTY_TYPES[prop] ?? 'string';
      yield rowOf([
        id,
        id,
        prop,
        type,
        schema,
        value,
        dataset,
        'standing-panel',
        '',
        original ?? '',
        isReviewed ? 'f' : 't',
        firstSeen,
        lastSeen,
        key,
      ]);
    }
  }
}

/** Types of the properties that are written, as the model has them. */
const PROPERTY_TYPES: Readonly<Record<string, string>> = {
  name: 'name',
  country: 'country',
  description: 'text',
  notes: 'text',
  summary: 'text',
  bodyText: 'text',
  entity: 'entity',
  proof: 'entity',
  document: 'entity',
  parent: 'entity',
  sourceUrl: 'url',
  publishedAt: 'date',
  retrievedAt: 'date',
  mimeType: 'mimetype',
  contentHash: 'checksum',
  fileSize: 'number',
  language: 'language',
};

/** RFC 4180. Values stay as they are: the file is for programs, and a spreadsheet may take one that begins with `=` for a formula. */
function rowOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
