import { memoized } from '../../../core/memoized.ts';
import type { Entity } from '../../../entities/entity.ts';
import { valuesOf } from '../../../entities/entity.ts';
import { openListBytes } from '../../../entities/list-file.ts';
import { readLists } from '../../../entities/read-lists.ts';
import type { TradeCalls } from '../../../trade/terms/trade-file.ts';
import type { Evidence } from '../../acts/evidence.ts';
import { type HeldList, newestLists } from '../../acts/held-list.ts';
import type { HeldDocuments } from './figure-sources.ts';
import type { ShipRow } from './ship-tables.ts';

type Deadweights = TradeCalls['deadweights'][number];

/** What was read of lists, which never change, by record and document. */
const shipsOf = memoized((_: HeldDocuments['read']) => new Map<string, Promise<readonly ShipRow[]>>());

/**
 * The deadweights of ships in the newest versions of the official lists of a record, as each list states them. A tonnage counts only
 * where the list sets a gross tonnage beside it: gross tonnage is a measure of room, and a single figure may be that.
 */
export async function shipsInLists(
  { read }: HeldDocuments,
  { lists, withheld }: Pick<Evidence, 'lists' | 'withheld'>,
  { deadweights }: TradeCalls,
): Promise<readonly ShipRow[]> {
  const known = shipsOf(read);
  const held = newestLists(lists).filter(({ document }) => !withheld.has(document));
  const found = held.flatMap((list) => {
    const terms = deadweights.find(({ format }) => format === list.format);
    if (terms === undefined) return [];
    const before = known.get(list.document);
    if (before !== undefined) return [before];
    const ships = shipsIn(read, list, terms);
    known.set(list.document, ships);
    ships.catch(() => known.delete(list.document));
    return [ships];
  });
  return (await Promise.all(found)).flat();
}

async function shipsIn(
  read: HeldDocuments['read'],
  { document, file, versionDate, published }: HeldList,
  terms: Deadweights,
): Promise<readonly ShipRow[]> {
  const opened = openListBytes(file, await read.document(document));
  const { entities } = await readLists([opened], versionDate === null ? published : null);
  const day = versionDate ?? published;
  const version = day === null ? 'a list that states no day' : `a list of ${day}`;
  return entities
    .filter(({ schema }) => schema === 'Vessel')
    .flatMap((entity) => shipOf(entity, document, `${file}, ${version}`, terms));
}

function shipOf(entity: Entity, document: string, file: string, { property, gross }: Deadweights): readonly ShipRow[] {
  const stated = entity.values.filter(({ prop }) => prop === property);
  const grossTonnages = valuesOf(entity, gross);
  const [imo = ''] = valuesOf(entity, 'imoNumber');
  const [mmsi = ''] = valuesOf(entity, 'mmsi');
  const isTanker = valuesOf(entity, 'type').some((type) => /(?<!non[- ]?)\btanker/i.test(type));
  return stated
    .filter(({ value }) => grossTonnages.some((tonnes) => tonnes !== value))
    .map(({ value, source }) => ({
      document,
      place: `${file}, ${source.place}`,
      imo: imo.replace(/\D/g, ''),
      mmsi: mmsi.replace(/\D/g, ''),
      deadweight: value,
      load: null,
      isTanker,
    }));
}
