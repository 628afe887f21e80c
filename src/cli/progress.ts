import pc from 'picocolors';
import type { Progress } from '../app/commands/contract.ts';
import { plainly } from './output.ts';

const REDRAW_MS = 80;

/**
 * Progress on standard error: a line that is redrawn on a terminal, a line a step otherwise, nothing when `quiet`.
 * Notes (a refused document, a recovered record) are always printed, since they are part of what a user must know.
 */
export function terminalProgress(options: { quiet: boolean }): Progress {
  const live = process.stderr.isTTY === true && !options.quiet;
  let current = '';
  let drawn = 0;

  const clear = (): void => {
    if (live && current !== '') process.stderr.write('\r\u001b[K');
  };
  return {
    step(name) {
      clear();
      current = name;
      if (live) process.stderr.write(pc.dim(name));
      else if (!options.quiet) process.stderr.write(`${name}\n`);
    },
    advance(done, total) {
      const now = Date.now();
      if (!live || now - drawn < REDRAW_MS) return;
      drawn = now;
      process.stderr.write(`\r\u001b[K${pc.dim(`${current} ${total === null ? done : `${done}/${total}`}`)}`);
    },
    note(text) {
      clear();
      process.stderr.write(`${plainly(text)}\n`);
      if (live && current !== '') process.stderr.write(pc.dim(current));
    },
    done() {
      clear();
      current = '';
    },
  };
}
