import type { NameQuality } from '../entity.ts';
import { EntityBuilder, readListDate, readListDay } from '../entity-builder.ts';
import { findImoNumbers } from '../imo.ts';
import { splitListedName } from '../list-names.ts';
import type { ListReader, ReaderOutput } from './reader.ts';
import { childOf, childrenOf, childText, walkXml, type XmlNode } from './xml-walk.ts';

const QUALITIES: Readonly<Record<string, NameQuality>> = {
  good: 'strong',
  'a.k.a.': 'strong',
  low: 'weak',
  'f.k.a.': 'former',
};

/** The Security Council's consolidated list (its published XML schema `sc-sanctions.xsd`). */
export const readUnConsolidated: ListReader = ({ origin, chunks }, output) => {
  const seen = new Set<string>();
  const broken = walkXml(chunks(), origin.file, {
    entries: new Set(['INDIVIDUAL', 'ENTITY']),
    onEntry(node) {
      const place = `line ${node.line}`;
      const reference = childText(node, 'REFERENCE_NUMBER');
      if (!/^[A-Za-z]{2,4}\.?\d*[ie]?\.?\d+$/.test(reference)) {
        output.fault(place, `the entry has no usable REFERENCE_NUMBER ("${reference.slice(0, 40)}")`);
        return;
      }
      if (seen.has(reference)) {
        output.fault(place, `the reference ${reference} appears a second time`);
        return;
      }
      const person = node.name === 'INDIVIDUAL';
      const builder = new EntityBuilder(`un-${reference}`, person ? 'Person' : 'Organization', 'un-sc', origin);
      addNames(builder, node, person);
      if (!builder.has('name')) {
        output.fault(place, `the entry ${reference} has no name`);
        return;
      }
      seen.add(reference);
      addFacts(builder, node, output, reference);
      output.found(
        builder.finish({
          authority: 'United Nations Security Council',
          program: childText(node, 'UN_LIST_TYPE'),
          reference,
          listedOn: readListDay(childText(node, 'LISTED_ON')),
          updatedOn: valuesIn(node, 'LAST_DAY_UPDATED')
            .map((value) => readListDay(value.text))
            .filter((day) => day !== null)
            .sort(),
          delistedOn: readListDay(childText(node, 'DELISTED_ON')),
        }),
      );
    },
  });
  if (broken !== null) output.fault('file', broken);
};

function valuesIn(node: XmlNode, name: string): XmlNode[] {
  return childrenOf(node, name).flatMap((list) => childrenOf(list, 'VALUE'));
}

function addNames(builder: EntityBuilder, node: XmlNode, person: boolean): void {
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
    .map((name) => childText(node, name))
    .filter((part) => part !== '' && part.toLowerCase() !== 'na');
  const full = parts.join(' ');
  const place = `line ${node.line}, FIRST_NAME`;
  const [whole, ...others] = splitListedName(full, 'primary');
  builder.addName(whole?.name ?? '', 'primary', place, full);
  for (const other of others)
    builder.addName(other.name, other.quality === 'primary' ? 'strong' : other.quality, place, full);
  for (const original of childrenOf(node, 'NAME_ORIGINAL_SCRIPT'))
    builder.addName(original.text, 'strong', `line ${original.line}, NAME_ORIGINAL_SCRIPT`);
  for (const alias of childrenOf(node, person ? 'INDIVIDUAL_ALIAS' : 'ENTITY_ALIAS')) {
    const text = childText(alias, 'ALIAS_NAME');
    const quality = QUALITIES[childText(alias, 'QUALITY').toLowerCase()] ?? 'strong';
    const at = `line ${alias.line}, ${alias.name}`;
    for (const { name, quality: own } of splitListedName(text, quality)) builder.addName(name, own, at, text);
    addBirthDates(builder, childText(alias, 'DATE_OF_BIRTH'), at);
    builder.add('birthPlace', childText(alias, 'CITY_OF_BIRTH'), at);
    if (person) builder.addCountry('birthCountry', childText(alias, 'COUNTRY_OF_BIRTH'), at);
  }
}

/** Aliases carry dates as free text: `1 Jan 1971`, `1971; 1973`, `between 1971 and 1973`. */
function addBirthDates(builder: EntityBuilder, text: string, place: string): void {
  if (text === '') return;
  for (const piece of text.split(/[;,]|\bor\b/)) {
    const years = /between\s+(\d{4})\s+and\s+(\d{4})/i.exec(piece);
    const day = /\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|(?:\d{1,2}\s+)?[A-Za-z]{3,9}\.?\s+\d{4}|\d{4}/.exec(
      piece,
    );
    const date = years ? `${years[1]}/${years[2]}` : day === null ? undefined : readListDate(day[0]);
    builder.addDate('birthDate', date, place, undefined, text);
  }
}

function addFacts(builder: EntityBuilder, node: XmlNode, output: ReaderOutput, reference: string): void {
  const at = (part: XmlNode): string => `line ${part.line}, ${part.name}`;
  for (const birth of childrenOf(node, 'INDIVIDUAL_DATE_OF_BIRTH')) {
    const [from, to] = [childText(birth, 'FROM_YEAR'), childText(birth, 'TO_YEAR')];
    const stated = childText(birth, 'DATE') || childText(birth, 'YEAR');
    const date = from !== '' && to !== '' ? `${from}/${to}` : stated === '' ? from || to : readListDate(stated);
    const type = childText(birth, 'TYPE_OF_DATE').toLowerCase();
    const note = [type === 'exact' ? '' : type, childText(birth, 'NOTE')].filter(Boolean).join('; ');
    if (stated + from + to !== '' && !builder.addDate('birthDate', date, at(birth), note, stated || undefined))
      output.fault(at(birth), `${reference}: "${stated || `${from}-${to}`}" is not a date of birth that can be read`);
  }
  for (const birth of childrenOf(node, 'INDIVIDUAL_PLACE_OF_BIRTH')) {
    const place = ['CITY', 'STATE_PROVINCE', 'COUNTRY'].map((name) => childText(birth, name)).filter(Boolean);
    builder.add('birthPlace', place.join(', '), at(birth), { note: childText(birth, 'NOTE') });
    builder.addCountry('birthCountry', childText(birth, 'COUNTRY'), at(birth));
  }
  for (const nationality of valuesIn(node, 'NATIONALITY'))
    builder.addCountry('nationality', nationality.text, `line ${nationality.line}, NATIONALITY`);
  builder.addCountry('nationality', childText(node, 'NATIONALITY2'), `line ${node.line}, NATIONALITY2`);
  const gender = childOf(node, 'GENDER');
  if (gender !== undefined) builder.add('gender', genderOf(gender.text), at(gender), { original: gender.text });
  for (const title of valuesIn(node, 'TITLE')) builder.add('title', title.text, `line ${title.line}, TITLE`);
  for (const position of valuesIn(node, 'DESIGNATION'))
    builder.add('position', position.text, `line ${position.line}, DESIGNATION`);
  for (const address of [...childrenOf(node, 'INDIVIDUAL_ADDRESS'), ...childrenOf(node, 'ENTITY_ADDRESS')]) {
    const lines = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'].map((name) => childText(address, name));
    builder.add('address', lines.filter(Boolean).join(', '), at(address), { note: childText(address, 'NOTE') });
    builder.addCountry('country', childText(address, 'COUNTRY'), at(address));
  }
  for (const document of childrenOf(node, 'INDIVIDUAL_DOCUMENT')) addDocument(builder, document, at(document));
  const comments = childOf(node, 'COMMENTS1');
  if (comments === undefined) return;
  builder.add('notes', comments.text, at(comments));
  if (!/imo|maritime organi[sz]ation/i.test(comments.text)) return;
  for (const imo of findImoNumbers(comments.text)) builder.add('imoNumber', imo, at(comments));
}

function addDocument(builder: EntityBuilder, document: XmlNode, place: string): void {
  const kind = childText(document, 'TYPE_OF_DOCUMENT') || childText(document, 'TYPE_OF_DOCUMENT2');
  const number = childText(document, 'NUMBER');
  const passport = /pass?aporte|passe?port/i.test(kind);
  const note = [
    kind,
    childText(document, 'TYPE_OF_DOCUMENT2'),
    childText(document, 'ISSUING_COUNTRY') || childText(document, 'COUNTRY_OF_ISSUE'),
    childText(document, 'DATE_OF_ISSUE') && `issued ${childText(document, 'DATE_OF_ISSUE')}`,
    childText(document, 'NOTE'),
  ];
  builder.add(passport ? 'passportNumber' : 'idNumber', number, place, { note: note.filter(Boolean).join('; ') });
}

function genderOf(text: string): string {
  const first = text.trim().toLowerCase()[0];
  return first === 'm' ? 'male' : first === 'f' ? 'female' : '';
}
