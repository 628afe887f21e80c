import Papa from 'papaparse';

/** The formats of list files that are read. */
export type ListFormat =
  | 'un-consolidated'
  | 'ofac-sdn'
  | 'ofac-alt'
  | 'ofac-add'
  | 'ofac-advanced'
  | 'eu-fsf'
  | 'uk-sanctions'
  | 'ftm-lines'
  | 'regime-vessels';

/** Tells the format by what the file holds; its name plays no part. Undefined when it is none that is read. */
export function recogniseList(head: string): ListFormat | undefined {
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (text.startsWith('<')) return recogniseXml(text);
  if (text.startsWith('{'))
    return /"schema"\s*:/.test(text) || /"op"\s*:\s*"(ADD|MOD|DEL)"/.test(text) ? 'ftm-lines' : undefined;
  if (
    /^(?:#.*\n|\s*\n|---\s*\n)*\s*[\w-]+\s*:/.test(text) &&
    /^\s*-?\s*['"]?(?:imo|vessels|designations)['"]?\s*:/m.test(text)
  )
    return 'regime-vessels';
  return recogniseCsv(text);
}

function recogniseXml(text: string): ListFormat | undefined {
  const root = /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?=[\s/>])([^>]*)>/.exec(
    text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>/g, ''),
  );
  switch (root?.[1]) {
    case 'CONSOLIDATED_LIST':
      return 'un-consolidated';
    case 'Sanctions':
      return 'ofac-advanced';
    case 'export':
      return /fsd|europa|sanctionEntity/.test(text) ? 'eu-fsf' : undefined;
    default:
      return undefined;
  }
}

function recogniseCsv(text: string): ListFormat | undefined {
  const rows = Papa.parse<string[]>(text, { delimiter: ',', preview: 5 }).data;
  for (const row of rows.slice(0, 3)) {
    const cells = row.map((cell) => cell.trim().toLowerCase());
    if (cells.includes('name 6') && (cells.includes('unique id') || cells.includes('group id'))) return 'uk-sanctions';
  }
  const row = rows.find((cells) => cells.length > 2) ?? [];
  const cells = row.map((cell) => cell.trim());
  if (!/^\d{1,9}$/.test(cells[0] ?? '')) return undefined;
  if (row.length >= 11) return 'ofac-sdn';
  if (row.length === 5 && /^(aka|fka|nka)$/i.test(cells[2] ?? '')) return 'ofac-alt';
  if (row.length === 6 && /^(\d+|-0-)$/.test(cells[1] ?? '')) return 'ofac-add';
  return undefined;
}
