import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { printAnswer, printFile, printHint, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = {
  readonly workspace: string;
  readonly format: string;
  readonly out?: string;
  readonly publisher?: string;
  readonly reviewed?: boolean;
  readonly by?: string;
  readonly clock?: string;
  readonly json?: boolean;
};

export function addCommand(program: Command): void {
  const command = program
    .command('export')
    .description('what may leave the workspace, in a form of other programs')
    .requiredOption(
      '--format <form>',
      'ftm (FollowTheMoney lines), statements (their CSV), stix, annotations (W3C), claimreview (schema.org), csl',
    )
    .option('--out <file>', 'the file to write; standard output if left out')
    .option('--publisher <name>', 'who publishes it; the program if left out')
    .option('--reviewed', 'only what a person has accepted or made')
    .option('--by <name>', 'who exports it; PANEL_BY in the environment says it for all', process.env.PANEL_BY);
  takeClock(takeJson(takeWorkspace(command))).action(async ({ reviewed = false, json, ...options }: Options) => {
    const result = await carryOut('exportRecord', {
      ...options,
      reviewedOnly: reviewed,
      progress: terminalProgress({ quiet: json === true }),
    });
    if (json) {
      printJson(result);
      return;
    }
    if (result.text !== null) await printFile(result.text);
    else printAnswer(result.out ?? '');
    const { documents, claims, findings } = result;
    printHint(`${documents} documents, ${claims} claims, ${findings} findings (${result.shared}).`);
    for (const sentence of result.leftOut) printHint(sentence);
  });
}
