import type { CalendarDate } from '../../core/time/calendar.ts';
import type { NameQuality } from '../entity.ts';
import { EntityBuilder, readListDay } from '../entity-builder.ts';
import { findImoNumbers } from '../imo.ts';
import type { ListReader } from './reader.ts';
import { childOf, childrenOf, childText, walkXml, type XmlNode } from './xml-walk.ts';

type Reference = { readonly text: string; readonly attributes: Readonly<Record<string, string>> };
type Sanction = { listedOn: CalendarDate | null; readonly programs: Set<string> };

const REFERENCE_SETS = new Set([
  'PartySubTypeValues',
  'PartyTypeValues',
  'AliasTypeValues',
  'FeatureTypeValues',
  'IDRegDocTypeValues',
  'CountryValues',
  'NamePartTypeValues',
  'DetailReferenceValues',
  'ListValues',
  'LegalBasisValues',
]);
const ENTRIES = new Set([...REFERENCE_SETS, 'Location', 'IDRegDocument', 'DistinctParty', 'SanctionsEntry']);

/** OFAC's advanced XML (the U.N. advanced sanctions data model): parties that point into value sets, places and documents. */
export const readOfacAdvanced: ListReader = ({ origin, chunks }, output) => {
  const references = new Map<string, Reference>();
  const locations = new Map<string, { address: string; country: string }>();
  const documents = new Map<string, XmlNode[]>();
  const parties: { builder: EntityBuilder; profile: string; number: string }[] = [];
  const sanctions = new Map<string, Sanction>();
  const seen = new Set<string>();
  const referred = (kind: string, id: string | undefined): string => references.get(`${kind} ${id}`)?.text ?? '';

  const broken = walkXml(chunks(), origin.file, {
    entries: ENTRIES,
    onEntry(node) {
      if (REFERENCE_SETS.has(node.name)) {
        for (const value of node.children)
          references.set(`${value.name} ${value.attributes.ID}`, {
            text: value.text.trim(),
            attributes: value.attributes,
          });
      } else if (node.name === 'Location') readLocation(node);
      else if (node.name === 'IDRegDocument') {
        const identity = node.attributes.IdentityID ?? '';
        documents.set(identity, [...(documents.get(identity) ?? []), node]);
      } else if (node.name === 'DistinctParty') readParty(node);
      else readSanction(node);
    },
  });
  if (broken !== null) output.fault('file', broken);
  for (const { builder, profile, number } of parties) {
    const sanction = sanctions.get(profile);
    output.found(
      builder.finish({
        authority: 'US Office of Foreign Assets Control',
        program: [...(sanction?.programs ?? [])].join('; '),
        reference: number,
        listedOn: sanction?.listedOn ?? null,
        updatedOn: [],
        delistedOn: null,
      }),
    );
  }

  function readLocation(node: XmlNode): void {
    const country = referred('Country', childOf(node, 'LocationCountry')?.attributes.CountryID);
    const parts = childrenOf(node, 'LocationPart').map((part) =>
      childText(childOf(part, 'LocationPartValue'), 'Value'),
    );
    locations.set(node.attributes.ID ?? '', { address: [...parts, country].filter(Boolean).join(', '), country });
  }

  function readSanction(node: XmlNode): void {
    const profile = node.attributes.ProfileID ?? '';
    const sanction = sanctions.get(profile) ?? { listedOn: null, programs: new Set<string>() };
    sanctions.set(profile, sanction);
    for (const event of childrenOf(node, 'EntryEvent')) {
      const date = readListDay(dateOf(childOf(event, 'Date')));
      if (date !== null && (sanction.listedOn === null || date < sanction.listedOn)) sanction.listedOn = date;
    }
    for (const measure of childrenOf(node, 'SanctionsMeasure')) {
      const program = childText(measure, 'Comment');
      if (program !== '') sanction.programs.add(program);
    }
  }

  function readParty(node: XmlNode): void {
    const number = node.attributes.FixedRef ?? '';
    const profile = childOf(node, 'Profile');
    if (!/^\d{1,9}$/.test(number) || profile === undefined) {
      output.fault(`line ${node.line}`, 'a party without a FixedRef or a profile');
      return;
    }
    if (seen.has(number)) {
      output.fault(`line ${node.line}`, `the party ${number} appears a second time`);
      return;
    }
    const subType = references.get(`PartySubType ${profile.attributes.PartySubTypeID}`);
    const kind = `${subType?.text ?? ''} ${referred('PartyType', subType?.attributes.PartyTypeID)}`;
    const schema = /vessel/i.test(kind)
      ? 'Vessel'
      : /aircraft/i.test(kind)
        ? 'Airplane'
        : /individual/i.test(kind)
          ? 'Person'
          : 'Organization';
    const builder = new EntityBuilder(`ofac-${number}`, schema, 'us-ofac-sdn', origin);
    for (const identity of childrenOf(profile, 'Identity')) {
      readNames(builder, identity);
      for (const document of documents.get(identity.attributes.ID ?? '') ?? []) readDocument(builder, document);
    }
    if (!builder.has('name') && !builder.has('alias')) {
      output.fault(`line ${node.line}`, `the party ${number} has no name`);
      return;
    }
    seen.add(number);
    for (const feature of childrenOf(profile, 'Feature')) readFeature(builder, feature);
    builder.add('notes', childText(node, 'Comment'), `line ${node.line}, Comment`);
    parties.push({ builder, profile: profile.attributes.ID ?? number, number });
  }

  function readNames(builder: EntityBuilder, identity: XmlNode): void {
    const types = new Map<string, string>();
    for (const master of childrenOf(childOf(identity, 'NamePartGroups') ?? identity, 'MasterNamePartGroup'))
      for (const group of childrenOf(master, 'NamePartGroup'))
        types.set(group.attributes.ID ?? '', referred('NamePartType', group.attributes.NamePartTypeID));
    for (const alias of childrenOf(identity, 'Alias')) {
      const type = referred('AliasType', alias.attributes.AliasTypeID);
      const primary = alias.attributes.Primary === 'true';
      const weak = alias.attributes.LowQuality === 'true';
      childrenOf(alias, 'DocumentedName').forEach((documented, i) => {
        const parts = childrenOf(documented, 'DocumentedNamePart').flatMap((part) => childrenOf(part, 'NamePartValue'));
        const last = parts.filter((part) => /^last/i.test(types.get(part.attributes.NamePartGroupID ?? '') ?? ''));
        const rest = parts.filter((part) => !last.includes(part));
        const words = (list: XmlNode[]): string => list.map((part) => part.text.trim()).join(' ');
        const name = last.length > 0 && rest.length > 0 ? `${words(last)}, ${words(rest)}` : words(parts);
        const quality: NameQuality = weak
          ? 'weak'
          : /f\.?k\.?a/i.test(type)
            ? 'former'
            : primary && i === 0
              ? 'primary'
              : 'strong';
        builder.addName(name, quality, `line ${documented.line}, DocumentedName`);
      });
    }
  }

  function readDocument(builder: EntityBuilder, document: XmlNode): void {
    const kind = referred('IDRegDocType', document.attributes.IDRegDocTypeID);
    const number = childText(document, 'IDRegistrationNo');
    const place = `line ${document.line}, IDRegDocument`;
    const note = [kind, referred('Country', document.attributes['IssuedBy-CountryID'])].filter(Boolean).join('; ');
    const imo = findImoNumbers(/vessel/i.test(kind) ? `IMO ${number.replace(/^IMO\s*/i, '')}` : number);
    if (imo[0] !== undefined && builder.schema === 'Vessel') builder.add('imoNumber', imo[0], place, { note });
    else if (/passport/i.test(kind) && builder.schema === 'Person')
      builder.add('passportNumber', number, place, { note });
    else if (/tax|vat/i.test(kind))
      builder.add(builder.schema === 'Vessel' ? 'registrationNumber' : 'taxNumber', number, place, { note });
    else if (/mmsi/i.test(kind)) builder.add('mmsi', number, place, { note });
    else builder.add(builder.schema === 'Person' ? 'idNumber' : 'registrationNumber', number, place, { note });
  }

  function readFeature(builder: EntityBuilder, feature: XmlNode): void {
    const kind = referred('FeatureType', feature.attributes.FeatureTypeID).toLowerCase();
    for (const version of childrenOf(feature, 'FeatureVersion')) {
      const place = `line ${version.line}, Feature`;
      const detail = childOf(version, 'VersionDetail');
      const text = detail?.text.trim() || referred('DetailReference', detail?.attributes.DetailReferenceID);
      const location = locations.get(childOf(version, 'VersionLocation')?.attributes.LocationID ?? '');
      const person = builder.schema === 'Person';
      if (kind === 'birthdate' && person) {
        const period = childOf(version, 'DatePeriod');
        const [from, to] = [childOf(period ?? version, 'Start'), childOf(period ?? version, 'End')];
        const [start, end] = [
          dateOf(from && childOf(from, 'From')),
          dateOf(to && (childOf(to, 'To') ?? childOf(to, 'From'))),
        ];
        const whole = wholePeriod(start, end);
        builder.addDate('birthDate', whole, place, from?.attributes.Approximate === 'true' ? 'circa' : undefined);
      } else if (kind === 'place of birth' && person) {
        builder.add('birthPlace', text || location?.address, place);
        builder.addCountry('birthCountry', location?.country, place);
      } else if (/nationality|citizenship/.test(kind)) {
        const prop = !person ? 'country' : kind.startsWith('nationality') ? 'nationality' : 'citizenship';
        builder.addCountry(prop, location?.country || text, place);
      } else if (kind === 'gender' && person) builder.add('gender', text.toLowerCase(), place);
      else if (kind === 'title' && person) builder.add('title', text, place);
      else if (kind === 'vessel call sign' && builder.schema === 'Vessel') builder.add('callSign', text, place);
      else if (kind === 'vessel flag' && builder.schema === 'Vessel')
        builder.addCountry('flag', text || location?.country, place);
      else if (/^(former|other) vessel flag$/.test(kind) && builder.schema === 'Vessel')
        builder.addCountry('pastFlags', text || location?.country, place);
      else if (kind === 'swift/bic' && !person) builder.add('swiftBic', text, place);
      else if (kind === 'vessel type' && builder.schema === 'Vessel') builder.add('type', text, place);
      else if (kind === 'location') {
        builder.add('address', location?.address, place);
        builder.addCountry('country', location?.country, place);
      } else builder.add('notes', text && `${kind}: ${text}`, place);
    }
  }
};

function dateOf(node: XmlNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const [year, month, day] = ['Year', 'Month', 'Day'].map((name) => childText(node, name));
  if (!year) return undefined;
  return `${year}-${(month || '1').padStart(2, '0')}-${(day || '1').padStart(2, '0')}`;
}

/** The model writes a year as 1 January to 31 December; such a period is the year again. */
function wholePeriod(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined || end === undefined || start === end) return start ?? end;
  if (start.endsWith('-01-01') && end.endsWith('-12-31')) {
    const [first, last] = [start.slice(0, 4), end.slice(0, 4)];
    return first === last ? first : `${first}/${last}`;
  }
  if (start.slice(0, 7) === end.slice(0, 7) && start.endsWith('-01') && Number(end.slice(8)) >= 28)
    return start.slice(0, 7);
  return `${start}/${end}`;
}
