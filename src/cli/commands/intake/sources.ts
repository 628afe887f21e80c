import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { type ActingOptions, actorOf, optionsOf, printActs, unknownVerb } from '../../acting.ts';
import { formatTable, printAnswer, printHint, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = { workspace: string; json?: boolean };
type Words = {
  name?: string;
  kind?: string;
  country?: string;
  grade?: string;
  gradeReason?: string;
  controls?: string[];
  parent?: string;
  protection?: string;
};

export function addCommand(program: Command): void {
  const sources = program
    .command('sources')
    .description('whose documents there are, with grades and who controls them');
  takeJson(takeWorkspace(sources))
    .allowExcessArguments()
    .action(async (options: Options, command: Command) => {
      if (command.args.length > 0) throw new UsageError(unknownVerb(command));
      const found = await carryOut('listSources', { ...options, progress: terminalProgress({ quiet: true }) });
      if (options.json) return printJsonLines(found);
      if (found.length === 0) return printHint('No sources.');
      printAnswer(
        formatTable(found, [
          { heading: 'source', text: ({ id }) => id },
          { heading: 'grade', text: ({ reliability }) => reliability?.grade ?? '' },
          { heading: 'kind', text: ({ kind }) => kind },
          { heading: 'controlled by', text: ({ controls }) => controls.join(', ') },
          { heading: 'protection', text: ({ protection }) => protection ?? '' },
          { heading: 'name', text: ({ name }) => name },
        ]),
      );
    });
  const describe = sources
    .command('describe <source>')
    .description('say what a source is; what is not named stays, and an empty text takes it away')
    .option('--name <name>', 'what it is called')
    .option('--kind <kind>', 'newsroom, state-organ, un-body, ngo ...')
    .option('--country <code>', 'its country (ISO 3166-1)')
    .option('--grade <letter>', 'reliability, A (completely) to F (cannot be judged)')
    .option('--grade-reason <text>', 'why it is graded so')
    .option(
      '--controls <name...>',
      'who could have made it say so: sources under one control do not confirm each other',
    )
    .option('--parent <source>', 'the source that it belongs to')
    .option('--protection <how>', 'open, restricted (what it gave stays here) or protected (its name too)');
  takeClock(takeJson(takeWorkspace(takeActor(describe)))).action(
    async (source: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions & Words>(command);
      const { name, kind, country, grade, gradeReason, controls, parent, protection } = options;
      const words = { name, kind, country, grade, gradeReason, controls, parent, protection };
      printActs([await carryOut('describeSource', { ...actorOf(options), source, ...words })], options);
    },
  );
}
