import type { Command } from 'commander';
import { printAnswer, printJson } from '../../output.ts';
import { UsageError } from '../../usage.ts';

type Options = { activity?: string; batch?: string; regime: string; json?: boolean };

export function addCommand(program: Command): void {
  program
    .command('check')
    .description('was it forbidden on that day, by which paragraph, and who had the mandate to watch')
    .option('--activity <json>', 'one activity as JSON')
    .option('--batch <file>', 'activities as JSON lines {"id","activity"}; - for standard input')
    .option('--regime <id>', 'the regime', 'un-1718')
    .option('--json', 'assessments as JSON lines')
    .action(async (options: Options) => {
      if ((options.activity === undefined) === (options.batch === undefined)) {
        throw new UsageError('give either --activity JSON or --batch FILE');
      }
      const { assessActivity, assessBatch } = await import('../../../app/law/assess.ts');
      if (options.activity !== undefined) {
        const answer = await assessActivity({ regime: options.regime, activity: options.activity });
        if (options.json) printJson(answer.assessment);
        else printAnswer(answer.lines.join('\n'));
      } else if (options.batch !== undefined) {
        for await (const line of assessBatch({ regime: options.regime, file: options.batch })) printAnswer(line);
      }
    });
}
