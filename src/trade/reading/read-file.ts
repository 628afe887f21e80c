import { createHash } from 'node:crypto';
import { type Refusal, type RefusalCode, TradeError } from '../errors.ts';
import { type TradeRow, touches } from '../model/row.ts';
import type { TradeTerms } from '../terms/terms.ts';
import type { FigureReading } from '../units/figure.ts';
import { COMMA_FRACTION, SeparatorEvidence, shapeOf, UNSETTLED } from '../units/separators.ts';
import { type Draft, figureTexts, settleFigures } from './draft.ts';
import { wholeLines } from './encoding.ts';
import type { Form, RowReader } from './form.ts';
import { formOf, formsFor } from './forms/forms.ts';
import { Header } from './header.ts';
import { jsonRecords, LARGEST_JSON } from './json-records.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type ByteSource, DecodingFault, recordsOf, type TableRecord, textOf } from './table-source.ts';

export type ReadingOptions = {
  readonly terms: TradeTerms;
  readonly flow: 'import' | 'export' | null;
  /** `target`: rows that name the target State or the one it is confused with; a file of the whole world then takes little memory. */
  readonly keep: 'target' | 'all';
};

/** What was made of a file, as `panel trade import` tells it. */
export type ImportReport = {
  readonly file: string;
  readonly form: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: readonly Refusal[];
  /** How many more were refused than are listed. */
  readonly refusedMore?: number;
  readonly periods: readonly string[];
  readonly reporters: readonly string[];
  readonly sha256: string;
  /** Why nothing was read, where no form was recognised. */
  readonly reason?: string;
};

export type UnreadRow = { readonly row: TradeRow; readonly code: RefusalCode };

export type FileReading = {
  readonly report: ImportReport;
  readonly rows: readonly TradeRow[];
  /** Rows that were refused for a figure alone, without it: the source did report there, which is no gap, and a ledger lists what is below nought. */
  readonly unread: readonly UnreadRow[];
};

const HEAD = 256 * 1024;
/** A file of which every row is refused must not fill the memory with refusals. */
const MOST_REFUSALS = 10_000;

/**
 * Reads a file of trade figures as a stream. A row that cannot be read is refused by its number and a code; nothing is guessed. A file
 * whose columns are none that are known has `form: null` and a reason.
 * @throws TradeError `file-unreadable`
 */
export async function readTradeFile(source: ByteSource, options: ReadingOptions): Promise<FileReading> {
  const forms = formsFor(options.terms);
  const head = await headOf(source);
  let layout: Layout;
  try {
    layout = layoutOf(wholeLines(head), source.name, forms);
  } catch {
    return unknown(
      source,
      await hashOf(source),
      null,
      null,
      0,
      'no text in any known encoding; give a table as text (CSV, TSV) or JSON',
    );
  }
  if (/^\s*[[{]/.test(new TextDecoder(layout.encoding).decode(head.subarray(0, 4096))))
    return readJson(source, layout, forms, options);
  try {
    return await readTable(source, layout, options);
  } catch (error) {
    if (!(error instanceof DecodingFault)) throw error;
    // A name in an old code page far down in a file that began as plain ASCII.
    return await readTable(source, { ...layout, encoding: 'windows-1252', encodingName: 'windows-1252' }, options);
  }
}

async function readTable(source: ByteSource, layout: Layout, options: ReadingOptions): Promise<FileReading> {
  const hash = createHash('sha256');
  const texts = textOf(source, layout.encoding, (bytes) => hash.update(bytes));
  const collector = new Collector(source.name, layout.form, layout.header, layout.delimiter, options);
  let skip = layout.headerRecords;
  for await (const batch of recordsOf(texts, layout.delimiter ?? ',', layout.newline, source.name))
    for (const record of batch) {
      if (skip > 0) skip--;
      else if (!isBlank(record.cells)) collector.add(record);
    }
  return collector.finish(layout.encodingName, layout.delimiter, hash.digest('hex'));
}

async function readJson(
  source: ByteSource,
  layout: Layout,
  forms: readonly Form[],
  options: ReadingOptions,
): Promise<FileReading> {
  const hash = createHash('sha256');
  let text = '';
  for await (const piece of textOf(source, layout.encoding, (bytes) => hash.update(bytes))) {
    text += piece;
    if (text.length > LARGEST_JSON)
      throw new TradeError(
        'file-unreadable',
        'more JSON than can be held; ask the source for CSV, which is read as a stream',
        { place: source.name },
      );
  }
  const { header: names, records } = jsonRecords(text, source.name);
  const header = new Header(names);
  const collector = new Collector(source.name, formOf(header, forms) ?? null, header, null, options);
  for (const record of records) collector.add(record);
  return collector.finish(layout.encodingName, null, hash.digest('hex'));
}

/** Takes rows in one by one; figures are settled at the end, when the whole file has shown what point and comma mean in it. */
class Collector {
  private readonly name: string;
  private readonly form: Form | null;
  private readonly header: Header;
  private readonly delimiter: string | null;
  private readonly options: ReadingOptions;
  private readonly evidence = new SeparatorEvidence();
  private readonly reader: RowReader | null;
  private readonly missing: readonly string[];
  private readonly kept: { readonly row: number; readonly line: number; readonly draft: Draft }[] = [];
  /** Figures of rows that are not kept and can be read only when the file has been seen. */
  private readonly open: { readonly row: number; readonly draft: Draft }[] = [];
  private readonly refusals: Refusal[] = [];
  private readonly refusedRows = new Set<number>();
  private refusedCount = 0;
  private readonly periods = new Set<string>();
  private readonly reporters = new Set<string>();
  private readonly blanks: ReadonlySet<string>;
  private rows = 0;

  constructor(name: string, form: Form | null, header: Header, delimiter: string | null, options: ReadingOptions) {
    this.name = name;
    this.form = form;
    this.header = header;
    this.delimiter = delimiter;
    this.options = options;
    this.missing = form?.missing(header) ?? [];
    this.reader = form?.reader(header, { fileName: name, flow: options.flow, terms: options.terms }) ?? null;
    this.blanks = new Set(form?.blanks ?? []);
  }

  add({ cells: written, line }: TableRecord): void {
    this.rows++;
    if (this.reader === null) return;
    const row = this.rows;
    if (this.missing.length > 0) {
      this.refuse(
        row,
        'columns-missing',
        `the file has no column ${this.missing.join(', ')}, without which no row can be read`,
      );
      return;
    }
    const cells = this.blanks.size > 0 ? written.map((cell) => (this.blanks.has(cell.trim()) ? '' : cell)) : written;
    const reading = this.reader(cells);
    if ('code' in reading) {
      this.refuse(row, reading.code, reading.message);
      return;
    }
    for (const draft of reading.drafts) {
      this.periods.add(draft.period.label);
      if (draft.reporter !== null) this.reporters.add(draft.reporter);
      let settled = true;
      for (const text of figureTexts(draft)) {
        const shape = shapeOf(text);
        this.evidence.note(shape);
        if (shape.kind !== 'plain' || shape.digits.startsWith('-')) settled = false;
      }
      if (this.keeps(draft)) this.kept.push({ row, line, draft });
      else if (!settled) this.open.push({ row, draft });
    }
  }

  finish(encoding: string, delimiter: string | null, sha256: string): FileReading {
    if (this.form === null)
      return unknownOf(
        this.name,
        sha256,
        encoding,
        delimiter,
        this.rows,
        `the columns (${this.header.cells.slice(0, 8).join(', ').slice(0, 120)}) are none of a form that is known`,
      );
    const fallback = this.delimiter === ';' ? COMMA_FRACTION : (this.form.separators ?? UNSETTLED);
    const reading: FigureReading = { evidence: this.evidence, fallback };
    const unread: UnreadRow[] = [];
    const rows: TradeRow[] = [];
    for (const { row, draft } of this.open) {
      const figures = settleFigures(draft, reading);
      if ('code' in figures) this.refuse(row, figures.code, figures.message);
    }
    for (const { row, line, draft } of this.kept) {
      const figures = settleFigures(draft, reading);
      if ('code' in figures) {
        const bare = rowOf(this.form, this.name, row, line, draft, { measures: [], value: null });
        unread.push({ row: bare, code: figures.code });
        this.refuse(row, figures.code, figures.message);
      } else rows.push(rowOf(this.form, this.name, row, line, draft, figures));
    }
    const refused = this.refusals.sort((a, b) => a.row - b.row);
    return {
      report: {
        file: this.name,
        form: this.form.id,
        encoding,
        delimiter,
        rows: this.rows,
        accepted: this.rows - this.refusedCount,
        refused,
        ...(this.refusedCount > refused.length ? { refusedMore: this.refusedCount - refused.length } : {}),
        periods: [...this.periods].sort(),
        reporters: [...this.reporters].sort(),
        sha256,
      },
      rows: joinRows(
        rows,
        this.kept.map(({ draft }) => draft.joins),
      ),
      unread,
    };
  }

  private keeps(draft: Draft): boolean {
    const { target, south } = this.options.terms;
    return this.options.keep === 'all' || touches(draft, target) || touches(draft, south);
  }

  /** One refusal a row, the first that was found. */
  private refuse(row: number, code: RefusalCode, message: string): void {
    if (this.refusals.length < MOST_REFUSALS) {
      if (this.refusedRows.has(row)) return;
      this.refusedRows.add(row);
      this.refusals.push({ row, code, message });
    }
    this.refusedCount++;
  }
}

function rowOf(
  form: Form,
  file: string,
  row: number,
  line: number,
  draft: Draft,
  figures: Pick<TradeRow, 'measures' | 'value'>,
): TradeRow {
  const { noughtIsUnknown: _, joins: __, ...facts } = draft;
  return { ...facts, ...figures, file, row, line, form: form.id, kind: form.kind };
}

/** Rows that tell one figure together become one: the weight of the one and the value of the other, at the place of the first. */
function joinRows(rows: readonly TradeRow[], keys: readonly (string | null)[]): readonly TradeRow[] {
  if (keys.every((key) => key === null)) return rows;
  const joined = new Map<string, TradeRow>();
  for (const row of rows) {
    const key = [row.reporter, row.partner, row.code, row.flow, row.period.label].join('\t');
    const other = joined.get(key);
    const addsMeasures = other !== undefined && other.measures.length === 0 && row.measures.length > 0;
    const addsValue = other !== undefined && other.value === null && row.value !== null;
    if (other === undefined) joined.set(key, row);
    else if (addsMeasures) joined.set(key, { ...row, value: other.value ?? row.value });
    else if (addsValue) joined.set(key, { ...other, value: row.value });
    else joined.set(`${key}\t${row.row}`, row);
  }
  return [...joined.values()].sort((a, b) => a.row - b.row);
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

async function headOf(source: ByteSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of source.open()) {
    pieces.push(bytes);
    length += bytes.length;
    if (length >= HEAD) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD);
}

async function hashOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of source.open()) hash.update(bytes);
  return hash.digest('hex');
}

function unknown(
  source: ByteSource,
  sha256: string,
  encoding: string | null,
  delimiter: string | null,
  rows: number,
  reason: string,
): FileReading {
  return unknownOf(source.name, sha256, encoding, delimiter, rows, reason);
}

function unknownOf(
  file: string,
  sha256: string,
  encoding: string | null,
  delimiter: string | null,
  rows: number,
  reason: string,
): FileReading {
  const report = {
    file,
    form: null,
    encoding,
    delimiter,
    rows,
    accepted: 0,
    refused: [],
    periods: [],
    reporters: [],
    sha256,
    reason,
  };
  return { report, rows: [], unread: [] };
}
