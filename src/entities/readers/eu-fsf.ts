import { EntityBuilder, readListDay } from '../entity-builder.ts';
import { findImoNumbers } from '../imo.ts';
import type { ListReader } from './reader.ts';
import { childOf, childrenOf, childText, walkXml, type XmlNode } from './xml-walk.ts';

/** The European Union's consolidated financial sanctions file (FSF), XML 1.1. */
export const readEuFsf: ListReader = ({ origin, chunks }, output) => {
  const seen = new Set<string>();
  const broken = walkXml(chunks(), origin.file, {
    entries: new Set(['sanctionEntity']),
    onEntry(node) {
      const place = `line ${node.line}`;
      const reference = node.attributes.euReferenceNumber || node.attributes.logicalId || '';
      if (!/^[\w./-]{1,60}$/.test(reference)) {
        output.fault(place, 'a sanctionEntity without euReferenceNumber and logicalId');
        return;
      }
      if (seen.has(reference)) {
        output.fault(place, `the entry ${reference} appears a second time`);
        return;
      }
      const type = childOf(node, 'subjectType')?.attributes;
      const person = type?.code === 'person' || type?.classificationCode === 'P';
      const builder = new EntityBuilder(`eu-${reference}`, person ? 'Person' : 'Organization', 'eu-fsf', origin);
      addNames(builder, node, person);
      if (!builder.has('name')) {
        output.fault(place, `the entry ${reference} has no name`);
        return;
      }
      seen.add(reference);
      addFacts(builder, node, person);
      const regulations = childrenOf(node, 'regulation').map((regulation) => regulation.attributes);
      const days = regulations
        .map((regulation) => readListDay(regulation.entryIntoForceDate || regulation.publicationDate))
        .filter((day) => day !== null)
        .sort();
      output.found(
        builder.finish({
          authority: 'European Union',
          program: [...new Set(regulations.map((regulation) => regulation.programme).filter(Boolean))].join('; '),
          reference,
          listedOn: readListDay(node.attributes.designationDate) ?? days[0] ?? null,
          updatedOn: days,
          delistedOn: null,
        }),
      );
    },
  });
  if (broken !== null) output.fault('file', broken);
};

function addNames(builder: EntityBuilder, node: XmlNode, person: boolean): void {
  let first = true;
  for (const alias of childrenOf(node, 'nameAlias')) {
    const { wholeName, firstName, middleName, lastName, strong, gender, title } = alias.attributes;
    const place = `line ${alias.line}, nameAlias`;
    const name = wholeName || [firstName, middleName, lastName].filter(Boolean).join(' ');
    builder.addName(name, strong === 'false' ? 'weak' : first && name !== '' ? 'primary' : 'strong', place);
    if (builder.has('name')) first = false;
    if (!person) continue;
    builder.add('title', title, place);
    builder.add('position', alias.attributes.function, place);
    builder.add('gender', gender === 'M' ? 'male' : gender === 'F' ? 'female' : '', place);
  }
  if (!builder.has('name')) {
    const alias = childOf(node, 'nameAlias');
    builder.addName(alias?.attributes.wholeName, 'primary', `line ${alias?.line ?? node.line}, nameAlias`);
  }
}

function addFacts(builder: EntityBuilder, node: XmlNode, person: boolean): void {
  for (const part of node.children) {
    const place = `line ${part.line}, ${part.name}`;
    const a = part.attributes;
    const country = a.countryIso2Code === '00' ? '' : a.countryIso2Code || a.countryDescription;
    if (part.name === 'citizenship') builder.addCountry(person ? 'citizenship' : 'country', country, place);
    else if (part.name === 'birthdate' && person) {
      const month = a.monthOfYear ? `-${a.monthOfYear.padStart(2, '0')}` : '';
      const range = a.yearRangeFrom && a.yearRangeTo ? `${a.yearRangeFrom}/${a.yearRangeTo}` : undefined;
      const date = a.birthdate || range || (a.year ? `${a.year}${month}` : undefined);
      builder.addDate('birthDate', date, place, a.circa === 'true' ? 'circa' : undefined);
      builder.add('birthPlace', [a.city, a.region, a.place, a.countryDescription].filter(Boolean).join(', '), place);
      builder.addCountry('birthCountry', country, place);
    } else if (part.name === 'address') {
      builder.add(
        'address',
        [a.street, a.poBox, a.zipCode, a.city, a.region, a.place, a.countryDescription].filter(Boolean).join(', '),
        place,
      );
      builder.addCountry('country', country, place);
    } else if (part.name === 'identification') {
      const note = [a.identificationTypeDescription || a.identificationTypeCode, a.countryDescription]
        .filter(Boolean)
        .join('; ');
      const number = a.number || a.latinNumber;
      const imo = /imo/i.test(`${a.identificationTypeCode} ${a.identificationTypeDescription}`)
        ? findImoNumbers(`IMO ${number}`)[0]
        : undefined;
      if (imo !== undefined && !person) builder.add('imoNumber', imo, place, { note });
      else if (a.identificationTypeCode === 'passport' && person)
        builder.add('passportNumber', number, place, { note });
      else if (a.identificationTypeCode === 'fiscalcode') builder.add('taxNumber', number, place, { note });
      else if (a.identificationTypeCode === 'swiftbic' && !person) builder.add('swiftBic', number, place, { note });
      else builder.add(person ? 'idNumber' : 'registrationNumber', number, place, { note });
    } else if (part.name === 'remark') builder.add('notes', part.text, place);
  }
  builder.add('notes', node.attributes.designationDetails, `line ${node.line}`);
  const united = node.attributes.unitedNationId;
  if (united) builder.add('notes', `U.N. reference ${united}`, `line ${node.line}`);
  builder.add('notes', childText(node, 'comment'), `line ${node.line}`);
}
