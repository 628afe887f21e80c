import type { Command } from 'commander';
import { parseText, parseTime } from './usage.ts';

/** The option that every command on a workspace takes. */
export function takeWorkspace(command: Command): Command {
  return command.option(
    '--workspace <dir>',
    'the workspace',
    (dir) => parseText(dir, '--workspace'),
    'panel-workspace',
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
