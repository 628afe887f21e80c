import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { oneLine, printAnswer, printHint, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { UsageError } from '../../usage.ts';
import { takeJson, takeWorkspace } from '../../workspace-option.ts';

type SearchOptions = {
  readonly workspace: string;
  readonly json?: boolean;
  readonly in?: string;
  readonly source?: string;
  readonly from?: string;
  readonly to?: string;
  readonly language?: string;
  readonly limit: string;
};

export function addCommand(program: Command): void {
  takeJson(takeWorkspace(program.command('search <words...>').description('what holds all of some words')))
    .option('--in <places>', 'documents, claims, incidents, findings, law, lists; with commas between them')
    .option('--source <name>', 'of one source or claimant')
    .option('--from <day>', 'of this day or later')
    .option('--to <day>', 'of this day or before')
    .option('--language <tag>', 'of documents in one language, as their dossier says')
    .option('--limit <number>', 'at most so many', '20')
    .addHelpText(
      'after',
      '\nWords may be beginnings; put a phrase in quotation marks: panel search \'"artillery shells" nampo\'',
    )
    .action(async (words: string[], { limit, ...options }: SearchOptions) => {
      if (!/^\d{1,4}$/.test(limit)) throw new UsageError('--limit takes a number from 1 to 1000');
      const found = await carryOut('searchWorkspace', {
        ...options,
        question: words.join(' '),
        limit: Number(limit),
        progress: terminalProgress({ quiet: true }),
      });
      if (options.json) return printJsonLines(found);
      if (found.length === 0) return printHint('Nothing holds all of these words.');
      printAnswer(
        found
          .map(({ kind, id, title, start, snippet }) => {
            const place = start === null ? '' : ` at ${start}`;
            return `${kind} ${id}${place}\n  ${oneLine(title)}\n  ${oneLine(snippet)}`;
          })
          .join('\n'),
      );
    });
}
