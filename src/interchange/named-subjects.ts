import { datasetOf } from './ftm/ftm-entities.ts';
import { nameUuid } from './names.ts';
import { type StixObject, stixObject } from './stix/stix-object.ts';

/** Who or what documents name, as people judged it so far, with what leaves of it. */
export type ExportedSubject = {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'vessel' | 'aircraft' | 'account' | 'place';
  readonly names: readonly string[];
  readonly identifiers: readonly {
    readonly scheme: string;
    readonly value: string;
    /** What is wrong with it, in words; null where nothing is, or nothing can be checked. */
    readonly fault: string | null;
  }[];
  readonly mentions: number;
  readonly documents: readonly string[];
  /** Entries of lists that it may be; a person's word on each, null where nobody has said. */
  readonly listed: readonly { readonly list: string; readonly entityId: string; readonly decision: string | null }[];
};

export type SubjectExport = {
  readonly origin: string;
  readonly at: string;
  readonly subjects: readonly ExportedSubject[];
};

const SCHEMATA: Readonly<Record<ExportedSubject['kind'], string>> = {
  person: 'Person',
  organisation: 'Organization',
  vessel: 'Vessel',
  aircraft: 'Airplane',
  account: 'BankAccount',
  place: 'Address',
};

/** The properties of FollowTheMoney that hold a number of each scheme; others stand in the notes with their scheme. */
const PROPERTIES: Readonly<Record<string, readonly [schema: string, property: string]>> = {
  imo: ['Vessel', 'imoNumber'],
  mmsi: ['Vessel', 'mmsi'],
  'call-sign': ['Vessel', 'callSign'],
  'aircraft-registration': ['Airplane', 'registrationNumber'],
  registration: ['Organization', 'registrationNumber'],
  passport: ['Person', 'passportNumber'],
  iban: ['BankAccount', 'iban'],
};
const WALLETS: ReadonlySet<string> = new Set(['bitcoin', 'ethereum', 'tron']);

/**
 * Subjects as entities of FollowTheMoney, one a line. A number with a fault is no property, which other programs would match
 * by: it stands in the notes. An entry of a list is a topic of none: it is named in the notes, with what a person said of it.
 */
export function subjectLines({ origin, at, subjects }: SubjectExport): string {
  const dataset = datasetOf(origin);
  return subjects
    .map((subject) => {
      const wallet = subject.kind === 'account' && subject.identifiers.some(({ scheme }) => WALLETS.has(scheme));
      const schema = wallet ? 'CryptoWallet' : SCHEMATA[subject.kind];
      const properties: Record<string, string[]> = {};
      const put = (property: string, value: string): void => {
        properties[property] = [...(properties[property] ?? []), value];
      };
      for (const name of subject.names) put(subject.kind === 'place' ? 'full' : 'name', name);
      for (const { scheme, value, fault } of subject.identifiers) {
        const known = PROPERTIES[scheme];
        if (fault === null && wallet && WALLETS.has(scheme)) put('publicKey', value);
        else if (fault === null && known?.[0] === schema) put(known[1], value);
        else put('notes', numberWords({ scheme, value, fault }));
      }
      for (const one of subject.listed) put('notes', listedWords(one));
      return `${JSON.stringify({ id: subject.id, schema, properties, datasets: [dataset], first_seen: at.slice(0, 10) })}\n`;
    })
    .join('');
}

const DECISIONS: Readonly<Record<string, string>> = {
  true: 'decided to be the very one',
  false: 'decided to be another',
  unsure: 'looked at, and not settled',
};

function listedWords({ list, entityId, decision }: ExportedSubject['listed'][number]): string {
  return `${entityId} of ${list}: ${(decision === null ? undefined : DECISIONS[decision]) ?? 'of a like name or number, not decided'}`;
}

function numberWords({ scheme, value, fault }: ExportedSubject['identifiers'][number]): string {
  return `${scheme} ${value}${fault === null ? '' : ` (${fault})`}`;
}

/** The same as rows of a table, the first of which names the columns. Several values of one cell are parted by semicolons. */
export function subjectRows({ subjects }: SubjectExport): readonly (readonly string[])[] {
  return [
    ['id', 'kind', 'names', 'identifiers', 'mentions', 'documents', 'listed'],
    ...subjects.map(({ id, kind, names, identifiers, mentions, documents, listed }) => [
      id,
      kind,
      names.join('; '),
      identifiers.map(numberWords).join('; '),
      String(mentions),
      documents.join('; '),
      listed.map(listedWords).join('; '),
    ]),
  ];
}

const CLASSES: Readonly<Record<ExportedSubject['kind'], string>> = {
  person: 'individual',
  organisation: 'organization',
  vessel: 'unspecified',
  aircraft: 'unspecified',
  account: 'unspecified',
  place: 'unspecified',
};

/**
 * Subjects as identities in a bundle of STIX 2.1, which has no word for ships and accounts: what each is stands in its description.
 * One that documents name by a number alone goes by that number.
 */
export function subjectBundle({ origin, at, subjects }: SubjectExport): object {
  const objects: readonly StixObject[] = subjects.map((subject) => {
    const numbers = subject.identifiers.map(numberWords);
    const [name = numbers[0] ?? subject.id, ...others] = subject.names;
    const words = [
      subject.kind,
      ...others.map((other) => `also ${other}`),
      ...numbers,
      ...subject.listed.map(listedWords),
    ];
    return stixObject(
      'identity',
      { origin, name: subject.id, at },
      { name, identity_class: CLASSES[subject.kind], description: `${words.join('; ')}.` },
    );
  });
  return { type: 'bundle', id: `bundle--${nameUuid(JSON.stringify(objects))}`, objects };
}
