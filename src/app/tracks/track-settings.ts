import { join } from 'node:path';
import { packageRoot } from '../../core/resource.ts';
import type { Entity } from '../../entities/entity.ts';
import { openListFile } from '../../entities/list-file.ts';
import { readLists } from '../../entities/read-lists.ts';
import { EVENT_KINDS, type EventKind } from '../../tracks/detection/event.ts';
import { builtInPorts, joinPorts, type Port, readPorts } from '../../tracks/places/port.ts';
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

/** Vessels of list files; without any, those designated under the regime that comes with the program. */
export async function listedVessels(
  paths: readonly string[],
  note: (text: string) => void,
): Promise<readonly Entity[]> {
  const files = paths.length > 0 ? paths : [join(packageRoot(), 'regimes', 'un-1718', 'vessels.yaml')];
  const { entities, faults, refused } = await readLists(files.map(openListFile));
  const [first] = refused;
  if (first !== undefined) throw first;
  for (const { file, place, message } of faults) note(`${file}: ${place}: ${message}`);
  return entities;
}
