import { z } from 'zod';
import type { Entity, NameQuality } from '../entity.ts';
import { EntityBuilder, readListDay } from '../entity-builder.ts';
import type { ListReader } from './reader.ts';

const property = z.union([z.string(), z.number(), z.looseObject({ id: z.string() })]);
const lineSchema = z.looseObject({
  id: z.string().min(1).max(500),
  schema: z.string().min(1).max(100),
  caption: z.string().optional(),
  properties: z.record(z.string(), z.array(property)),
  datasets: z.array(z.string()).optional(),
  first_seen: z.string().nullish(),
  last_seen: z.string().nullish(),
  last_change: z.string().nullish(),
});
const QUALITY: Readonly<Record<string, NameQuality>> = {
  name: 'primary',
  alias: 'strong',
  weakAlias: 'weak',
  previousName: 'former',
};
/** Schemas that can be asked for by name. Sanctions, addresses, ownerships and the like describe these and are no answers. */
const SUBJECTS = new Set([
  'Person',
  'LegalEntity',
  'Organization',
  'Company',
  'PublicBody',
  'Vessel',
  'Airplane',
  'Thing',
  'Asset',
  'CryptoWallet',
  'Security',
]);
/** The longest line of the public exports is a few megabytes. */
const MAX_LINE = 16_000_000;

/** FollowTheMoney entities as JSON lines: exports of OpenSanctions and OpenAleph, also delta files (`op`, `entity`). */
export const readFtmLines: ListReader = ({ origin, chunks }, output) => {
  let rest = '';
  let line = 0;
  const listed = new Map<string, string>();
  const entities: Entity[] = [];
  for (const chunk of chunks()) {
    rest += chunk;
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      readLine(rest.slice(start, end), ++line);
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > MAX_LINE) {
      output.fault(`line ${line + 1}`, 'the line does not end; the rest of the file is not read');
      rest = '';
      break;
    }
  }
  if (rest.trim() !== '') readLine(rest, line + 1);
  // What a subject is listed for may stand before or after it.
  for (const entity of entities) {
    const listedOn = readListDay(listed.get(entity.id)) ?? null;
    output.found(
      listedOn === null || entity.listing === null ? entity : { ...entity, listing: { ...entity.listing, listedOn } },
    );
  }

  function readLine(text: string, number: number): void {
    const place = `line ${number}`;
    if (text.trim() === '') return;
    let json: unknown;
    try {
      json = JSON.parse(text.replace(/^\ufeff/, ''));
    } catch {
      output.fault(place, 'the line is not JSON');
      return;
    }
    const delta = z.looseObject({ op: z.string(), entity: z.unknown() }).safeParse(json);
    if (delta.success && delta.data.op === 'DEL') return;
    const parsed = lineSchema.safeParse(delta.success ? delta.data.entity : json);
    if (!parsed.success) {
      output.fault(
        place,
        `not a FollowTheMoney entity: ${parsed.error.issues[0]?.path.join('.') || 'the line'} is not as it should be`,
      );
      return;
    }
    const entity = parsed.data;
    if (entity.schema === 'Sanction') noteSanction(entity.properties);
    if (!SUBJECTS.has(entity.schema)) return;
    const builder = new EntityBuilder(entity.id, entity.schema, entity.datasets?.[0] ?? 'ftm', origin);
    for (const [prop, values] of Object.entries(entity.properties)) {
      values.forEach((value, i) => {
        const plain = typeof value === 'object' ? value.id : String(value);
        const quality = prop === 'name' && i > 0 ? 'strong' : QUALITY[prop];
        builder.add(prop, plain, `${place}, ${prop}`, { quality });
      });
    }
    if (!builder.has('name') && entity.caption !== undefined)
      builder.addName(entity.caption, 'primary', `${place}, caption`);
    const updated = readListDay(entity.last_change ?? undefined);
    entities.push(
      builder.finish({
        authority: entity.datasets?.join('; ') ?? '',
        program: '',
        reference: entity.id,
        listedOn: null,
        updatedOn: updated === null ? [] : [updated],
        delistedOn: null,
      }),
    );
  }

  function noteSanction(properties: Readonly<Record<string, readonly (string | number | { id: string })[]>>): void {
    const date = properties.listingDate?.[0] ?? properties.startDate?.[0];
    for (const subject of properties.entity ?? []) {
      const id = typeof subject === 'object' ? subject.id : String(subject);
      const known = listed.get(id);
      if (typeof date === 'string' && (known === undefined || date < known)) listed.set(id, date);
    }
  }
};
