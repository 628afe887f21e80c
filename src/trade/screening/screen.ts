import type { Regime } from '../../regime/model/regime.ts';
import { confusionMarks } from '../marks/confusion.ts';
import { duplicateMarks } from '../marks/duplicate.ts';
import { editionMark } from '../marks/edition.ts';
import type { Mark } from '../marks/mark.ts';
import { mirrorGapMarks } from '../marks/mirror-gap.ts';
import { aggregateMark, estimateMark, roundNumberMark } from '../marks/row-marks.ts';
import { unitValueMarks } from '../marks/unit-value.ts';
import { isNought, type TradeRow } from '../model/row.ts';
import type { FileReading } from '../reading/file-reading.ts';
import type { TradeTerms } from '../terms/terms.ts';
import { comparableFigures } from './comparable.ts';
import { coverageOf } from './provision-coverage.ts';
import { LawOfRows, type RowLaw } from './row-law.ts';

/** A row against the law of its period, with what should be asked about it. */
export type ScreenedRow = RowLaw & {
  readonly file: string;
  readonly row: number;
  readonly period: string;
  readonly marks: readonly Mark[];
};

/**
 * Screens the rows of files: which bans and caps touched each in its period, and the marks of figures that should be asked about before
 * anything is said on their strength. `all`: also the rows that nothing touches.
 */
export function screenRows(
  regime: Regime,
  terms: TradeTerms,
  files: readonly FileReading[],
  all: boolean,
): readonly ScreenedRow[] {
  return screenFigures(regime, terms, files, all).map(({ row, law, marks }) => ({
    file: row.file,
    row: row.row,
    period: row.period.label,
    ...law,
    marks,
  }));
}

/** A figure with what the law says of it and what should be asked about it. */
export type ScreenedFigure = { readonly row: TradeRow; readonly law: RowLaw; readonly marks: readonly Mark[] };

/** As `screenRows`, with the figures themselves. */
export function screenFigures(
  regime: Regime,
  terms: TradeTerms,
  files: readonly FileReading[],
  all: boolean,
): readonly ScreenedFigure[] {
  const rows = files.flatMap((file) => file.rows);
  const law = new LawOfRows(regime);
  const coverage = coverageOf(regime);
  const grouped = [
    confusionMarks(
      rows,
      files.map((file) => file.south),
      terms,
    ),
    unitValueMarks(rows),
    mirrorGapMarks(
      comparableFigures(
        regime,
        files.map((file) => file.rows),
      ),
    ),
    duplicateMarks(rows),
  ];
  const speaking = new Set(rows.filter((row) => !isNought(row)).map(placeOf));
  return rows.flatMap((row): readonly ScreenedFigure[] => {
    // Of a wide table the months in which nothing moved are no rows of their own.
    if (isNought(row) && speaking.has(placeOf(row))) return [];
    const answer = law.lawOf(row);
    if (answer.status === 'clear' && !all) return [];
    const marks = [
      ...grouped.map((found) => found.get(row)),
      editionMark(row, coverage),
      aggregateMark(row),
      estimateMark(row),
      roundNumberMark(row),
    ].filter((mark): mark is Mark => mark !== null && mark !== undefined);
    return [{ row, law: answer, marks }];
  });
}

function placeOf(row: TradeRow): string {
  return `${row.file}\t${row.row}`;
}
