import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { packageRoot } from '../../src/core/resource.ts';
import type { Entity } from '../../src/entities/entity.ts';
import { openListBytes, openListFile } from '../../src/entities/list-file.ts';
import { readLists } from '../../tests/entities/read-lists.ts';

/** The folder of test data, found through PANEL_TEST_DATA; undefined when there is none. */
export function testData(): string | undefined {
  const folder = process.env.PANEL_TEST_DATA ?? join(packageRoot(), '..', 'shared');
  const data = existsSync(join(folder, 'data')) ? join(folder, 'data') : folder;
  return existsSync(join(data, 'names')) ? data : undefined;
}

export type Row = Readonly<Record<string, string>>;

export function readCsv(path: string): Row[] {
  return Papa.parse<Row>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
    .data;
}

export const UN_LIST = 'un-consolidated-2026-02-27.xml';
export const OFAC_FILES = ['ofac-2019-sdn.csv', 'ofac-2019-alt.csv', 'ofac-2019-add.csv'];

export function loadLists(data: string, files: readonly string[]): Entity[] {
  return [...readLists(files.map((file) => openListFile(join(data, 'lists', file)))).entities];
}

export function loadReduced(data: string, removeFile: string): Entity[] {
  return [...readLists([openListBytes(UN_LIST, Buffer.from(reducedXml(data, removeFile)))]).entities];
}

/** The U.N. list without the aliases and original names that a test asks for: their elements are dropped from the XML. */
export function reducedXml(data: string, removeFile: string): string {
  const removed = new Map<string, Set<string>>();
  for (const row of readCsv(join(data, 'names', removeFile))) {
    const id = row.entityId ?? '';
    const names = removed.get(id) ?? new Set();
    removed.set(id, names.add((row.alias ?? row.name ?? '').replace(/\s+/g, ' ').trim()));
  }
  return readFileSync(join(data, 'lists', UN_LIST), 'utf8').replace(/<(INDIVIDUAL|ENTITY)>[\s\S]*?<\/\1>/g, (entry) => {
    const reference = /<REFERENCE_NUMBER>(.*?)</.exec(entry)?.[1] ?? '';
    const names = removed.get(`un-${reference}`);
    if (names === undefined) return entry;
    const gone = (text: string): boolean => names.has(unescapeXml(text).replace(/\s+/g, ' ').trim());
    return entry
      .replace(/<(INDIVIDUAL_ALIAS|ENTITY_ALIAS)>[\s\S]*?<\/\1>/g, (alias) =>
        gone(/<ALIAS_NAME>([\s\S]*?)<\//.exec(alias)?.[1] ?? '') ? '' : alias,
      )
      .replace(/<NAME_ORIGINAL_SCRIPT>([\s\S]*?)<\/NAME_ORIGINAL_SCRIPT>/g, (whole, text: string) =>
        gone(text) ? '' : whole,
      );
  });
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
