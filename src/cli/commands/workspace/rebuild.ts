import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { printAnswer, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { takeJson, takeWorkspace } from '../../workspace-option.ts';

export function addCommand(program: Command): void {
  const command = program.command('rebuild').description('delete the projections and rebuild them from the record');
  takeJson(takeWorkspace(command)).action(async (options: { workspace: string; json?: boolean }) => {
    const result = await carryOut('rebuildStore', {
      workspace: options.workspace,
      progress: terminalProgress({ quiet: options.json === true }),
    });
    if (options.json) printJson(result);
    else {
      printAnswer(
        `rebuilt from ${result.acts} acts: ${result.documents} documents, ${result.claims} claims, ${result.findings} findings; dump sha256:${result.hash}`,
      );
    }
  });
}
