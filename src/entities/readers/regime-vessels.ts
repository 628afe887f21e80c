import { parse } from 'yaml';
import { z } from 'zod';
import { EntityBuilder, readListDate, readListDay } from '../entity-builder.ts';
import { EntitiesError } from '../errors.ts';
import { isShipNumber } from '../imo.ts';
import type { ListReader } from './reader.ts';

const day = z.union([
  z.string(),
  z.date().transform((date) => date.toISOString().slice(0, 10)),
  z.number().transform(String),
]);
const text = z.union([z.string(), z.number()]).transform(String);
const oneOrMore = z.union([text.transform((value) => [value]), z.array(text)]);
const vesselSchema = z.looseObject({
  id: text.optional(),
  /** person, entity or vessel; a file of vessels need not say it. */
  kind: text.optional(),
  name: text.optional(),
  names: oneOrMore.optional(),
  formerNames: oneOrMore.optional(),
  former: oneOrMore.optional(),
  aliases: oneOrMore.optional(),
  imo: text.nullish(),
  mmsi: text.nullish(),
  flag: text.nullish(),
  listed: day.nullish(),
  delisted: day.nullish(),
  reference: text.nullish(),
  source: z.union([text, z.looseObject({})]).nullish(),
  evidence: text.nullish(),
  measure: z.unknown().optional(),
  notes: oneOrMore.nullish(),
});
/** The file is a few dozen entries; anything far larger is not one of ours. */
const MAX_CHARACTERS = 4_000_000;

const SCHEMAS: Readonly<Record<string, string>> = {
  vessel: 'Vessel',
  person: 'Person',
  individual: 'Person',
  aircraft: 'Airplane',
};

/**
 * Subjects that a regime designates, as facts written down one by one, each with its source (`regimes/<id>/vessels.yaml`):
 * a list `designations` or `vessels`. Of several names the first is the present one; for a vessel the others are former names.
 */
export const readRegimeVessels: ListReader = ({ origin, chunks }, output) => {
  let source = '';
  for (const chunk of chunks()) {
    source += chunk;
    if (source.length > MAX_CHARACTERS)
      throw new EntitiesError('list-hostile', 'The file of vessels is far too large', { place: origin.file });
  }
  let content: unknown;
  try {
    content = parse(source, { maxAliasCount: 50 });
  } catch (cause) {
    throw new EntitiesError('list-malformed', 'The file of vessels is not valid YAML', { place: origin.file, cause });
  }
  const head = z.looseObject({
    vessels: z.array(z.unknown()).optional(),
    designations: z.array(z.unknown()).optional(),
    regime: text.optional(),
    dataset: text.optional(),
    authority: text.optional(),
  });
  const file = head.safeParse(Array.isArray(content) ? { vessels: content } : content);
  const entries = file.success ? (file.data.designations ?? file.data.vessels) : undefined;
  if (!file.success || entries === undefined)
    throw new EntitiesError('list-malformed', 'The file of vessels has no list `designations` or `vessels`', {
      place: origin.file,
    });
  const dataset = file.data.dataset ?? `${file.data.regime ?? 'un-1718'}-vessels`;
  const known = new Map<
    string,
    { builder: EntityBuilder; reference: string; days: string[]; delistedOn: string | null }
  >();
  entries.forEach((entry, i) => {
    const place = `designations[${i}]`;
    const parsed = vesselSchema.safeParse(entry);
    if (!parsed.success) {
      output.fault(place, `the entry is not as it should be at ${parsed.error.issues[0]?.path.join('.') || 'its top'}`);
      return;
    }
    const vessel = parsed.data;
    const schema = SCHEMAS[vessel.kind?.toLowerCase() ?? 'vessel'] ?? 'Organization';
    const imo = (vessel.imo ?? /^imo-(\d{7})$/.exec(vessel.id ?? '')?.[1] ?? '').replace(/\D/g, '');
    const id =
      vessel.id ??
      (vessel.reference?.startsWith('KP') ? `un-${vessel.reference}` : imo === '' ? undefined : `imo-${imo}`);
    const names = [vessel.name, ...(vessel.names ?? [])].filter((name) => name !== undefined);
    if (id === undefined && names[0] === undefined) {
      output.fault(place, 'the vessel has neither a name nor an IMO number');
      return;
    }
    const key = id ?? `${dataset}-${(names[0] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    const listedOn = readListDay(readListDate(vessel.listed ?? ''));
    const earlier = known.get(key);
    if (earlier !== undefined) {
      // Designated a second time under another measure: one subject, listed since the first day.
      if (listedOn !== null) earlier.days.push(listedOn);
      for (const name of names) earlier.builder.addName(name, 'strong', place);
      return;
    }
    if (imo !== '' && !isShipNumber(imo))
      output.fault(place, `the IMO number ${imo} has a wrong check digit; it is kept as written`);
    const builder = new EntityBuilder(key, schema, dataset, origin);
    for (const [n, name] of names.entries())
      builder.addName(name, n === 0 ? 'primary' : schema === 'Vessel' ? 'former' : 'strong', place);
    for (const name of [...(vessel.formerNames ?? []), ...(vessel.former ?? [])])
      builder.addName(name, 'former', place);
    for (const name of vessel.aliases ?? []) builder.addName(name, 'strong', place);
    if (schema !== 'Person') builder.add('imoNumber', imo, place);
    if (schema === 'Vessel') {
      builder.add('mmsi', vessel.mmsi ?? '', place);
      builder.addCountry('flag', vessel.flag ?? '', place);
    }
    for (const note of vessel.notes ?? []) builder.add('notes', note, place);
    if (typeof vessel.source === 'string')
      builder.add('sourceUrl', /^https?:/.test(vessel.source) ? vessel.source : '', place);
    known.set(key, {
      builder,
      reference: vessel.reference ?? key,
      days: listedOn === null ? [] : [listedOn],
      delistedOn: readListDay(readListDate(vessel.delisted ?? '')),
    });
  });
  for (const { builder, reference, days, delistedOn } of known.values()) {
    const [listedOn = null, ...updatedOn] = [...days].sort();
    output.found(
      builder.finish({
        authority: file.data.authority ?? 'United Nations Security Council',
        program: file.data.regime ?? 'un-1718',
        reference,
        listedOn,
        updatedOn,
        delistedOn,
      }),
    );
  }
};
