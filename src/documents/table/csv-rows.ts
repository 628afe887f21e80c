/** One row as it stands in the file: its cells, and whether a quotation mark in it was never closed. */
export type CsvRow = { readonly cells: readonly string[]; readonly open: boolean };

/** A quotation mark that is left open must not swallow a file of any length. */
const MOST_IN_A_CELL = 1_000_000;

/**
 * Rows of a text that comes in pieces (RFC 4180: quoted cells, doubled marks, line breaks inside them; any sign between the
 * cells). Nothing is held beside the row at hand. A mark inside an unquoted cell is a part of it, as spreadsheets read it.
 */
export function* csvRows(pieces: Iterable<string>, sign: string): Generator<CsvRow> {
  const divider = sign.charCodeAt(0);
  let cells: string[] = [];
  let cell = '';
  let state = 'start' as State;
  let wasReturn = false;

  for (const piece of pieces) {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (state === 'quoted') {
        if (code !== QUOTE) continue;
        cell += piece.slice(from, at);
        state = 'closing';
        continue;
      }
      if (code === QUOTE && state === 'closing') {
        // A doubled mark stands for one.
        from = at;
        state = 'quoted';
        continue;
      }
      if (code === QUOTE && state === 'start') {
        from = at + 1;
        state = 'quoted';
        wasReturn = false;
        continue;
      }
      const isBreak = code === LF || code === CR;
      if (code !== divider && !isBreak) {
        if (state === 'start' || state === 'closing') from = at;
        state = 'plain';
        wasReturn = false;
        continue;
      }
      if (state === 'plain') cell += piece.slice(from, at);
      if (code === LF && wasReturn) {
        wasReturn = false;
        continue;
      }
      wasReturn = code === CR;
      cells.push(cell);
      cell = '';
      state = 'start';
      if (!isBreak) continue;
      yield { cells, open: false };
      cells = [];
    }
    if (state === 'plain' || state === 'quoted') cell += piece.slice(from);
    if (cell.length > MOST_IN_A_CELL) {
      yield { cells: [...cells, cell], open: true };
      return;
    }
  }
  if (cells.length > 0 || cell !== '' || state !== 'start') yield { cells: [...cells, cell], open: state === 'quoted' };
}

type State = 'start' | 'plain' | 'quoted' | 'closing';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
