import type { Command } from 'commander';
import { printHint, printJsonLines } from '../../output.ts';
import { parseDay } from '../../usage.ts';

type Options = { published?: string; source?: string; kind?: string; country?: string };

export function addCommand(program: Command): void {
  program
    .command('extract <file>')
    .description('claims of one file as JSON lines; needs no workspace')
    .option(
      '--published <date>',
      'day of publication, for "on Tuesday" and the like (default: from the document itself)',
    )
    .option('--source <name>', "the document's own source (default: from the document itself)")
    .option('--kind <kind>', 'kind of the source (if nothing is said, as its name tells, else newsroom)')
    .option('--country <code>', 'country of the source (ISO 3166-1)')
    .option('--json', 'accepted for symmetry: the answer is always JSON lines')
    .action(async (file: string, options: Options) => {
      if (options.published !== undefined) parseDay(options.published, '--published');
      const { extractFile } = await import('../../../app/derivation/reading/extract.ts');
      printJsonLines(await extractFile({ file, ...options, onUnread: printHint }));
    });
}
