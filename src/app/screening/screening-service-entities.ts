import { type Entity, type FtmEntity, toFtm } from '../../entities/entity.ts';
import type { ListVersion } from '../../entities/keep-lists.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import { propertiesOf, propertyOf, schemaOf } from './screening-service-model.ts';

/** An entity as the API gives it: values are texts, or entities nested in it. */
export type ApiEntity = Omit<FtmEntity, 'properties'> & {
  readonly properties: Readonly<Record<string, readonly (string | ApiEntity)[]>>;
};

export type ServedDataset = {
  readonly name: string;
  readonly entityCount: number;
  /** Changes when the lists that it was read from do. */
  readonly version: string;
  readonly updatedAt: string | null;
};

/** The entities behind an index, in the form in which other programs take them. */
export class ServedEntities {
  readonly index: ScreeningIndex;
  readonly datasets: ReadonlyMap<string, ServedDataset>;
  readonly schemata: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #numbers = new Map<string, number>();
  readonly #official: ReadonlySet<string>;

  constructor(index: ScreeningIndex, versions: readonly ListVersion[]) {
    this.index = index;
    this.#official = new Set(versions.filter(({ format }) => format !== 'ftm-lines').map(({ document }) => document));
    const dates = new Map(versions.map(({ document, versionDate }) => [document as string, versionDate]));
    const counts = new Map<string, number>();
    const documents = new Map<string, Set<string>>();
    const schemata = new Map<string, Set<string>>();
    for (let number = 0; number < index.entityCount; number++) {
      const { id, dataset, schema, values } = index.entity(number);
      this.#numbers.set(id, number);
      counts.set(dataset, (counts.get(dataset) ?? 0) + 1);
      const from = documents.get(dataset) ?? new Set();
      documents.set(dataset, from);
      for (const { source } of values) from.add(source.document);
      schemata.set(dataset, (schemata.get(dataset) ?? new Set()).add(schema));
    }
    this.schemata = schemata;
    this.datasets = new Map(
      [...counts.keys()].sort().map((name) => {
        const from = [...(documents.get(name) ?? [])].sort();
        const days = from.map((document) => dates.get(document)).filter((day) => typeof day === 'string');
        const updatedAt = days.sort().at(-1) ?? null;
        const hashes = from.map((document) => document.replace('sha256:', '').slice(0, 12)).join('.');
        const version = `${updatedAt?.replaceAll('-', '') ?? 'undated'}-${hashes}`;
        return [name, { name, entityCount: counts.get(name) ?? 0, version, updatedAt }];
      }),
    );
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** An entity by id: a listed subject, or the listing of one (`…-sanction`). */
  find(id: string): FtmEntity | undefined {
    const number = this.#numbers.get(id);
    if (number !== undefined) return this.subject(this.index.entity(number));
    const subject = this.#numbers.get(id.replace(/-sanction$/, ''));
    if (subject === undefined || !id.endsWith('-sanction')) return undefined;
    const listing = toFtm(this.index.entity(subject)).find((one) => one.id === id);
    return listing === undefined ? undefined : withInstants(listing);
  }

  /** The subject alone. An entry of an official sanctions list is of the topic `sanction`; other files state their topics. */
  subject(entity: Entity): FtmEntity {
    const [subject] = toFtm(entity) as [FtmEntity];
    const { topics } = subject.properties;
    const listed = entity.listing !== null && entity.values.some(({ source }) => this.#official.has(source.document));
    return {
      ...withInstants(subject),
      properties: listed && topics === undefined ? { ...subject.properties, topics: ['sanction'] } : subject.properties,
      target: (topics ?? (listed ? ['sanction'] : [])).some((topic) => RISKS.test(topic)),
    };
  }

  /** Adjacent entities by property: those that point here under the property's reverse name, and those pointed to. */
  adjacent(entity: FtmEntity): ReadonlyMap<string, readonly FtmEntity[]> {
    const found = new Map<string, FtmEntity[]>();
    const add = (property: string, other: FtmEntity): void => {
      found.set(property, [...(found.get(property) ?? []), other]);
    };
    const number = this.#numbers.get(entity.id);
    if (number !== undefined)
      for (const other of toFtm(this.index.entity(number)).slice(1)) add('sanctions', withInstants(other));
    const schema = schemaOf(entity.schema);
    for (const property of schema === undefined ? [] : propertiesOf(schema)) {
      if (!property.type.isEntity) continue;
      for (const id of entity.properties[property.name] ?? []) {
        const other = this.find(id);
        if (other !== undefined) add(property.name, other);
      }
    }
    return found;
  }

  /** The entity with its adjacent ones nested in it, each without the way back. */
  nested(entity: FtmEntity): ApiEntity {
    const properties: Record<string, readonly (string | ApiEntity)[]> = { ...entity.properties };
    for (const [name, others] of this.adjacent(entity)) {
      const known = new Set(others.map(({ id }) => id));
      const unknown = (entity.properties[name] ?? []).filter((id) => !known.has(id));
      properties[name] = [...others.map((other) => withoutWayBack(other, entity.id)), ...unknown];
    }
    return { ...entity, properties };
  }
}

/** Clients expect instants, without a zone, where lists give days. */
function withInstants(entity: FtmEntity): FtmEntity {
  const instant = (day: string | null): string | null => (day?.length === 10 ? `${day}T00:00:00` : day);
  const { first_seen, last_seen, last_change } = entity;
  return {
    ...entity,
    first_seen: instant(first_seen),
    last_seen: instant(last_seen),
    last_change: instant(last_change),
  };
}

/** Topics that make an entity a target: the risk topics of FollowTheMoney. */
const RISKS =
  /^(sanction|debarment|wanted|crime|role\.pep|role\.rca|asset\.frozen|export\.control|export\.risk|poi|mare\.(shadow|detained))/;

/** What an adjacent entity says, less what only points back to where the reader comes from. */
export function withoutWayBack(entity: FtmEntity, from: string): ApiEntity {
  const schema = schemaOf(entity.schema);
  const properties: Record<string, readonly string[]> = {};
  for (const [name, values] of Object.entries(entity.properties)) {
    const pointing = schema !== undefined && propertyOf(schema, name)?.type.isEntity === true;
    const kept = pointing ? values.filter((value) => value !== from) : values;
    if (kept.length > 0) properties[name] = kept;
  }
  return { ...entity, properties };
}
