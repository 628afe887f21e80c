import type { Command } from 'commander';
import { formatTable, printAnswer, printHint, printJson, wrap } from '../../output.ts';
import type { Finish } from '../../usage.ts';
import { parseDay } from '../../usage.ts';

type Options = { asOf?: string; since?: string; json?: boolean };

export function addCommand(program: Command, finish: Finish): void {
  const regime = program
    .command('regime [id]')
    .description('measures in force, mandates and votes of a regime on a day; without an id, all bodies with a mandate')
    .option('--as-of <date>', 'the day (default: today)')
    .option('--since <date>', 'what changed since a day')
    .option('--json', 'the answer as JSON')
    .action(async (id: string | undefined, options: Options) => {
      if (options.asOf !== undefined) parseDay(options.asOf, '--as-of');
      if (options.since !== undefined) parseDay(options.since, '--since');
      const { describeBodies, describeRegime } = await import('../../../app/law/regime.ts');
      if (id === undefined) {
        const answer = await describeBodies(options);
        if (options.json) printJson(answer.bodies);
        else printAnswer(answer.lines.map((line) => wrap(line, 110)).join('\n'));
        return;
      }
      const answer = await describeRegime({ id, ...options });
      if (options.json) return printJson(answer.view);
      printAnswer(answer.heading.join('\n'));
      printAnswer(
        formatTable(answer.rows, [
          { heading: 'provision', text: (row) => row.id },
          { heading: 'effect', text: (row) => row.effect },
          { heading: 'from', text: (row) => row.from },
          { heading: 'to', text: (row) => row.to ?? '' },
          { heading: 'subject', text: (row) => row.subject },
          { heading: 'evidence', text: (row) => row.evidence },
        ]),
      );
      printAnswer(answer.footing.join('\n'));
    });

  regime
    .command('lint <dir>')
    .description('check regime files: file, line, and what is expected')
    .option('--json', 'the answer as JSON')
    .action(async (dir: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { lintFolder } = await import('../../../app/law/regime.ts');
      const result = await lintFolder(dir);
      if (options.json) printJson(result);
      else {
        for (const message of result.messages)
          printAnswer(`${message.file}:${message.line}:${message.column}: ${message.message}`);
        printHint(result.messages.length === 0 ? 'nothing to mend' : `${result.messages.length} to mend`);
      }
      if (result.messages.length > 0) finish(1);
    });
}
