import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { type ActingOptions, actorOf, optionsOf, printActs, unknownVerb } from '../../acting.ts';
import { formatTable, printAnswer, printHint, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = { workspace: string; json?: boolean };

export function addCommand(program: Command): void {
  const comparisons = program
    .command('comparisons')
    .description('figures of several claims laid side by side, and whether a person accepted that');
  takeJson(takeWorkspace(comparisons))
    .allowExcessArguments()
    .action(async (options: Options, command: Command) => {
      if (command.args.length > 0) throw new UsageError(unknownVerb(command));
      const found = await carryOut('listComparisons', { ...options, progress: terminalProgress({ quiet: true }) });
      if (options.json) return printJsonLines(found);
      if (found.length === 0)
        return printHint('No comparisons: no two claims of this workspace surely count one thing.');
      printAnswer(
        formatTable(found, [
          { heading: 'comparison', text: (comparison) => comparison.id },
          { heading: 'review', text: (comparison) => comparison.review },
          { heading: 'figures', right: true, text: (comparison) => String(comparison.rows.length) },
          {
            heading: 'contradictions',
            right: true,
            text: ({ relations }) => String(relations.filter(({ relation }) => relation === 'contradicts').length),
          },
          { heading: 'what is counted', text: (comparison) => comparison.title },
        ]),
      );
    });
  for (const [name, status, description] of [
    ['accept', 'accepted', 'accept comparisons: what contradicts in them counts as contested from then on'],
    ['leave-out', 'left-out', 'leave comparisons out of reports'],
  ] as const) {
    const review = comparisons.command(`${name} <comparison...>`).description(description);
    if (status === 'accepted') review.option('--words <text>', 'how you word it, printed in the report');
    takeClock(takeJson(takeWorkspace(takeActor(review)))).action(
      async (ids: string[], _options: unknown, command: Command) => {
        const options = optionsOf<ActingOptions & { words?: string }>(command);
        const { words } = options;
        printActs(await carryOut('reviewComparisons', { ...actorOf(options), ids, status, words }), options);
      },
    );
  }
}
