import { memoizedByText } from '../../core/memoized.ts';
import { type CalendarDate, calendarDate, daysInMonth, isCalendarDate } from '../../core/time/calendar.ts';
import type { Claim, Claimant, ClaimTime, Modality, Roles } from '../model/claim.ts';
import type { Quantity } from '../model/quantity.ts';
import { extractQuantities } from '../quantities/quantity-extraction.ts';
import { findTimes } from '../times/time-expression.ts';
import { tokenize } from '../tokens/token.ts';
import { wholeName } from './cell-name.ts';
import type { ColumnRole } from './column-role.ts';
import { cellsOf, NOTHING, remarksOn } from './row-cells.ts';
import { isRowInDoubt } from './row-doubt.ts';
import type { TableCell, TableRow } from './table.ts';
import { type Column, type HeadedTable, unitIn } from './table-column.ts';
import { speaksOf } from './table-words.ts';

/** What a row says, before it has its place, document and id. */
export type RowClaim = Pick<
  Claim,
  'claimant' | 'relay' | 'modality' | 'speech' | 'roles' | 'quantities' | 'when' | 'where' | 'rules'
>;

const SUM = /^(?:sub-?total|grand total|totals?|sum|all|overall|average|mean|cumulative)\b|\b(?:totals?|to date)$/i;
/** "(thousands of tonnes)", "in millions": a measure for all figures that their own headings may or may not repeat. */
const SCALE = /\bin (?:thousands|millions|billions)\b|\((?:in )?(?:thousand|million|billion)s?\b|['’]000\b/i;
/** A name that is only presumed: "Latvia (presumed)", "Latvia?". */
const DOUBTED = /\?$|\b(?:possibl[ey]|perhaps|or|and\/or)\b/i;

/**
 * The handing over that a row tells under headings that say so: how much in which unit, who gave or got it, and when, or else
 * who gave what to whom. A row that lacks one of these, a sum, and figures of what was planned or did not come to pass give
 * nothing.
 */
export function claimOfRow(
  table: HeadedTable,
  row: TableRow,
  own: Claimant,
  published: CalendarDate | null,
): RowClaim | undefined {
  if (speaksOf('not-done', table.title)) return undefined;
  if (row.cells.some(({ text }) => SUM.test(text))) return undefined;
  const cells = (role: ColumnRole) => cellsOf(table, row, role);
  if (isRowInDoubt(table, row)) return undefined;
  const sources = cells('source');
  // An empty cell under a heading that asks whose word the row is leaves that open.
  if (sources.length === 0 && table.columns.some(({ role }) => role === 'source')) return undefined;
  const speaker = speakerOf(sources, own);
  if (speaker === undefined) return undefined;
  const remarks = remarksOn(table, row);
  const goods = cells('goods').map(([, cell]) => cell);
  const quantities = cells('quantity').flatMap(([column, cell]) =>
    quantityIn(measured(table, column, cells('measure')), cell, goods[0]?.text ?? table.titled.object?.[0] ?? ''),
  );
  // "Reported" beside "observed" tonnes: which of two figures of one measure was handed over stays open.
  const measures = quantities.map(({ unit, counts }) => unit ?? counts);
  if (new Set(measures).size < measures.length) return undefined;
  const vessels = names(cells('vessel'));
  if (
    [...cells('agent'), ...cells('recipient'), ...cells('from'), ...cells('to')].some(([, { text }]) => isDoubted(text))
  )
    return undefined;
  const ends = [...cells('to'), ...cells('place')].map(([, { text }]) => text);
  const agent = [...names(cells('agent')), ...statesIn(cells('from'))];
  const named = [...names(cells('recipient')), ...statesIn(cells('to'))];
  const recipient = named.length > 0 ? named : (table.titled.recipient ?? []);
  const party = agent.length + recipient.length > 0 || (vessels.length > 0 && ends.length > 0);
  const date = cells('date')[0]?.[1];
  const both = agent.length > 0 && recipient.length > 0 && goods.length > 0;
  if (quantities.length === 0 || !party || (date === undefined && !both)) return undefined;
  const when = date === undefined ? { from: null, to: null, raw: null } : timeOfCell(date, published);
  const window = when.from === null ? {} : { window: { from: when.from, to: when.to } };
  const heads = [table.title, remarks, ...cells('quantity').map(([column]) => column.words)].join(' ');
  return {
    ...speaker,
    modality: modalityOf(heads),
    roles: filled({
      agent: agent.length === 0 ? vessels : agent,
      recipient,
      object: goods.length > 0 ? goods.map(({ text }) => text) : table.titled.object,
      vessel: vessels,
    }),
    quantities: quantities.map((quantity) => ({ ...quantity, ...window })),
    when,
    where: ends.filter((place) => !recipient.includes(place)),
    rules: [
      ...speaker.rules,
      'table:row',
      ...(table.isMapped ? ['table:mapped-by-a-person'] : []),
      ...table.columns.map(({ role }) => `column:${role}`),
    ],
  };
}

function isDoubted(text: string): boolean {
  return DOUBTED.test(text) || speaksOf('assesses', text) || speaksOf('alleges', text);
}

/** A column with the unit that the row gives beside its figure; undefined where that, or the scale of the table, stays unclear. */
function measured(
  { title }: HeadedTable,
  column: Column,
  [beside]: readonly [Column, TableCell][],
): Column | undefined {
  if (SCALE.test(`${title} ${column.words}`) && !/^(?:thousand|million|billion) /.test(column.unit)) return undefined;
  if (beside === undefined || column.unit !== '') return column;
  const text = beside[1].text.toLowerCase();
  if (/^(?:pieces?|pcs\.?|units?|items?|each|nos?\.?|number)$/.test(text)) return column;
  const unit = unitIn(text);
  return unit === undefined ? undefined : { ...column, unit };
}

function speakerOf(
  cells: readonly [Column, TableCell][],
  own: Claimant,
): Pick<RowClaim, 'claimant' | 'relay' | 'speech' | 'rules'> | undefined {
  if (cells.length === 0) return { claimant: own, relay: [], speech: 'own-voice', rules: ['own-voice'] };
  const named = cells.length === 1 ? wholeName(cells[0]![1].text) : undefined;
  if (named === undefined || named.kind === 'place' || named.kind === 'office' || named.kind === 'demonym')
    return undefined;
  const kind = /^(country|seat)$/.test(named.kind) ? 'state' : named.kind === 'armed-group' ? 'unnamed' : named.kind;
  const claimant: Claimant = {
    name: named.text.replace(/^the /i, ''),
    kind: kind as Claimant['kind'],
    ...(named.country === '' ? {} : { country: named.country }),
  };
  return { claimant, relay: [own], speech: 'reported', rules: ['attribution:column'] };
}

const figuresIn = memoizedByText((phrase) => extractQuantities(phrase));

function statesIn(cells: readonly [Column, TableCell][]): string[] {
  return names(cells).filter((name) => /^(country|seat)$/.test(wholeName(name)?.kind ?? ''));
}

/** Who or what the cells name, one a line or parted by semicolons. */
function names(cells: readonly [Column, TableCell][]): string[] {
  return cells
    .flatMap(([, { text }]) => text.split(/\s*[;\n]\s*/))
    .map((name) => name.replace(/\[\w{1,3}\]|[*†‡]/g, '').trim())
    .filter((name) => /\p{L}/u.test(name) && !NOTHING.test(name));
}

/** The figure of a cell in the unit of the cell or of its heading; a bare number counts the goods when they can be counted. */
function quantityIn(column: Column | undefined, cell: TableCell, goods: string): Quantity[] {
  if (column === undefined || speaksOf('not-done', column.words) || !/\d/.test(cell.text)) return [];
  const text = cell.text.replace(/\s*\[\w{1,3}\]$|[*†‡]+$/g, '').replace(/(?<=\d)\s*(?:MT|mt|t)\.?$/, ' tonnes');
  const bare = /^[^\p{L}]*\d[^\p{L}]*(?:(?:thousand|million|billion)\s*)?$/u.test(
    text.replace(/^(?:about|approx\.?|approximately|some|over|at least|up to)\s+/i, ''),
  );
  const thing = goods.split('\n')[0]!.toLowerCase();
  const money = /^(?:US\$|[$€£¥])/.test(text) || /dollars|euros?|yuan|rubles|yen|won/.test(column.unit);
  const phrase = [
    text,
    bare ? column.unit : '',
    thing === '' || money || column.unit.includes(' of ') ? '' : bare && column.unit === '' ? thing : `of ${thing}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
  if (bare && column.unit === '' && !money && !/[^s]s$/.test(thing.split(' ').pop() ?? '')) return [];
  const found = figuresIn(phrase);
  const [first] = found;
  // The figure that the cell begins with; several in one cell are not distinguished here.
  // Nothing that was handed over is no handing over.
  if (first === undefined || found.length > 1 || first.high === '0' || !phrase.startsWith(first.raw)) return [];
  return [
    { ...first, raw: first.raw.length <= cell.text.length && cell.text.startsWith(first.raw) ? first.raw : cell.text },
  ];
}

/** The day or period of a cell; a day without its year, or in figures that two readers would read as two days, stays open. */
function timeOfCell({ text }: TableCell, published: CalendarDate | null): ClaimTime {
  const open = { from: null, to: null, raw: text };
  const year = /^(?:19|20)\d\d$/.exec(text);
  if (year !== null) return { from: `${text}-01-01`, to: `${text}-12-31`, raw: text };
  const iso = isoTime(text);
  if (iso !== undefined) return { ...iso, raw: text };
  if (!/\b(?:19|20)\d\d\b/.test(text)) return open;
  const [time, ...more] = findTimes(text, tokenize(text, 0, text.length), published);
  return time === undefined || more.length > 0 ? open : { from: time.from, to: time.to, raw: text };
}

/** "2023-05-01", "2023-05", and a day with an hour: as sheets give their dates, and the one order of figures that is never two. */
function isoTime(text: string): { readonly from: CalendarDate; readonly to: CalendarDate } | undefined {
  const [, year = '', month = '', day] =
    /^((?:19|20)\d\d)-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?)?$/.exec(text) ?? [];
  const first = `${year}-${month}-${day ?? '01'}`;
  if (!isCalendarDate(first)) return undefined;
  if (day !== undefined) return { from: first, to: first };
  return { from: first, to: calendarDate(Number(year), Number(month), daysInMonth(Number(year), Number(month))) };
}

function modalityOf(words: string): Modality {
  if (speaksOf('alleges', words)) return 'alleges';
  return speaksOf('assesses', words) ? 'assesses' : 'states';
}

function filled(roles: { readonly [role in keyof Roles]: readonly string[] | undefined }): Roles {
  return Object.fromEntries(Object.entries(roles).filter(([, list]) => list !== undefined && list.length > 0));
}

/** Of a time that a row tells for what its sentences say. */
export function timeOfRow(table: HeadedTable, row: TableRow, published: CalendarDate | null): ClaimTime | undefined {
  const date = cellsOf(table, row, 'date')[0]?.[1];
  return date === undefined ? undefined : timeOfCell(date, published);
}
