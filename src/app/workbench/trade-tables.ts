import { type ColumnMapping, layoutKey, layoutsIn } from '../../claims/tables/column-mapping.ts';
import type { ReadTable } from '../derivation/trade/figure-sources.ts';
import type { UnknownTable } from './contract/trade-shape.ts';

/** Figures of a table whose columns people named. */
const NAMED = 'named-columns';

/** The tables that no form knows, as a person may name their columns, and those whose columns were named. */
export function unknownTables(
  tables: readonly ReadTable[],
  mappings: ReadonlyMap<string, ColumnMapping>,
): readonly UnknownTable[] {
  return tables.flatMap(({ document: { document, custody, layer }, reading: { report } }) => {
    if (report.form !== null && report.form !== NAMED) return [];
    return layoutsIn(layer).map(({ title, headings, rows, samples }, at): UnknownTable => {
      const mapping = mappings.get(layoutKey(headings));
      const named = mapping?.roles.some((role) => role !== null) === true;
      return {
        document,
        file: custody.origin.fileName,
        table: at + 1,
        title,
        rows: rows.length,
        columns: headings.map((heading, place) => ({
          heading,
          samples: samples.map((cells) => cells[place] ?? ''),
          role: mapping?.roles[place] ?? null,
          unit: mapping?.units[place] ?? '',
          doubled: headings.indexOf(heading) !== headings.lastIndexOf(heading),
        })),
        named,
        reason: report.form === null || !named ? (report.reason ?? null) : null,
      };
    });
  });
}
