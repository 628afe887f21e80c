import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { countOf, oneLine, printAnswer, printHint, printJson, printJsonLines } from '../../output.ts';
import type { Finish } from '../../usage.ts';
import { UsageError } from '../../usage.ts';
import { takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = { workspace: string; json?: boolean; name?: string; key?: string; by?: string; list?: boolean };

export function addCommand(program: Command, finish: Finish): void {
  const receive = program.command('receive [file]').description('take in what another has shared, as their word');
  takeJson(takeWorkspace(receive))
    .option('--name <name>', 'how you call the sender')
    .option('--key <vkey>', 'the sender’s key, once you have had it confirmed by voice or on paper')
    .option(
      '--by <name>',
      'who receives it; PANEL_BY in the environment says it for all',
      process.env.PANEL_BY || undefined,
    )
    .option('--list', 'what others have stated so far')
    .action(async (file: string | undefined, options: Options) => {
      const { workspace, json, name, key, by } = options;
      if (options.list) {
        const { listReceived } = await import('../../../app/exchange/receive.ts');
        const statements = await listReceived({ workspace });
        if (json) printJsonLines(statements);
        else for (const { act, text } of statements) printAnswer(oneLine(`${act}  ${text}`));
        return;
      }
      if (file === undefined) throw new UsageError('name the file that came, or write --list');
      const result = await carryOut('receivePackage', { workspace, file, name, key, by });
      if (json) printJson(result);
      if (!result.known) {
        finish(1);
        printHint(
          `UNKNOWN SENDER: ${oneLine(result.from.name)} signs as ${result.from.origin} with the key\n${result.from.key}\nNothing was logged. Have the key confirmed by voice or on paper, then: panel receive FILE --name NAME --key VKEY`,
        );
        return;
      }
      if (json) return;
      for (const { act, text } of result.statements) printAnswer(oneLine(`${act}  ${text}`));
      printAnswer(
        `${countOf(result.received.length, 'act')} of ${oneLine(result.from.name)} received, ${countOf(result.documents.length, 'document')}; ${result.unchanged} ${result.unchanged === 1 ? 'was' : 'were'} here already`,
      );
    });
}
