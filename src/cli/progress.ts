import pc from 'picocolors';
import type { Progress } from '../app/commands/contract.ts';
import { oneLine, plainly } from './output.ts';
import { createPace } from './pace.ts';

const REDRAW_MS = 80;
/** Where lines are not redrawn (a log, a pipe), a step that goes on says so this often. */
const REPEAT_MS = 15_000;

/**
 * Progress on standard error: a line that is redrawn on a terminal, otherwise a line a step and one now and then while it goes on,
 * nothing when `quiet`. A step that takes long says how fast it goes and how much time is left.
 * Notes (a refused document, a recovered record) are always printed, since they are part of what a user must know.
 */
export function terminalProgress(options: { quiet: boolean }): Progress {
  const live = process.stderr.isTTY === true && !options.quiet;
  let current = '';
  let drawn = 0;
  let pace = createPace();

  const clear = (): void => {
    if (live && current !== '') process.stderr.write('\r\u001b[K');
  };
  return {
    step(name) {
      clear();
      current = name;
      pace = createPace();
      drawn = Date.now();
      if (live) process.stderr.write(pc.dim(name));
      else if (!options.quiet) process.stderr.write(`${name}\n`);
    },
    advance(done, total) {
      const now = Date.now();
      const left = pace(now, done, total);
      if (options.quiet || now - drawn < (live ? REDRAW_MS : REPEAT_MS)) return;
      drawn = now;
      const line = `${current} ${total === null ? done : `${done}/${total}`}${left}`;
      process.stderr.write(live ? `\r\u001b[K${pc.dim(line)}` : `${line}\n`);
    },
    detail(text) {
      const now = Date.now();
      if (options.quiet || now - drawn < (live ? REDRAW_MS : REPEAT_MS)) return;
      drawn = now;
      const line = `${current} ${oneLine(text)}`;
      process.stderr.write(live ? `\r\u001b[K${pc.dim(line)}` : `${line}\n`);
    },
    note(text) {
      clear();
      process.stderr.write(`${plainly(oneLine(text))}\n`);
      if (live && current !== '') process.stderr.write(pc.dim(current));
    },
    done() {
      clear();
      current = '';
    },
  };
}
