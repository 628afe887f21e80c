import { type EntityBuilder, readListDate } from '../entity-builder.ts';
import { findImoNumbers } from '../imo.ts';

/** Identifiers as OFAC's remarks name them, each with the property that holds it. The first that fits counts. */
const IDENTIFIERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:Diplomatic |Stateless Person )?Passport\b/i, 'passportNumber'],
  [/^SSN\b/i, 'socialSecurityNumber'],
  [/^SWIFT\/BIC\b/i, 'swiftBic'],
  [/^D-U-N-S Number\b/i, 'dunsCode'],
  [
    /^(?:Tax ID|NIT|RUC|R\.?F\.?C\.?|RIF|CUIT|C\.U\.I\.T|VAT Number|V\.A\.T\.? Number|RTN|Fiscal Code|Italian Fiscal Code)/i,
    'taxNumber',
  ],
  [
    /^(?:Registration ID|Registration Number|Company Number|Commercial Registry|Trade License|Business Registration|Matricula Mercantil|Folio Mercantil|Public Registration|Chamber of Commerce|Registered Charity|Certificate of Incorporation|UK Company Number|Government Gazette)/i,
    'registrationNumber',
  ],
  [
    /^(?:Cedula|National ID|Identification Number|C\.?U\.?R\.?P\.?|Personal ID|Electoral Registry|D\.?N\.?I\.?|I\.?F\.?E\.?|Driver's License|Birth Certificate|Refugee ID|Citizen's Card|Residency Number|N\.?I\.?E\.?|Numero de Identidad|Kenyan ID|Afghan ID|Bosnian Personal ID|Turkish Identification|Iraqi? ID|Phone)/i,
    'idNumber',
  ],
];
const PERSON_ONLY = new Set(['passportNumber', 'socialSecurityNumber']);

/**
 * The remarks of the SDN list: facts with semicolons between them. What is recognised becomes a property;
 * the whole text is kept in the notes.
 */
export function addOfacRemarks(builder: EntityBuilder, remarks: string, place: string): void {
  if (remarks === '') return;
  builder.add('notes', remarks, place);
  const person = builder.schema === 'Person';
  for (const raw of splitRemarks(remarks)) {
    const part = raw.replace(/^alt\.\s*/i, '');
    const date = /^DOB\s+(.+)$/i.exec(part);
    if (date) {
      const circa = /circa/i.test(date[1] ?? '');
      if (person) builder.addDate('birthDate', readListDate(date[1] ?? ''), place, circa ? 'circa' : undefined, raw);
      continue;
    }
    const birthPlace = /^POB\s+(.+)$/i.exec(part)?.[1];
    if (birthPlace !== undefined) {
      if (!person) continue;
      builder.add('birthPlace', birthPlace, place);
      const country = birthPlace.split(',').at(-1) ?? '';
      builder.addCountry('birthCountry', country, place);
      continue;
    }
    const nation = /^(nationality|citizen)\s+(.+)$/i.exec(part);
    if (nation) {
      const prop = !person ? 'country' : nation[1]?.toLowerCase() === 'citizen' ? 'citizenship' : 'nationality';
      builder.addCountry(prop, nation[2], place);
      continue;
    }
    const gender = /^Gender\s+(male|female)/i.exec(part)?.[1]?.toLowerCase();
    if (gender !== undefined) {
      if (person) builder.add('gender', gender, place);
      continue;
    }
    const alias = /^(a\.?k\.?a\.?|f\.?k\.?a\.?|n\.?k\.?a\.?)\s+['"“](.+?)['"”]?$/i.exec(part);
    if (alias) {
      builder.addName(alias[2]?.replace(/['"]$/, ''), /^f/i.test(alias[1] ?? '') ? 'former' : 'weak', place);
      continue;
    }
    if (builder.schema === 'Vessel' && addVesselFact(builder, part, place)) continue;
    if (builder.schema === 'Airplane' && addAircraftFact(builder, part, place)) continue;
    addIdentifier(builder, part, place, person);
  }
}

/**
 * Semicolons separate facts, not those in quotation marks; a closing full stop is no part of the last fact. Read from the
 * end, where a mark without a partner, an inch, leaves all after it whole.
 */
function splitRemarks(remarks: string): string[] {
  const parts: string[] = [];
  let end = remarks.length;
  let quoted = false;
  for (let at = remarks.length - 1; at >= 0; at--) {
    if (remarks[at] === '"') quoted = !quoted;
    else if (remarks[at] === ';' && !quoted) {
      parts.push(remarks.slice(at + 1, end));
      end = at;
    }
  }
  parts.push(remarks.slice(0, end));
  return parts
    .reverse()
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '');
}

function addVesselFact(builder: EntityBuilder, part: string, place: string): boolean {
  for (const imo of findImoNumbers(part)) builder.add('imoNumber', imo, place);
  const mmsi = /\bMMSI\s+(\d{9})/i.exec(part)?.[1];
  builder.add('mmsi', mmsi, place);
  builder.add('buildDate', /^Vessel Year of Build\s+(\d{4})/i.exec(part)?.[1], place);
  builder.add('callSign', /^(?:Vessel )?Call Sign\s+(\S+)/i.exec(part)?.[1], place);
  builder.addCountry(
    'pastFlags',
    /^Former Vessel Flag\s+(.+)$/i.exec(part)?.[1]?.replace(/^None Identified$/i, ''),
    place,
  );
  builder.addCountry('flag', /^Vessel Flag\s+(.+)$/i.exec(part)?.[1], place);
  builder.add('type', /^(?:Other )?Vessel Type\s+(.+)$/i.exec(part)?.[1], place);
  return /^(former )?vessel|^mmsi|imo/i.test(part);
}

function addAircraftFact(builder: EntityBuilder, part: string, place: string): boolean {
  builder.add('registrationNumber', /^Aircraft Tail Number\s+(.+)$/i.exec(part)?.[1], place);
  builder.add('model', /^Aircraft Model\s+(.+)$/i.exec(part)?.[1], place);
  builder.add('serialNumber', /^Aircraft Manufacturer's Serial Number(?:\s*\(MSN\))?\s+(.+)$/i.exec(part)?.[1], place);
  builder.add('icaoCode', /^Aircraft Mode S Transponder Code\s+(.+)$/i.exec(part)?.[1], place);
  builder.addDate('buildDate', readListDate(/^Aircraft Manufacture Date\s+(.+)$/i.exec(part)?.[1] ?? ''), place);
  return /^aircraft/i.test(part);
}

function addIdentifier(builder: EntityBuilder, part: string, place: string, person: boolean): void {
  const known = IDENTIFIERS.find(([pattern]) => pattern.test(part));
  if (known === undefined) return;
  const [pattern, prop] = known;
  if (prop === 'dunsCode' || !PERSON_ONLY.has(prop) || person) {
    const after = part.replace(pattern, '').replace(/^\s*(?:No\.?|Number|#|ID)?\s*[.:#]*\s*/i, '');
    const number =
      /^[A-Z]{0,4}[\w./-]*\d[\w./-]*(?:\s\d[\w./-]*)*/i.exec(after)?.[0] ?? (prop === 'swiftBic' ? after : undefined);
    if (number !== undefined && number.replace(/\D/g, '').length + (prop === 'swiftBic' ? 9 : 0) >= 3)
      builder.add(prop, number, place, { note: part });
  }
}
