import type { Command } from 'commander';
import { parseText, parseTime, UsageError } from './usage.ts';

/** The option that every command on a workspace takes. */
export function takeWorkspace(command: Command): Command {
  return takeDatabase(
    command.option('--workspace <dir>', 'the workspace', (dir) => parseText(dir, '--workspace'), 'panel-workspace'),
  );
}

/**
 * Where the tables of the workspace are, when not beside its record. It goes the way of the environment, which every command
 * looks at: the address may hold a password, and is kept nowhere.
 */
export function takeDatabase(command: Command): Command {
  return command.option(
    '--database <url>',
    'a PostgreSQL server for the tables, as postgres://user@host/database; PANEL_DATABASE in the environment says it for all',
    (url) => {
      if (!/^postgres(?:ql)?:\/\//.test(url))
        throw new UsageError(`--database takes an address that begins with postgres://, not "${url.slice(0, 40)}"`);
      process.env.PANEL_DATABASE = url;
      return url;
    },
  );
}

/** Who makes an act: a named person. The program's own acts carry its name and version instead. */
export function takeActor(command: Command): Command {
  return command
    .option('--by <name>', 'who makes this act; PANEL_BY in the environment says it for all', process.env.PANEL_BY)
    .option('--reason <text>', 'why');
}

export function takeJson(command: Command): Command {
  return command.option('--json', 'the answer as JSON');
}

export function takeClock(command: Command): Command {
  return command.option('--clock <time>', 'fix the time of the run (2024-03-29 or 2024-03-29T12:00:00Z)', (time) =>
    parseTime(time, '--clock'),
  );
}
