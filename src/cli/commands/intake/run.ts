import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import type { RunResult } from '../../../app/commands/contract.ts';
import { oneLine, printAnswer, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { UsageError } from '../../usage.ts';
import { takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = {
  workspace: string;
  out?: string;
  format: string;
  whole?: boolean;
  by?: string;
  clock?: string;
  json?: boolean;
};

export function addCommand(program: Command): void {
  const command = program
    .command('run <dossier>')
    .description('ingest a dossier, assess it and write the report')
    .option('--out <dir>', 'folder of the report (default: <workspace>/report)')
    .option('--format <formats>', 'html, pdf, docx, json; several with commas', 'html,json')
    .option(
      '--by <name>',
      'who runs it: findings that the dossier describes are made in this name (PANEL_BY says it for all)',
      process.env.PANEL_BY,
    )
    .option('--whole', 'print all of a long report, not only the first of what nobody has reviewed and of long tables');
  takeClock(takeJson(takeWorkspace(command))).action(async (dossier: string, options: Options) => {
    const result = await runWith(dossier, options);
    if (options.json) printJson(result);
    else printAnswer(describeRun(result));
  });
}

async function runWith(dossier: string, options: Options): Promise<RunResult> {
  const { isReportFormat, REPORT_FORMATS } = await import('../../../app/intake/run.ts');
  const formats = [...new Set(options.format.split(',').map((format) => format.trim()))];
  for (const format of formats) {
    if (!isReportFormat(format))
      throw new UsageError(`there is no report format "${format}"; there is ${REPORT_FORMATS.join(', ')}`);
  }
  return await carryOut('runDossier', {
    dossier,
    workspace: options.workspace,
    out: options.out,
    formats: formats.filter(isReportFormat),
    whole: options.whole,
    by: options.by,
    clock: options.clock,
    progress: terminalProgress({ quiet: options.json === true }),
  });
}

/** What a person reads after a run: counts, what was refused and why, and last the report's path. */
export function describeRun(result: RunResult): string {
  const lines = [
    result.title,
    `${count(result.documents, 'document')}, ${count(result.claims, 'claim')}, ${count(result.findings, 'finding')}, ${result.proposed} proposed and not reviewed; ` +
      `${count(result.actsAdded, 'act')} added, ${result.acts} in the record`,
    ...(result.contested > 0 ? [`${count(result.contested, 'pair')} of figures that contradict each other`] : []),
    ...result.refused.map((one) => `refused: ${one.name}: ${one.message}`),
    ...result.setAside.map((one) => `set aside: ${one.name}: ${one.message}`),
    ...result.unread.map((one) => `${one.whole ? 'not read' : 'read only in part'}: ${one.file}: ${one.words}`),
    ...result.reports.slice(1).map((one) => one.path),
    result.report,
  ];
  return lines.map(oneLine).join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
