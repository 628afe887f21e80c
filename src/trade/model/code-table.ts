import { readFileSync } from 'node:fs';
import { resourcePath } from '../../core/resource.ts';
import { TradeError } from '../errors.ts';

/**
 * A table of codes that people edit: tab-separated, comments after `#`, the first other line names the columns. Each row carries
 * `evidence` (`read`, `recalled` or `derived`) and `source`, so that nobody has to believe a code.
 * @throws TradeError `terms-invalid` naming the line
 */
export function readTable<const Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] {
  const rows: Record<Column, string>[] = [];
  let header: readonly string[] | undefined;
  for (const [at, line] of readFileSync(resourcePath(name), 'utf8').split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    const fault = (message: string) => new TradeError('terms-invalid', message, { place: `${name}:${at + 1}` });
    if (header === undefined) {
      if (cells.join() !== columns.join()) throw fault(`the columns must be ${columns.join(', ')}`);
      header = cells;
      continue;
    }
    if (cells.length !== columns.length) throw fault(`the line must have ${columns.length} cells`);
    const row = Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? '').trim()]));
    const { evidence, source } = row as { evidence?: string; source?: string };
    if (!['read', 'recalled', 'derived'].includes(evidence ?? ''))
      throw fault('evidence must be read, recalled or derived');
    if (!source) throw fault('source is empty: say where this can be read');
    rows.push(row as Record<Column, string>);
  }
  return rows;
}
