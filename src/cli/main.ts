#!/usr/bin/env node
import { run } from './program.ts';

// What a workspace holds, and what leaves it, may name people who are at risk: other users of the machine read none of it.
process.umask(0o077);

// A reader may close the pipe early (`panel claims | head`): what it has read is all that it wanted, and no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`error: the answer could not be written: ${error.message}\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2));
