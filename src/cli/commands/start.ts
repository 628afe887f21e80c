import type { Command } from 'commander';
import { printAnswer, printHint } from '../output.ts';
import { terminalProgress } from '../progress.ts';
import { describeRun } from './run.ts';

/** `npm start`: the shipped dossier from its folder to the report, then the report in the browser. */
export function addCommand(program: Command): void {
  program
    .command('start', { hidden: true })
    .option('--once', 'stop after the report')
    .option('--workspace <dir>', 'the workspace', 'panel-workspace')
    .action(async (options: { once?: boolean; workspace: string }) => {
      const { exampleDossier, runDossier } = await import('../../app/run.ts');
      const result = await runDossier({
        dossier: exampleDossier(),
        workspace: options.workspace,
        formats: ['html', 'json'],
        progress: terminalProgress({ quiet: false }),
      });
      printAnswer(describeRun(result));
      if (options.once) return;
      const { openInBrowser } = await import('../browser.ts');
      if (!openInBrowser(result.report)) printHint('Open the report in a browser to read it.');
    });
}
