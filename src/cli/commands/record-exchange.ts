import { type Command, Option } from 'commander';
import { carryOut } from '../../app/carry-out.ts';
import { printAnswer, printHint, printJson } from '../output.ts';
import type { Finish } from '../program.ts';
import { parseCount } from '../usage.ts';
import { takeJson, takeWorkspace } from '../workspace-option.ts';

type Base = { workspace: string; json?: boolean };

/** The commands of `panel record` by which others come to watch it. */
export function addExchangeCommands(record: Command, finish: Finish): void {
  takeJson(takeWorkspace(record.command('cosign').description('have witnesses cosign the record as it stands')))
    .requiredOption('--policy <file>', 'the policy: which witnesses there are, and how many are enough')
    .addOption(
      new Option('--timeout <seconds>', 'how long to wait for a witness').argParser((text) =>
        parseCount(text, '--timeout'),
      ),
    )
    .addOption(new Option('--request <dir>', 'write a request a witness into a folder instead').conflicts('add'))
    .option('--add <file>', 'add signature lines that a witness gave on such a request')
    .action(async (options: Base & { policy: string; timeout?: number; request?: string; add?: string }) => {
      const result = await carryOut('cosignRecord', options);
      if (options.json) printJson(result);
      else {
        for (const file of result.requests) printAnswer(file);
        const words = result.cosigned.map(({ name, time }) => `${name} ${time.slice(0, 16).replace('T', ' ')}`);
        if (words.length > 0 || result.quorum)
          printAnswer(
            `Cosigned at ${result.size} acts by ${words.length} of ${words.length + result.missing.length}: ${words.join(', ')}`,
          );
      }
      for (const message of result.messages) printHint(message);
      if (!result.quorum || result.rolledBack) finish(1);
      if (result.quorum) return;
      const all = result.cosigned.length + result.missing.length;
      const missing = result.missing.map(({ name, why, status }) =>
        status === null ? `no answer: ${name} (${why})` : `refused (${status}): ${name} (${why})`,
      );
      printHint(
        `QUORUM NOT REACHED: ${result.cosigned.length} of ${all}, needs ${result.needs}; ${missing.join('; ')}`,
      );
    });
}
