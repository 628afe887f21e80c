import { handingNoun } from '../events/event.ts';
import { rolesOfNoun } from '../events/roles.ts';
import { quantityWords, tableHeadings } from '../lexicon/vocabulary.ts';
import type { Roles } from '../model/claim.ts';
import { parseSentence } from '../syntax/parse-sentence.ts';
import { type ColumnMapping, layoutKey, layoutOf } from './column-mapping.ts';
import { COLUMN_ROLES, type ColumnRole } from './column-role.ts';
import type { TableSurroundings } from './surroundings.ts';
import type { Table, TableCell, TableRow } from './table.ts';
import { speaksOf } from './table-words.ts';

/** What the heading of a column tells of its cells. `unit` is the measure that it gives for all of them. */
export type Column = {
  readonly index: number;
  readonly role: ColumnRole;
  readonly unit: string;
  readonly words: string;
};

/** A table under headings that tell what its columns are. */
export type HeadedTable = {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Cells that reach down into other rows. */
  readonly tall: readonly TableCell[];
  /** What stands before the table. */
  readonly title: string;
  readonly surroundings: TableSurroundings;
  /** Who gets what by the title. */
  readonly titled: Roles;
  /** Columns whose headings are known to hold nothing that bears on whether a row is so. */
  readonly indifferent: readonly number[];
  /** Whether a person said what its columns are. */
  readonly isMapped: boolean;
};

const LONGEST_HEADING = 60;

/**
 * The columns that a table's headings tell, with the rows below; undefined when no heading tells anything. What a person said of
 * this very row of headings goes before what they tell the program.
 */
export function headedTable(table: Table, mappings: readonly ColumnMapping[] = []): HeadedTable | undefined {
  return mappedTable(table, mappings) ?? tableByHeadings(table);
}

/** Everything else of the table is read as ever: its title may say that nothing of it was done, a row that it is a sum. */
function mappedTable(
  { title, rows, surroundings }: Table,
  mappings: readonly ColumnMapping[],
): HeadedTable | undefined {
  const [heads, ...below] = rows;
  if (heads === undefined || mappings.length === 0) return undefined;
  const key = layoutKey(layoutOf(heads));
  const mapping = mappings.find(({ headings }) => layoutKey(headings) === key);
  if (mapping === undefined) return undefined;
  const columns = heads.cells.flatMap(({ column, text }, at): Column[] => {
    const role = mapping.roles[at] ?? null;
    if (role === null) return [];
    const unit = role === 'quantity' ? (unitIn((mapping.units[at] ?? '').toLowerCase()) ?? namedUnit(text).unit) : '';
    return [{ index: column, role, unit, words: text.toLowerCase() }];
  });
  if (columns.length === 0) return undefined;
  return underHeads({ title, surroundings }, columns, below, heads.cells, true);
}

function tableByHeadings({ title, rows, surroundings }: Table): HeadedTable | undefined {
  const marked = rows.findIndex((row) => row.cells.some((cell) => !cell.heading));
  const plain = rows[0] !== undefined && rows[0].cells.length > 1 && rows[0].cells.every(isHeadingText) ? 1 : 0;
  const count = marked > 0 ? marked : plain;
  if (count === 0) return undefined;
  const heads = rows.slice(0, count).flatMap(({ cells }) => cells);
  const width = Math.max(...heads.map(({ column, columns }) => column + columns));
  const columns: Column[] = [];
  for (let index = 0; index < Math.min(width, MOST_COLUMNS); index++) {
    const over = heads.filter(({ column, columns: reach }) => index >= column && index < column + reach);
    const column = columnOf(index, over);
    if (column !== undefined) columns.push(column);
  }
  if (columns.length === 0) return undefined;
  const below = rows.slice(count);
  const running = columns.findIndex((column) => isRunning(column, below));
  if (running >= 0) columns.splice(running, 1);
  return underHeads({ title, surroundings }, columns, below, heads, false);
}

function underHeads(
  { title, surroundings }: Pick<Table, 'title' | 'surroundings'>,
  columns: readonly Column[],
  rows: Table['rows'],
  heads: readonly TableCell[],
  isMapped: boolean,
): HeadedTable {
  const tall = rows.flatMap(({ cells }) => cells.filter((cell) => cell.rows > 1));
  const titled = rolesOfTitle(title, columns);
  return { columns, rows, tall, title, surroundings, titled, indifferent: indifferentOf(heads), isMapped };
}

function indifferentOf(heads: readonly TableCell[]): readonly number[] {
  return heads
    .filter(({ text }) => tableHeadings().indifferent.includes(namedUnit(text).name))
    .map(({ column }) => column);
}

/** "Number" over 1, 2, 3 in the first column: which row it is, and not how many. */
function isRunning({ index, role, unit }: Column, rows: readonly TableRow[]): boolean {
  if (index > 0 || role !== 'quantity' || unit !== '') return false;
  const [first, ...more] = rows.map(({ cells }) => Number(cells[0]!.text.replace(/\.$/, '')));
  return (first === 1 || more.length > 0) && more.every((number, i) => number === first! + i + 1);
}

/** A table with more columns is a sheet of figures that nobody reads row by row. */
const MOST_COLUMNS = 40;

/**
 * "Supply of refined petroleum to Chad": what a title says of all rows, where no column tells it. A sentence before the table is
 * no title.
 */
function rolesOfTitle(title: string, columns: readonly Column[]): Roles {
  if (title === '' || /[.:;!?]$/.test(title)) return {};
  const has = (...roles: readonly ColumnRole[]) => columns.some(({ role }) => roles.includes(role));
  const read = parseSentence(
    title,
    { start: 0, end: title.length },
    {
      published: null,
      earlier: [],
      vessels: new Set(),
      headline: true,
      isQuoted: () => false,
    },
  );
  const noun = read.words.findIndex((_, at) => handingNoun(read, at));
  const { recipient, object } = noun < 0 ? {} : rolesOfNoun(read, noun, undefined).roles;
  return {
    ...(recipient === undefined || has('recipient', 'to') ? {} : { recipient }),
    ...(object === undefined || has('goods') ? {} : { object }),
  };
}

function isHeadingText({ text }: TableCell): boolean {
  return text.length <= LONGEST_HEADING && !/[.!?]$/.test(text) && !/\d/.test(text.replace(/\([^)]*\)|\[\d+\]/g, ''));
}

/** Read from the lowest heading over the column upwards: "Deliveries" over "Quantity (tonnes)" is a quantity. */
function columnOf(index: number, over: readonly TableCell[]): Column | undefined {
  const words = over.map(({ text }) => text.toLowerCase()).join(' ');
  for (const { text } of [...over].reverse()) {
    const { name, unit } = namedUnit(text);
    const role = COLUMN_ROLES.find((one) => tableHeadings()[one].includes(name));
    if (role !== undefined) return { index, role, unit: role === 'quantity' ? unit : '', words };
    // "Barrels", "Metric tons delivered": the measure itself stands as the heading.
    const measure = unitIn(name.replace(/ (?:delivered|supplied|exported|imported|shipped|sold|transferred)$/, ''));
    if (measure !== undefined) return { index, role: 'quantity', unit: measure, words };
    // Whatever the phrase: "Our verdict" judges a row, and under "Accusing side" stands whose word it is.
    if (speaksOf('judgement', name)) return { index, role: 'status', unit: '', words };
    if (speaksOf('claiming', name)) return { index, role: 'source', unit: '', words };
  }
  return undefined;
}

/** "Quantity (tonnes)", "Volume, barrels", "Weight in kg": the name of a column and its unit. */
function namedUnit(heading: string): { name: string; unit: string } {
  const text = heading
    .replace(/\[\w{1,3}\]|[*†‡]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const match = /^(.+?)\s*(?:[([]([^)\]]+)[)\]]|,\s*(.+)|\bin\s+(.+))$/.exec(text);
  const unit = match?.[2] ?? match?.[3] ?? match?.[4];
  const measure = unit === undefined ? undefined : unitIn(unit.toLowerCase());
  const name = (measure === undefined ? text : match![1]!).toLowerCase().replace(/^(?:the|an?) /, '');
  return { name: name.trim(), unit: measure ?? '' };
}

/** The unit or currency that a heading names, in a form that the reader of figures knows. */
export function unitIn(text: string): string | undefined {
  const plain = text.replace(/\.$/, '').trim();
  if (/^(?:mt|t|mts)$/.test(plain)) return 'tonnes';
  const scaled = /^(?:in )?(thousand|million|billion)s?(?: of)? (.+)$/.exec(plain);
  if (scaled !== null) {
    const unit = unitIn(scaled[2]!);
    return unit === undefined ? undefined : `${scaled[1]} ${unit}`;
  }
  // "Tonnes of coal": the measure and what is measured.
  const of = /^(.+?) of (.+)$/.exec(plain);
  if (of !== null) {
    const unit = unitIn(of[1]!);
    return unit === undefined ? undefined : `${unit} of ${of[2]}`;
  }
  const { units, currencies } = quantityWords();
  const known = [...Object.entries(units), ...Object.entries(currencies)].some(
    ([name, forms]) => name.toLowerCase() === plain || forms.some((form) => form.toLowerCase() === plain),
  );
  return known ? plain.replace(/^(?:us\$|usd)$/, 'US dollars') : undefined;
}
