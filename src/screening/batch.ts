import Papa from 'papaparse';
import { FORMULA_CELL } from '../core/formula-cell.ts';
import { cleanText } from '../entities/entity-builder.ts';
import { csvRows } from '../entities/readers/csv-rows.ts';
import { ScreeningError } from './errors.ts';
import type { Question } from './question.ts';
import type { Hit } from './screen.ts';

/** A row of a batch: a question, or why it is none. */
export type BatchRow =
  | { readonly row: number; readonly id: string; readonly question: Question }
  | { readonly row: number; readonly id: string; readonly problem: string };

export const BATCH_INPUT_COLUMNS = ['id', 'name', 'schema', 'birthDate', 'country', 'idNumber', 'imoNumber'] as const;
export const BATCH_OUTPUT_COLUMNS = ['id', 'rank', 'entityId', 'score', 'match', 'caption', 'reasons'] as const;

/**
 * Reads a batch as CSV: columns in any order, any of them missing or empty, others ignored; a row needs `id` and one of
 * `name`, `idNumber`, `imoNumber`. Rows come one by one, so a batch of any length needs little memory.
 * @yields questions in the order of the file, and bad rows with the reason
 * @throws ScreeningError `batch-malformed` when the file has no column `id` or none of the three others
 */
export function* readBatch(chunks: Iterable<string>, file = 'batch'): Generator<BatchRow> {
  let columns: Map<string, number> | undefined;
  const broken: { place: string; message: string }[] = [];
  for (const { cells, row } of csvRows(chunks, (place, message) => broken.push({ place, message }))) {
    if (columns === undefined) {
      columns = new Map(
        cells.map((cell, i) => [
          cell
            .replace(/^\ufeff/, '')
            .trim()
            .toLowerCase(),
          i,
        ]),
      );
      const known = columns;
      if (!known.has('id') || !['name', 'idnumber', 'imonumber'].some((column) => known.has(column)))
        throw new ScreeningError(
          'batch-malformed',
          `The first row must name the columns: ${BATCH_INPUT_COLUMNS.join(',')} (id and one of name, idNumber, imoNumber are needed)`,
          { place: file },
        );
      continue;
    }
    const known = columns;
    const cell = (name: string): string => cleanText(cells[known.get(name.toLowerCase()) ?? -1] ?? '');
    const id = cell('id');
    if (id === '') {
      yield { row, id, problem: 'the row has no id' };
      continue;
    }
    const [name, idNumber, imoNumber] = [cell('name'), cell('idNumber'), cell('imoNumber')];
    if (name === '' && idNumber === '' && imoNumber === '') {
      yield { row, id, problem: 'the row has neither name nor idNumber nor imoNumber' };
      continue;
    }
    const several = (text: string): string[] =>
      text
        .split(/[;|]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    const question: Question = {
      id,
      names: name === '' ? [] : [name],
      schema: cell('schema'),
      birthDates: several(cell('birthDate')),
      countries: several(cell('country')),
      gender: cell('gender'),
      numbers: several(idNumber),
      imoNumbers: several(imoNumber),
    };
    yield { row, id, question };
  }
  for (const { place, message } of broken) yield { row: Number(place.replace(/\D/g, '')), id: '', problem: message };
}

/** The column names of the answer, with the line end. */
export function batchHeader(): string {
  return `${BATCH_OUTPUT_COLUMNS.join(',')}\n`;
}

/** The hits of one question as CSV rows, each with a line end; empty without hits. Reasons are joined with semicolons. */
export function batchRows(id: string, hits: readonly Hit[]): string {
  if (hits.length === 0) return '';
  const rows = hits.map((hit) =>
    [id, hit.rank, hit.entityId, formatScore(hit.score), hit.match, hit.caption, hit.reasons.join('; ')].map((cell) =>
      plainCell(String(cell)),
    ),
  );
  return `${Papa.unparse(rows, { newline: '\n' })}\n`;
}

/** Rows as CSV for people and spreadsheets, with the line end: what begins as a formula does not run. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => row.map(plainCell)),
    { newline: '\n' },
  )}\n`;
}

/** What a column of somebody's table may hold for a batch. */
export type BatchColumn = (typeof BATCH_INPUT_COLUMNS)[number];

/**
 * A table of somebody's own as a batch: of the columns those that are named, and the number of the row for an id where no column is
 * one. `schema` is asked where no column says it.
 */
export function batchOfTable(
  rows: readonly (readonly string[])[],
  columns: ReadonlyMap<BatchColumn, number>,
  schema: string | undefined,
): string {
  const asked = rows.map((cells, at) =>
    BATCH_INPUT_COLUMNS.map((column) => {
      const place = columns.get(column);
      const cell = place === undefined ? '' : (cells[place] ?? '');
      if (column === 'id' && cell.trim() === '') return `row ${at + 2}`;
      return column === 'schema' && cell === '' ? (schema ?? '') : cell;
    }),
  );
  return `${Papa.unparse([[...BATCH_INPUT_COLUMNS], ...asked], { newline: '\n' })}\n`;
}

/** Words in the heading of a column by which it is guessed what it holds; whoever screens decides. */
const HEADINGS: Readonly<Record<BatchColumn, RegExp>> = {
  id: /^(?:id|no\.?|nr\.?|number|row|ref(?:erence)?|case)$/i,
  name: /name|имя|фио|наименование|이름|성명|姓名|名称|名前|氏名|الاسم/i,
  schema: /^(?:schema|type|kind)$/i,
  birthDate: /birth|born|\bdob\b|дата рождения|생년월일|出生|生年月日/i,
  country: /countr|nationalit|citizen|страна|гражданство|국적|国籍|國籍/i,
  idNumber: /passport|identity|id ?number|tax|registration|паспорт|инн|огрн|여권|护照|旅券/i,
  imoNumber: /\bimo\b|имо/i,
};

/** What each column may hold, by its heading; each kind is given once, to the first that fits. */
export function guessColumns(headings: readonly string[]): readonly (BatchColumn | null)[] {
  const given = new Set<BatchColumn>();
  return headings.map((heading) => {
    const exact = BATCH_INPUT_COLUMNS.find((column) => column.toLowerCase() === heading.trim().toLowerCase());
    const found =
      exact ??
      (['imoNumber', 'birthDate', 'idNumber', 'country', 'schema', 'id', 'name'] as const).find((column) =>
        HEADINGS[column].test(heading.trim()),
      );
    if (found === undefined || given.has(found)) return null;
    given.add(found);
    return found;
  });
}

function formatScore(score: number): string {
  return score.toFixed(3).replace(/0+$/, '').replace(/\.$/, '');
}

function plainCell(text: string): string {
  return FORMULA_CELL.test(text) ? `'${text}` : text;
}
