import { z } from 'zod';
import { resourceYaml } from '../core/prepared-yaml.ts';
import { TracksError } from './errors.ts';

const NAMES = [
  'separation.jump-speed',
  'separation.jump-distance',
  'separation.join-speed',
  'separation.join-speed-unreported',
  'separation.fragment-hours',
  'separation.noise-reports',
  'separation.noise-distance',
  'encounter.distance',
  'encounter.minutes',
  'encounter.speed',
  'encounter.hole-minutes',
  'encounter.anchorage-ships',
  'encounter.anchorage-distance',
  'gap.hours',
  'gap.before-hours',
  'gap.neighbour-distance',
  'gap.heard-share',
  'gap.lost-share',
  'gap.weak-share',
  'loitering.hours',
  'loitering.speed',
  'port-call.entry-distance',
  'port-call.exit-distance',
  'port-call.stop-speed',
  'port-call.stop-minutes',
  'possible-port-call.angle',
  'possible-port-call.stay-hours',
  'possible-rendezvous.hours',
  'shared-mmsi.reports',
  'shared-mmsi.hole-hours',
  'displaced-position.reports',
  'displaced-position.hours',
  'displaced-position.edge-hours',
  'displaced-position.circle-residual',
  'displaced-position.circle-turns',
  'identity-change.hours',
  'identity-conflict.minutes',
] as const;
export type ThresholdName = (typeof NAMES)[number];
export type Thresholds = Readonly<Record<ThresholdName, number>>;

const thresholdSchema = z.strictObject({
  value: z.number().nonnegative(),
  unit: z.string(),
  source: z.string(),
  meaning: z.string(),
});
export type Threshold = z.infer<typeof thresholdSchema> & { readonly name: ThresholdName };

const tableSchema = z.record(z.enum(NAMES), thresholdSchema);

let table: readonly Threshold[] | undefined;

/** All thresholds with their units, sources and meanings, in the order of their file. */
export function thresholdTable(): readonly Threshold[] {
  if (table !== undefined) return table;
  const read = tableSchema.parse(resourceYaml('tracks/thresholds.yaml'));
  table = Object.freeze(NAMES.map((name) => Object.freeze({ name, ...read[name] })));
  return table;
}

/**
 * The thresholds of a run: those of the table, some of them set again.
 * @param settings `NAME=VALUE`
 * @throws TracksError `unknown-threshold`, `bad-threshold`
 */
export function thresholdsWith(settings: readonly string[]): Thresholds {
  const values = Object.fromEntries(thresholdTable().map(({ name, value }) => [name, value])) as Record<
    ThresholdName,
    number
  >;
  for (const setting of settings) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(setting) ?? [];
    const known = NAMES.find((one) => one === name.trim());
    if (known === undefined)
      throw new TracksError(
        'unknown-threshold',
        `There is no threshold "${name.trim() || setting}"; "panel tracks thresholds" lists them (write NAME=VALUE)`,
      );
    const number = Number(value);
    if (value.trim() === '' || !(number >= 0) || number === Infinity)
      throw new TracksError('bad-threshold', `${known} takes a number of 0 or more, not "${value}"`);
    values[known] = number;
  }
  return Object.freeze(values);
}

/** The thresholds of one kind of event, by their names without the kind: what is kept with an event. */
export function parametersOf(thresholds: Thresholds, kind: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    NAMES.filter((name) => name.startsWith(`${kind}.`)).map((name) => [name.slice(kind.length + 1), thresholds[name]]),
  );
}
