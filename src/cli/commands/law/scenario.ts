import type { Command } from 'commander';
import { printAnswer, printJson, wrap } from '../../output.ts';
import { parseDay } from '../../usage.ts';

export function addCommand(program: Command): void {
  program
    .command('scenario <file>')
    .description('hypothetical decisions on top of a real regime, shown as a difference to reality')
    .requiredOption('--as-of <date>', 'the day')
    .option('--json', 'the answer as JSON')
    .action(async (file: string, options: { asOf: string; json?: boolean }) => {
      parseDay(options.asOf, '--as-of');
      const { runScenario } = await import('../../../app/law/scenario.ts');
      const answer = await runScenario({ file, asOf: options.asOf });
      if (options.json) printJson(answer.difference);
      else printAnswer(answer.lines.map((line) => wrap(line, 110)).join('\n'));
    });
}
