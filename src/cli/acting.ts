import type { Command } from 'commander';
import type { Progress } from '../app/commands/contract.ts';
import { printAnswer, printJson } from './output.ts';
import { terminalProgress } from './progress.ts';
import { UsageError } from './usage.ts';

/** Options of every command that makes an act. */
export type ActingOptions = { workspace: string; json?: boolean; clock?: string; by?: string; reason?: string };

/** A command with subcommands takes --workspace and --json itself too, so an option may have been taken by the parent. */
export function optionsOf<T>(command: Command): T {
  return command.optsWithGlobals<T & Record<string, unknown>>();
}

/** Who acts, on which workspace. @throws UsageError when nobody is named */
export function actorOf(options: ActingOptions): {
  workspace: string;
  by: string;
  reason: string | undefined;
  clock: string | undefined;
  progress: Progress;
} {
  if (!options.by) throw new UsageError('say who makes this act: --by NAME (or PANEL_BY in the environment)');
  const { workspace, by, reason, clock } = options;
  return { workspace, by, reason, clock, progress: terminalProgress({ quiet: true }) };
}

/** The acts that were made, one a line. */
export function printActs(acts: readonly { id: string; kind: string }[], { json }: ActingOptions): void {
  for (const one of acts) {
    if (json) printJson(one);
    else printAnswer(`${one.kind} ${one.id}`);
  }
}

/** The word after a command that is no subcommand of it. */
export function unknownVerb(command: Command): string {
  const verbs = command.commands.map((one) => one.name()).join(', ');
  return `there is no "panel ${command.name()} ${command.args[0]}"; there is ${verbs}, or no word at all for the list`;
}
