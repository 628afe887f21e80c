import type { PdfTable } from './pdf-table.ts';

/** A run of text as the PDF places it; `x` and `y` are the left end of its baseline, in points from the lower left corner. */
export type PdfRun = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of a table that stands where the first of its runs stood. */
  readonly table?: PdfTable;
};

export type PdfLine = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  /** Size of the type that most of the line is set in. */
  readonly height: number;
  readonly page: number;
  /** True when it begins with a raised number: the mark of a footnote. */
  readonly marked: boolean;
  /** A whole table, which has no text of its own as a line. */
  readonly table?: PdfTable;
};

/** Lines of one page in reading order: the order of the file, with columns distinguished where the file interleaves them. */
export function linesOf(runs: readonly PdfRun[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfRun[] = [];
  const close = () => {
    if (open.length > 0) lines.push(lineOf(open, page));
    open = [];
  };
  let blank = false;
  for (const run of runs) {
    if (run.table !== undefined) {
      close();
      blank = false;
      const { x, y, width, height, table } = run;
      lines.push({ text: '', x, y, right: x + width, height, page, marked: false, table });
      continue;
    }
    // The reader fills gaps with runs of blanks as wide as the gap, a gutter between columns too: only runs runs count.
    if (run.text.trim() === '') {
      blank ||= run.text !== '';
      continue;
    }
    const last = open.at(-1);
    if (last !== undefined && !continues(open, last, run)) close();
    open.push(blank && open.length > 0 ? { ...run, text: ` ${run.text}` } : run);
    blank = false;
  }
  close();
  return inColumns(lines);
}

/** On the same baseline, or raised or lowered beside it, and to the right of what came before without a gutter between. */
function continues(open: readonly PdfRun[], last: PdfRun, run: PdfRun): boolean {
  const size = Math.max(last.height, run.height, 1);
  const base = open.reduce((widest, other) => (other.width > widest.width ? other : widest), open[0]!);
  if (Math.min(Math.abs(run.y - last.y), Math.abs(run.y - base.y)) > size * 0.55) return false;
  const gap = run.x - (last.x + last.width);
  // A paragraph number or a bullet stands apart from its text by a tabulator.
  const sign = open.length === 1 && /^\s*(?:\d{1,3}\.|[•◦▪–—-]|\([a-z\d]{1,4}\))\s*$/.test(last.text);
  return gap > -size && gap < size * (sign ? 8 : 2.5);
}

/** Runs of one line put together, from the left. */
export function lineOf(runs: readonly PdfRun[], page: number): PdfLine {
  const body = runs.reduce((longest, run) => (run.text.length > longest.text.length ? run : longest), runs[0]!);
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const gap = run.x - right;
    // A raised number refers to a note: without brackets "50" and note 3 would read as 503.
    const note = text !== '' && isRaised(run, body) && /^\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*$/.test(run.text);
    if (text !== '' && !note && !/\s$/.test(text) && !/^\s/.test(run.text) && gap > run.height * 0.15) text += ' ';
    text += note ? `[${run.text.trim()}]` : run.text;
    right = run.x + run.width;
  }
  const first = runs[0]!;
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x: first.x,
    y: body.y,
    right: Math.max(...runs.map((run) => run.x + run.width)),
    height: body.height,
    page,
    marked: first !== body && isRaised(first, body) && /^\s*\(?\d{1,3}\)?\s*$/.test(first.text),
  };
}

function isRaised(run: PdfRun, body: PdfRun): boolean {
  return run.height < body.height * 0.85 && run.y > body.y + body.height * 0.1;
}

/** Where lines alternate between two sides of a gutter, the left column is read to its end before the right. */
function inColumns(lines: readonly PdfLine[]): PdfLine[] {
  if (lines.length < 12) return [...lines];
  const gutter = gutterOf(lines);
  if (gutter === null) return [...lines];
  const sides = lines.map((line) => (line.right <= gutter ? 'left' : line.x >= gutter ? 'right' : 'across'));
  const switches = sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
  if (switches < lines.length * 0.5) return [...lines];
  const ordered: PdfLine[] = [];
  let right: PdfLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (sides[index] === 'across') {
      ordered.push(...right, line);
      right = [];
    } else if (sides[index] === 'right') right.push(line);
    else ordered.push(line);
  }
  return [...ordered, ...right];
}

/** The place that most lines keep clear of, with a third of them on either side. */
function gutterOf(lines: readonly PdfLine[]): number | null {
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map((line) => line.right));
  for (let part = 0.4; part <= 0.6; part += 0.02) {
    const at = left + (right - left) * part;
    const [before, after] = [
      lines.filter((line) => line.right <= at).length,
      lines.filter((line) => line.x >= at).length,
    ];
    if (before >= lines.length * 0.33 && after >= lines.length * 0.33 && before + after >= lines.length * 0.85)
      return at;
  }
  return null;
}
