import { Command, CommanderError } from 'commander';
import type { Finish } from './usage.ts';
import { UsageError } from './usage.ts';

/** Exit codes of the contract: 0 done, 1 error or damage, 2 usage. */
const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/**
 * Runs the command line and returns the exit code. Modules that are slow to load (the projection database, the reader
 * of PDF) are loaded by the command that needs them, so that `--version` answers at once.
 */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command('panel');
  let code: number = EXIT.done;
  const finish = (outcome: number): void => {
    code = outcome;
  };
  const { readVersion } = await import('../app/version.ts');
  program
    .description('The panel of experts as software: who said what, tested against the measures in force on its date.')
    .version(readVersion(), '-V, --version')
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false })
    .exitOverride();
  for (const { addCommand } of await loadCommands(args[0])) addCommand(program, finish);
  applyToAll(program, (command) =>
    command
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(text) })
      .showHelpAfterError(
        `Run "${pathOf(command)} --help" for ${command.commands.length > 0 ? 'the commands' : 'its options'}.`,
      ),
  );

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return await reportFailure(error);
  }
}

type CommandModule = { addCommand(program: Command, finish: Finish): void };

/** The commands in the order of the help, each by the module that has it. */
const commands: ReadonlyMap<string, () => Promise<CommandModule>> = new Map([
  ['run', () => import('./commands/intake/run.ts')],
  ['contents', () => import('./commands/intake/contents.ts')],
  ['add', () => import('./commands/intake/add.ts')],
  ['documents', () => import('./commands/intake/documents.ts')],
  ['sources', () => import('./commands/intake/sources.ts')],
  ['columns', () => import('./commands/intake/columns.ts')],
  ['read', () => import('./commands/intake/read.ts')],
  ['extract', () => import('./commands/claims/extract.ts')],
  ['compare', () => import('./commands/claims/compare.ts')],
  ['claims', () => import('./commands/claims/claims.ts')],
  ['subjects', () => import('./commands/screening/subjects.ts')],
  ['findings', () => import('./commands/claims/findings.ts')],
  ['comparisons', () => import('./commands/claims/comparisons.ts')],
  ['search', () => import('./commands/claims/search.ts')],
  ['check', () => import('./commands/law/check.ts')],
  ['regime', () => import('./commands/law/regime.ts')],
  ['votes', () => import('./commands/law/votes.ts')],
  ['trade', () => import('./commands/law/trade.ts')],
  ['scenario', () => import('./commands/law/scenario.ts')],
  ['screen', () => import('./commands/screening/screen.ts')],
  ['lists', () => import('./commands/screening/lists.ts')],
  ['tracks', () => import('./commands/screening/tracks.ts')],
  ['serve', () => import('./commands/workspace/serve.ts')],
  ['report', () => import('./commands/publication/report.ts')],
  ['record', () => import('./commands/record/record.ts')],
  ['witness', () => import('./commands/record/witness.ts')],
  ['export', () => import('./commands/publication/export.ts')],
  ['share', () => import('./commands/record/share.ts')],
  ['receive', () => import('./commands/record/receive.ts')],
  ['rebuild', () => import('./commands/workspace/rebuild.ts')],
  ['start', () => import('./commands/workspace/start.ts')],
]);

/** The command that is named alone, since loading all takes as long as a name takes to be screened; else all of them. */
async function loadCommands(name: string | undefined): Promise<readonly CommandModule[]> {
  const named = commands.get(name ?? '');
  return named === undefined ? await Promise.all([...commands.values()].map((load) => load())) : [await named()];
}

function applyToAll(command: Command, work: (command: Command) => void): void {
  work(command);
  for (const inner of command.commands) applyToAll(inner, work);
}

/** "panel claims edit" */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

async function reportFailure(error: unknown): Promise<number> {
  if (error instanceof CommanderError) {
    const isAsked = error.code === 'commander.helpDisplayed' || error.code === 'commander.version';
    // `panel help` and `panel` alone end the same way for commander; only the first asked for help.
    return isAsked || (error.code === 'commander.help' && error.exitCode === 0) ? EXIT.done : EXIT.usage;
  }
  const { printError } = await import('./output.ts');
  const { isUsageFault } = await import('../app/commands/contract.ts');
  printError(error);
  return error instanceof UsageError || isUsageFault(error) ? EXIT.usage : EXIT.failed;
}
