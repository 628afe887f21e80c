import { readGoodsCode } from '../codes/hs-code.ts';
import type { RefusalCode, RowRefusal } from '../errors.ts';
import { figureOf, monthOf, monthOfSeries, NO_SAYINGS, seriesOf, type TradeRow, touches } from '../model/row.ts';
import type { TradeTerms } from '../terms/terms.ts';
import { type FigureReading, readFigure } from '../units/figure.ts';
import { COMMA_FRACTION, POINT_FRACTION, SeparatorEvidence, shapeOf, UNSETTLED } from '../units/separators.ts';
import { figureTexts, type RowDraft, settleFigures } from './draft.ts';
import { type FileReading, type ReadingOptions, type UnreadRow, unknownOf } from './file-reading.ts';
import type { Form, RowReader } from './form.ts';
import type { Header } from './header.ts';
import { foreignColumns, isNearPage } from './page-columns.ts';
import type { TableRecord } from './table-source.ts';

/** A file of which every row is refused must not fill the memory with refusals. */
const MOST_REFUSALS = 10_000;
/** Single figures of the other State are looked for among so many; they help in small files that were issued twice. */
const MOST_SOUTH_FIGURES = 50_000;

/** Takes rows in one by one; figures are settled at the end, when the whole file has shown what point and comma mean in it. */
export class Collector {
  private readonly name: string;
  private readonly form: Form | null;
  private readonly header: Header;
  private readonly delimiter: string | null;
  private readonly options: ReadingOptions;
  private readonly evidence = new SeparatorEvidence();
  private readonly reader: RowReader | null;
  private readonly missing: readonly string[];
  private readonly kept: { readonly row: number; readonly line: number; readonly draft: RowDraft }[] = [];
  /** Rows that are not kept and whose figures can be read two ways, until the file has been seen. */
  private readonly open: { readonly row: number; readonly text: string }[] = [];
  private readonly southMonths = new Set<string>();
  private readonly southFigures = new Map<string, number>();
  private readonly refusals: RowRefusal[] = [];
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
    const cells = this.withoutBlanks(written);
    const reading = this.reader(cells);
    if ('code' in reading) {
      this.refuse(row, reading.code, reading.message);
      return;
    }
    if (reading.drafts.some((draft) => this.keeps(draft))) {
      this.keep(row, line, cells);
      return;
    }
    for (const draft of reading.drafts) {
      this.noteNames(draft);
      this.judge(row, draft);
      if (touches(draft, this.options.terms.south)) this.noteSouth(row, draft);
    }
  }

  /** Pieces of the file's text would hold all of it in memory: what is kept is read again from a copy of its cells. */
  private keep(row: number, line: number, cells: readonly string[]): void {
    const copies = JSON.parse(JSON.stringify(cells)) as readonly string[];
    const reading = this.reader?.(copies);
    if (reading === undefined || 'code' in reading) return;
    for (const draft of reading.drafts) {
      this.noteNames(draft);
      for (const text of figureTexts(draft)) this.evidence.note(shapeOf(text));
      this.kept.push({ row, line, draft });
      if (touches(draft, this.options.terms.south)) this.noteSouth(row, draft);
    }
  }

  private withoutBlanks(cells: readonly string[]): readonly string[] {
    if (this.blanks.size === 0 || !cells.some((cell) => this.blanks.has(cell.trim()))) return cells;
    return cells.map((cell) => (this.blanks.has(cell.trim()) ? '' : cell));
  }

  private noteNames({ period, reporter }: RowDraft): void {
    if (!this.periods.has(period.label)) this.periods.add(copyOf(period.label));
    if (reporter !== null && !this.reporters.has(reporter)) this.reporters.add(copyOf(reporter));
  }

  /** A row that is not kept is refused or taken in at once, unless it can be read two ways. */
  private judge(row: number, draft: RowDraft): void {
    for (const text of figureTexts(draft)) {
      const shape = shapeOf(text);
      this.evidence.note(shape);
      if (shape.kind === 'plain' && !shape.digits.startsWith('-')) continue;
      if (shape.kind === 'lone' && shape.minus === '') this.open.push({ row, text: copyOf(text) });
      else {
        const figure = readFigure(text, { evidence: this.evidence, fallback: POINT_FRACTION });
        if ('code' in figure) this.refuse(row, figure.code, figure.message);
      }
      return;
    }
  }

  private noteSouth(row: number, draft: RowDraft): void {
    const facts = { ...draft, hs: readGoodsCode(draft.code ?? '').hs };
    const month = monthOf(draft);
    if (month !== null) {
      const place = monthOfSeries(seriesOf(facts), month);
      if (!this.southMonths.has(place)) this.southMonths.add(copyOf(place));
    }
    if (
      this.southFigures.size >= MOST_SOUTH_FIGURES ||
      figureTexts(draft).some((text) => shapeOf(text).kind !== 'plain')
    )
      return;
    const figures = settleFigures(draft, { evidence: this.evidence, fallback: POINT_FRACTION });
    const figure = 'code' in figures ? null : figureOf({ ...facts, ...figures });
    if (figure !== null) this.southFigures.set(copyOf(figure), row);
  }

  finish(encoding: string, delimiter: string | null, sha256: string): FileReading {
    if (this.form === null)
      return unknownOf(
        this.name,
        sha256,
        encoding,
        delimiter,
        this.rows,
        `the columns (${this.header.cells.slice(0, 8).join(', ').slice(0, 120)}) are none of a form that is known${nearWords(this.header, this.options.terms)}`,
      );
    const fallback = this.delimiter === ';' ? COMMA_FRACTION : (this.form.separators ?? UNSETTLED);
    const reading: FigureReading = { evidence: this.evidence, fallback };
    const unread: UnreadRow[] = [];
    const rows: TradeRow[] = [];
    for (const { row, text } of this.open) {
      const figure = readFigure(text, reading);
      if ('code' in figure) this.refuse(row, figure.code, figure.message);
    }
    for (const { row, line, draft } of this.kept) {
      const figures = draft.setAside ?? settleFigures(draft, reading);
      if ('code' in figures) {
        const bare = rowOf(this.form, this.name, row, line, draft, { measures: [], value: null });
        unread.push({ row: bare, code: figures.code });
        this.refuse(row, figures.code, figures.message);
      } else rows.push(rowOf(this.form, this.name, row, line, draft, figures));
    }
    const refused = this.refusals.sort((a, b) => a.row - b.row);
    // Headings alone make no page of a file all of whose rows say in their remarks that they are something else.
    const first = this.kept[0]?.draft.setAside;
    if (first !== undefined && rows.length === 0 && this.kept.every(({ draft }) => draft.setAside !== undefined))
      return unknownOf(
        this.name,
        sha256,
        encoding,
        delimiter,
        this.rows,
        `no row of it can be taken for one of "${this.form.words}": ${first.message}`,
      );
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
      south: { file: this.name, months: this.southMonths, figures: this.southFigures },
    };
  }

  private keeps(draft: RowDraft): boolean {
    return this.options.keep === 'all' || touches(draft, this.options.terms.target);
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

/** Which columns keep a file from being a page that people type figures from: each may say that its rows are of something else. */
function nearWords(header: Header, terms: TradeTerms): string {
  const near = terms.pages.find((page) => isNearPage(page, header));
  if (near === undefined) return '';
  const foreign = foreignColumns(near, header);
  return foreign.length === 0
    ? ''
    : `; "${near.words}" has no column ${foreign.slice(0, 4).join(', ').slice(0, 80)}, which may say that the rows are of other goods or States`;
}

function rowOf(
  form: Form,
  file: string,
  row: number,
  line: number,
  draft: RowDraft,
  figures: Pick<TradeRow, 'measures' | 'value'>,
): TradeRow {
  const { noughtIsUnknown: _, joins: __, setAside: ___, identity, sayings, ...facts } = draft;
  return {
    ...facts,
    ...figures,
    hs: draft.code === null ? null : readGoodsCode(draft.code).hs,
    sayings: sayings?.() ?? NO_SAYINGS,
    fingerprint: fingerprintOf(identity),
    file,
    row,
    line,
    form: form.id,
    kind: form.kind,
  };
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

function fingerprintOf(cells: readonly string[]): string {
  const text = cells.map((cell) => cell.trim()).join('\u0001');
  return text.replace(/\u0001+$/, '');
}

/** A text of its own: a piece of a longer text would keep the whole of it in memory. */
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
