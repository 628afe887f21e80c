import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { type ActingOptions, actorOf, optionsOf, printActs } from '../../acting.ts';
import { oneLine, printAnswer, printHint, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { parseCount, UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = { workspace: string; json?: boolean };
type MappingOptions = ActingOptions & { table: string; column?: string[] };

export function addCommand(program: Command): void {
  const columns = program.command('columns').description('tables of documents, and what people said of their columns');
  takeJson(
    takeWorkspace(
      columns
        .command('list [document]', { isDefault: true })
        .description('tables with their headings; of one document, by id or file'),
    ),
  ).action(async (document: string | undefined, _options: unknown, command: Command) => {
    const options = optionsOf<Options>(command);
    const found = await carryOut('listTables', { ...options, document, progress: terminalProgress({ quiet: true }) });
    if (options.json) return printJsonLines(found);
    if (found.length === 0) return printHint('No table with a row of headings.');
    for (const { file, table, title, rows, columns: heads, isMapped, claims } of found) {
      printAnswer(
        `${oneLine(`${file}, table ${table}${title === '' ? '' : `: ${title}`}`)} (${rows} rows; ${claims} claims from tables of this document${isMapped ? '; mapped' : ''})`,
      );
      for (const { heading, role, unit } of heads)
        printAnswer(`  ${oneLine(heading)}${role === null ? '' : ` = ${role}${unit === '' ? '' : `:${unit}`}`}`);
    }
  });
  const map = columns
    .command('map <document>')
    .description('say what the columns of a table are: remembered for all tables under the same headings')
    .requiredOption('--table <number>', 'which table of the document, from 1')
    .option(
      '--column <heading=role...>',
      'such as "Menge=quantity:tonnes" "Datum=date"; none at all forgets what was said',
    );
  takeClock(takeJson(takeWorkspace(takeActor(map)))).action(
    async (document: string, _options: unknown, command: Command) => {
      const options = optionsOf<MappingOptions>(command);
      const table = parseCount(options.table, '--table');
      if (table === 0) throw new UsageError('--table counts from 1');
      const request = { ...actorOf(options), document, table, columns: options.column ?? [] };
      printActs([await carryOut('mapColumns', request)], options);
    },
  );
}
