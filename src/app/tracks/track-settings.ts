import { join } from 'node:path';
import { packageRoot } from '../../core/resource.ts';
import type { Entity } from '../../entities/entity.ts';
import { openListFile } from '../../entities/list-file.ts';
import { readLists } from '../../entities/read-lists.ts';
import type { DetectionSettings } from '../../tracks/detection/detect.ts';
import { EVENT_KINDS, type EventKind } from '../../tracks/detection/event/event.ts';
import { builtInPorts, joinPorts, type Port, readPorts } from '../../tracks/places/port.ts';
import type { TimeSpan } from '../../tracks/positions/positions-builder.ts';
import { readTimeText } from '../../tracks/reading/field.ts';
import { thresholdsWith } from '../../tracks/thresholds.ts';
import { AppError } from '../errors.ts';

/** Kinds of events by their words. @throws AppError `bad-option` */
export function kindsOf(words: readonly string[]): readonly EventKind[] {
  if (words.length === 0) return EVENT_KINDS;
  return words.map((word) => {
    const kind = EVENT_KINDS.find((one) => one === word);
    if (kind === undefined)
      throw new AppError('bad-option', `there is no kind of event "${word}"; there are ${EVENT_KINDS.join(', ')}`);
    return kind;
  });
}

/** The ports that come with the program, and a user's own. */
export function portsOf(path: string | undefined): readonly Port[] {
  return path === undefined ? builtInPorts() : joinPorts(builtInPorts(), readPorts(path));
}

/** The file of the vessels that are designated under the regime that comes with the program. */
export function builtInVessels(): string {
  return join(packageRoot(), 'regimes', 'un-1718', 'vessels.yaml');
}

/** Vessels of list files; without any, those designated under the regime that comes with the program. */
export async function listedVessels(
  paths: readonly string[],
  note: (text: string) => void,
): Promise<readonly Entity[]> {
  const files = paths.length > 0 ? paths : [builtInVessels()];
  const { entities, faults, refused } = await readLists(files.map(openListFile));
  const [first] = refused;
  if (first !== undefined) throw first;
  for (const { file, place, message } of faults) note(`${file}: ${place}: ${message}`);
  return entities;
}

/** What detection measures against: thresholds by name, and `possible-port-call.watched`, which is none. @throws TracksError, AppError `bad-option` */
export function settingsOf(settings: readonly string[]): Pick<DetectionSettings, 'thresholds' | 'watched'> {
  const isWatched = (setting: string): boolean => setting.startsWith(`${WATCHED}=`);
  return {
    thresholds: thresholdsWith(settings.filter((setting) => !isWatched(setting))),
    watched: watchedOf(settings.findLast(isWatched)),
  };
}

const WATCHED = 'possible-port-call.watched';
const DEFAULT_WATCHED = 'KP';

function watchedOf(setting: string | undefined): ReadonlySet<string> {
  const countries = (setting?.slice(WATCHED.length + 1) ?? DEFAULT_WATCHED)
    .split(',')
    .map((one) => one.trim().toUpperCase());
  if (!countries.every((country) => /^[A-Z]{2}$/.test(country)))
    throw new AppError('bad-option', `${WATCHED} takes countries by two letters, such as KP,SY`);
  return new Set(countries);
}

/** The time that is asked about. @throws AppError `bad-option` */
export function periodOf({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): TimeSpan {
  const read = (text: string | undefined, option: string, otherwise: number): number => {
    if (text === undefined) return otherwise;
    const time = readTimeText(text);
    if (!Number.isFinite(time))
      throw new AppError('bad-option', `${option} takes a time such as 2019-03-02T00:00:00Z, not "${text}"`);
    return time;
  };
  const period = { from: read(from, '--from', 0), to: read(to, '--to', Number.MAX_SAFE_INTEGER) };
  if (period.from > period.to) throw new AppError('bad-option', '--from lies after --to');
  return period;
}
