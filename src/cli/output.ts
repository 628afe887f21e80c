import { once } from 'node:events';
import pc from 'picocolors';
import { describeError } from '../app/commands/contract.ts';
import { withoutCredentialsIn } from '../app/standing/address-words.ts';

/** Characters that draw on a terminal, or turn the order of what follows: all controls but the tab and the end of a line, and the marks of direction that can make one text look like another. Bold and its end pass: headings of tables have them. */
const ACTING =
  /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]|\u001b(?!\[(?:1|22)m)/g;

/**
 * Text for a terminal. What a document says may hold such characters, and must not delete a line or hide one: they are
 * shown as JSON escapes them, so that an answer in JSON stays the same answer.
 */
export function plainly(text: string): string {
  return text.replace(ACTING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Words of a document, a list or a stranger in a line of ours: with line ends of their own they could print a line that looks like
 * one of ours.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** "1 act", "2 acts" */
export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Standard output carries the answer and nothing else; progress, hints and errors go to standard error. */
export function printAnswer(text: string): void {
  const plain = plainly(text);
  process.stdout.write(plain.endsWith('\n') || plain === '' ? plain : `${plain}\n`);
}

/** A file that goes to standard output: its very bytes to a pipe, and what can be looked at to a terminal. Waits for a slower reader. */
export async function printFile(text: string): Promise<void> {
  const shown = process.stdout.isTTY ? plainly(text) : text;
  if (shown !== '' && !process.stdout.write(shown)) await once(process.stdout, 'drain');
}

export function printJson(value: unknown): void {
  process.stdout.write(`${plainly(JSON.stringify(value))}\n`);
}

export function printJsonLines(values: Iterable<unknown>): void {
  for (const value of values) printJson(value);
}

export function printHint(text: string): void {
  process.stderr.write(`${plainly(text)}\n`);
}

export function printError(error: unknown): void {
  process.stderr.write(
    `${pc.isColorSupported ? pc.red('error:') : 'error:'} ${plainly(oneLine(withoutCredentialsIn(describeError(error))))}\n`,
  );
}

/** A column of a table: its heading and the text of a row. Numbers are aligned to the right. */
export type TextColumn<Row> = { readonly heading: string; readonly right?: boolean; text(row: Row): string };

/** Columns of the terminal; where there is none, as many as a line of text has at most. */
const LINE = 100;
/** Below this the last column is not broken: a narrow terminal would show one word a line. */
const LEAST_COLUMN = 24;

function terminalWidth(): number {
  const stated = process.stdout.columns ?? Number(process.env.COLUMNS);
  return Number.isInteger(stated) && stated > 0 ? stated : LINE;
}

/** A table for people: aligned columns, two blanks apart; what the last one has no room for goes on under it. */
export function formatTable<Row>(
  rows: readonly Row[],
  columns: readonly TextColumn<Row>[],
  width = terminalWidth(),
): string {
  const cells = rows.map((row) => columns.map((column) => plainly(oneLine(column.text(row)))));
  const widths = columns.map((column, at) =>
    Math.max(displayWidth(column.heading), ...cells.map((line) => displayWidth(line[at] ?? ''))),
  );
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  const room = columns.at(-1)?.right ? Number.POSITIVE_INFINITY : Math.max(width - before, LEAST_COLUMN);
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, at) => {
        const blanks = ' '.repeat((widths[at] ?? 0) - displayWidth(text));
        if (columns[at]?.right) return blanks + text;
        if (at < texts.length - 1) return text + blanks;
        return displayWidth(text) <= room ? text : wrap(text, room).replaceAll('\n', `\n${' '.repeat(before)}`);
      })
      .join('  ')
      .trimEnd();
  return [pc.bold(line(columns.map((column) => column.heading))), ...cells.map(line)].join('\n');
}

/** Columns that a terminal gives to a text: Hangul, Han and kana take two each, combining marks none. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return width;
}

/** Breaks a text at blanks to a width, with an indent for each line. */
export function wrap(text: string, width = 100, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width - indent.length) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(indent + line);
  return lines.join('\n');
}
