import type { Command } from 'commander';
import { printAnswer, printJson } from '../../output.ts';

export function addCommand(program: Command): void {
  program
    .command('compare <a> <b>')
    .description('the relation of two quantities (JSON files), with its reason')
    .option('--json', 'the answer as JSON')
    .action(async (a: string, b: string, options: { json?: boolean }) => {
      const { compareFiles } = await import('../../../app/commands/compare.ts');
      const answer = await compareFiles(a, b);
      if (options.json) printJson(answer);
      else printAnswer(`${answer.relation}: ${answer.reason}`);
    });
}
