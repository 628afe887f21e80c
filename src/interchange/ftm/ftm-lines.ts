import type { ExportedRecord } from '../model/exported.ts';
import { type FtmItem, ftmItems } from './ftm-entities.ts';

/** FollowTheMoney entities as JSON lines (`entities.ftm.json`), as OpenAleph and OpenSanctions exchange them. */
export function* ftmLines(record: ExportedRecord): Generator<string> {
  for (const item of ftmItems(record)) yield `${JSON.stringify(entityOf(item))}\n`;
}

function entityOf({ id, schema, dataset, values, firstSeen }: FtmItem): object {
  const properties: Record<string, string[]> = {};
  for (const { prop, value } of values) {
    const known = properties[prop] ?? [];
    properties[prop] = known.includes(value) ? known : [...known, value];
  }
  return { id, schema, properties, datasets: [dataset], first_seen: firstSeen };
}
