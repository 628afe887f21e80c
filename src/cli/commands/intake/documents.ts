import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { type ActingOptions, actorOf, optionsOf, printActs, unknownVerb } from '../../acting.ts';
import { formatTable, oneLine, printAnswer, printHint, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = { workspace: string; json?: boolean };

export function addCommand(program: Command): void {
  const documents = program
    .command('documents')
    .description('documents, with their languages, and which are much alike');
  takeJson(takeWorkspace(documents))
    .allowExcessArguments()
    .action(async (options: Options, command: Command) => {
      if (command.args.length > 0) throw new UsageError(unknownVerb(command));
      const found = await carryOut('listDocuments', { ...options, progress: terminalProgress({ quiet: true }) });
      if (options.json) return printJsonLines(found);
      if (found.length === 0) return printHint('No documents.');
      printAnswer(
        formatTable(found, [
          { heading: 'document', text: ({ id }) => id.slice(0, 19) },
          { heading: 'kind', text: ({ kind }) => kind },
          { heading: 'published', text: ({ published }) => published ?? '' },
          { heading: 'source', text: ({ source }) => source },
          {
            heading: 'language',
            text: ({ detected }) => detected.map(({ name, share }) => `${name} ${share} %`).join(', '),
          },
          { heading: 'title', text: ({ title }) => title },
        ]),
      );
    });
  takeJson(
    takeWorkspace(
      documents.command('similar').description('documents of which one may have its text or picture from the other'),
    ),
  ).action(async (_options: unknown, command: Command) => {
    const options = optionsOf<Options>(command);
    const found = await carryOut('listSimilar', { ...options, progress: terminalProgress({ quiet: true }) });
    if (options.json) return printJsonLines(found);
    if (found.length === 0) return printHint('No two documents are much alike.');
    for (const { documents: pair, by, share, words, passage, judgement } of found) {
      const said = judgement === null ? 'counts as one origin until somebody says otherwise' : `judged: ${judgement}`;
      const alike = by === 'picture' ? `pictures alike in ${share} %` : `${share} % in common, ${words} words in a row`;
      printAnswer(`${alike} (${said})`);
      for (const { id, title, source } of pair) printAnswer(`  ${oneLine(`${id}  ${source}: ${title}`)}`);
      if (by === 'text') printAnswer(`  “${passage.replace(/\s+/g, ' ').slice(0, 300)}”`);
    }
  });
  const judge = documents
    .command('judge <a> <b>')
    .description('say whether one of two documents has its text from the other')
    .option('--derives', 'one has its text from the other, or both from a third')
    .option('--independent', 'they were written independently of each other');
  takeClock(takeJson(takeWorkspace(takeActor(judge)))).action(
    async (a: string, b: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions & { derives?: boolean; independent?: boolean }>(command);
      if (options.derives === options.independent) throw new UsageError('say one of --derives and --independent');
      const judgement = options.derives ? 'derives' : 'independent';
      printActs([await carryOut('judgeDocuments', { ...actorOf(options), a, b, judgement })], options);
    },
  );
}
