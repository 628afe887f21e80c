import type { Command } from 'commander';
import { oneLine, printAnswer, printHint, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import type { Finish } from '../../usage.ts';
import { takeJson, takeWorkspace } from '../../workspace-option.ts';

export function addCommand(program: Command, finish: Finish): void {
  const report = program.command('report').description('check a report');
  takeJson(
    takeWorkspace(
      report
        .command('verify <file>')
        .description('compare every quotation of a report (JSON or HTML) with the documents'),
    ),
  ).action(async (file: string, options: { workspace: string; json?: boolean }) => {
    const { verifyReport } = await import('../../../app/report/verify-report.ts');
    const progress = terminalProgress({ quiet: options.json === true });
    const { quotations, page } = await verifyReport({ file, workspace: options.workspace, progress });
    const faulty = quotations.filter(({ ok }) => !ok);
    if (options.json) printJsonLines([...page, ...quotations]);
    else {
      for (const { quote, fault } of page) printHint(oneLine(`this page: “${quote}”: ${fault}`));
      for (const { quote, document, fault } of faulty)
        printHint(oneLine(`${document ?? 'no document'}: “${quote}”: ${fault}`));
      const documents = new Set(quotations.map(({ document }) => document)).size;
      const counted = `${quotations.length} quotation${quotations.length === 1 ? '' : 's'} of ${documents} document${documents === 1 ? '' : 's'}`;
      if (page.length > 0)
        printAnswer('NOT VERIFIED: the page is not the one that this program prints from the data of the report.');
      if (faulty.length > 0) printAnswer(`NOT AS IN THE DOCUMENTS: ${faulty.length} of ${counted}.`);
      if (page.length === 0 && faulty.length === 0)
        printAnswer(
          `All ${counted} stand in the documents. What the report says besides its quotations is not compared.`,
        );
    }
    if (page.length > 0 || faulty.length > 0) finish(1);
  });
}
