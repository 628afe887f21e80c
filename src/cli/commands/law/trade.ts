import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { type ActingOptions, actorOf, optionsOf, printActs } from '../../acting.ts';
import {
  formatTable,
  oneLine,
  printAnswer,
  printHint,
  printJson,
  printJsonLines,
  type TextColumn,
} from '../../output.ts';
import { parseCount, parseDay, parseFlow, UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type FlowOption = { flow?: string; regime: string; column: string[]; workspace?: string; json?: boolean };

const FILE_HELP = 'tables of trade figures; "notified:petroleum" and "notified:coal" ship with the regime';
const WORKSPACE_HELP =
  'the files are documents of this workspace, by id or file name, or "tracks:calls"; without a file, all that hold figures';
const COLUMN_HELP =
  'what a column of a table in no known form is, such as "Month=date" "Menge=quantity:tonnes"; may be repeated';

type Asked = { readonly regime: string; readonly files: readonly string[]; readonly flow: 'import' | 'export' | null };

/** What all three commands ask: files, or documents of a workspace. @throws UsageError for neither, and for columns named twice */
function askedOf(
  files: readonly string[],
  { regime, flow, column, workspace }: FlowOption,
): (Asked & { readonly workspace: string }) | (Asked & { readonly columns?: readonly string[] }) {
  const asked = { regime, files, flow: parseFlow(flow) };
  if (workspace === undefined) {
    if (files.length === 0) throw new UsageError('name a file, or a workspace with --workspace');
    return column.length === 0 ? asked : { ...asked, columns: column };
  }
  if (column.length > 0)
    throw new UsageError('in a workspace the columns of a table are named by "panel columns map", which is remembered');
  return { ...asked, workspace };
}

export function addCommand(program: Command): void {
  const trade = program
    .command('trade')
    .description('trade figures: what was notified, what customs say, what tankers could have carried');
  addImport(trade);
  addLedger(trade);
  addScreen(trade);
  addClaim(trade);
}

function addImport(trade: Command): void {
  trade
    .command('import')
    .argument('[file...]', FILE_HELP)
    .description('which form each file has, what was taken in, and what was refused row by row')
    .option('--flow <flow>', 'import or export, for forms that do not say')
    .option('--workspace <folder>', WORKSPACE_HELP)
    .option('--column <heading=role>', COLUMN_HELP, collect, [])
    .option('--regime <id>', 'the regime', 'un-1718')
    .option('--json', 'one line a file as JSON')
    .action(async (files: string[], options: FlowOption) => {
      const asked = askedOf(files, options);
      const reports =
        'workspace' in asked
          ? await carryOut('importedFigures', asked)
          : await (await import('../../../app/trade/import.ts')).importFiles(asked);
      if (reports.length === 0)
        printHint(
          'No document of this workspace holds trade figures in a form that is known. "panel columns map" says what the columns of a table are.',
        );
      for (const { file, form, reason } of reports)
        if (form === null) printHint(oneLine(`${file}: ${reason ?? 'no form that is known'}`));
      if (options.json) {
        printJsonLines(reports);
        return;
      }
      for (const report of reports) {
        printAnswer(
          `${report.file}: ${report.form ?? 'no form that is known'}, ${report.rows} rows, ${report.accepted} taken in (${report.encoding ?? 'no text'})`,
        );
        if (report.sheet !== undefined)
          printHint(
            oneLine(
              `${report.file}: read the sheet “${report.sheet}”${report.otherSheets === undefined ? '' : `; not read: ${report.otherSheets.join(', ')}`}`,
            ),
          );
        for (const { row, code, message } of report.refused)
          printAnswer(`  ${oneLine(`row ${row}: ${code}: ${message}`)}`);
      }
    });
}

type LedgerOptions = FlowOption & {
  provision: string;
  period: string;
  factor: string[];
  asOf?: string;
  figure?: string;
  unit?: string;
};

function addLedger(trade: Command): void {
  trade
    .command('ledger')
    .argument('[file...]', FILE_HELP)
    .description('the sums of each source against a cap, and when each share of it is passed')
    .requiredOption('--provision <id>', 'the paragraph with the cap, such as "S/RES/2397(2017) OP5"')
    .requiredOption('--period <period>', 'a day, a year or an interval of the cap')
    .option('--factor <n>', "barrels a tonne, may be repeated; without it the paragraph's own", collect, [])
    .option('--as-of <date>', 'as the sources stood on that day')
    .option('--figure <file>', 'write the running totals against the cap as SVG')
    .option('--unit <unit>', 'the limit that the figure is of, where there are several')
    .option('--flow <flow>', 'import or export, for forms that do not say')
    .option('--workspace <folder>', WORKSPACE_HELP)
    .option('--column <heading=role>', COLUMN_HELP, collect, [])
    .option('--regime <id>', 'the regime', 'un-1718')
    .option('--json', 'one object as JSON')
    .action(async (files: string[], options: LedgerOptions) => {
      const { ledgerOfFiles, writeLedgerFigure } = await import('../../../app/trade/ledger.ts');
      const asked = askedOf(files, options);
      const question = {
        provision: options.provision,
        period: options.period,
        factors: options.factor,
        asOf: options.asOf === undefined ? null : parseDay(options.asOf, '--as-of'),
      };
      const ledger =
        'workspace' in asked
          ? await carryOut('ledgerOfFigures', { ...asked, ...question })
          : await ledgerOfFiles({ ...asked, ...question });
      if (options.figure !== undefined) await writeLedgerFigure(ledger, options.figure, options.unit ?? null);
      if (options.json) {
        printJson(ledger);
        return;
      }
      const { ledgerInLines } = await import('../../../app/trade/ledger-text.ts');
      printAnswer(ledgerInLines(ledger).join('\n'));
    });
}

type ScreenOptions = FlowOption & { all?: boolean };

function addScreen(trade: Command): void {
  trade
    .command('screen')
    .argument('[file...]', FILE_HELP)
    .description('rows that a ban or cap touched in their month, with what should be asked about them')
    .option('--all', 'every row, not only those that a ban or cap touches')
    .option('--flow <flow>', 'import or export, for forms that do not say')
    .option('--workspace <folder>', WORKSPACE_HELP)
    .option('--column <heading=role>', COLUMN_HELP, collect, [])
    .option('--regime <id>', 'the regime', 'un-1718')
    .option('--json', 'one line a row as JSON')
    .action(async (files: string[], options: ScreenOptions) => {
      const asked = { ...askedOf(files, options), all: options.all ?? false };
      const rows =
        'workspace' in asked
          ? await carryOut('screenedFigures', asked)
          : await (await import('../../../app/trade/screen.ts')).screenTradeFiles(asked);
      if (options.json) {
        printJsonLines(rows);
        return;
      }
      const columns: readonly TextColumn<(typeof rows)[number]>[] = [
        { heading: 'file', text: (row) => row.file },
        { heading: 'row', right: true, text: (row) => String(row.row) },
        { heading: 'period', text: (row) => row.period },
        { heading: 'status', text: (row) => row.status },
        { heading: 'provisions', text: (row) => row.provisions.map(({ provision }) => provision).join(', ') },
        { heading: 'marks', text: (row) => row.marks.map(({ mark, level }) => `${mark} (${level})`).join(', ') },
      ];
      printAnswer(rows.length === 0 ? 'No row is touched by a ban or a cap.' : formatTable(rows, columns));
    });
}

type ClaimOptions = ActingOptions & { flow?: string; regime: string };

function addClaim(trade: Command): void {
  const claim = trade
    .command('claim')
    .argument('<document>', 'a document of the workspace with trade figures, by id or file name')
    .argument('<row...>', 'its rows, by the numbers that ledgers and lists give them')
    .description('make claims of rows: of the authority behind each figure, with the row as passage')
    .option('--flow <flow>', 'import or export, for forms that do not say')
    .option('--regime <id>', 'the regime', 'un-1718');
  takeClock(takeJson(takeWorkspace(takeActor(claim)))).action(
    async (source: string, rows: string[], _options: unknown, command: Command) => {
      const options = optionsOf<ClaimOptions>(command);
      const flow = parseFlow(options.flow);
      const request = {
        ...actorOf(options),
        source,
        rows: rows.map((row) => parseCount(row, 'row')),
        regime: options.regime,
        ...(flow === null ? {} : { flow }),
      };
      printActs(await carryOut('claimFigures', request), options);
    },
  );
}

/** An option that may be repeated, since one that takes several values would swallow the files after it. */
function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}
