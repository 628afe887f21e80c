import type { Command } from 'commander';
import { printAnswer, printHint, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = { readonly workspace: string; readonly ocr?: string; readonly json?: boolean };

export function addCommand(program: Command): void {
  takeJson(
    takeWorkspace(
      program
        .command('read <document>')
        .description('the text of a file, or of a document by its id; nothing is written'),
    ),
  )
    .option('--ocr <languages>', 'read pictures in these languages, such as kor+eng (default: whichever reads best)')
    .action(async (target: string, { workspace, ocr, json }: Options) => {
      const { readText } = await import('../../../app/commands/read-text.ts');
      const layer = await readText({ target, workspace, ocr, progress: terminalProgress({ quiet: json === true }) });
      if (json) {
        printJson(layer);
        return;
      }
      printAnswer(layer.text);
      for (const { page, languages, confidence, by } of layer.recognised ?? [])
        printHint(
          by === 'file'
            ? `Page ${page}: text that its maker laid over the picture.`
            : `Page ${page}: read off the picture (${languages}) with a mean confidence of ${confidence}; compare every figure with it.`,
        );
      for (const { whole, words } of layer.unread ?? [])
        printHint(`${whole ? 'No claim is read from it: it is' : 'Read only in part:'} ${words}`);
    });
}
