import { type Command, Option } from 'commander';
import { oneLine, printAnswer, printError, printHint, printJson } from '../../output.ts';
import { untilStopped } from '../../serving.ts';
import type { Finish } from '../../usage.ts';
import { parseCount, parseText } from '../../usage.ts';
import { takeJson } from '../../workspace-option.ts';

type Base = { dir: string; json?: boolean };

export function addCommand(program: Command, finish: Finish): void {
  const witness = program
    .command('witness')
    .description('cosign the logs of other organisations, so that none can be rewritten unseen (docs/witnesses.md)');

  takeJson(
    takeFolder(
      witness.command('add').description('watch a log from now on; the first time this makes the key of the witness'),
    ),
  )
    .option('--name <name>', 'how the witness is called: an address without "https://", such as example.org/witness')
    .requiredOption('--log <vkey>', 'the verifier key of the log (the last line of its record/log/keys)')
    .option(
      '--endorsement <base64>',
      'when the log has a new key: what its last key signed for it (“panel record replace-key” prints it)',
    )
    .action(async (options: Base & { name?: string; log: string; endorsement?: string }) => {
      const { addWitnessedLog } = await import('../../../app/exchange/witness.ts');
      const added = await addWitnessedLog(options);
      if (options.json) printJson(added);
      else printAnswer(`${added.witness}\nwatches ${added.origin}`);
    });

  takeJson(
    takeFolder(
      witness.command('serve').description('answer the logs that are watched when they ask for a cosignature'),
    ),
  )
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .addOption(
      new Option('--port <number>', 'where to listen; 0: any that is free')
        .default(17380)
        .argParser((text) => parseCount(text, '--port')),
    )
    .action(async (options: Base & { host: string; port: number }) => {
      const { openWitness } = await import('../../../app/exchange/witness.ts');
      const { serveWitness } = await import('../../../server/witness-server.ts');
      const opened = openWitness(options.dir);
      const serving = await serveWitness(opened, { ...options, onError: printError });
      if (options.json) printJson({ address: serving.address, vkey: opened.vkey });
      else printAnswer(`${serving.address}\n${opened.vkey}`);
      await untilStopped();
      await serving.stop();
    });

  takeJson(
    takeFolder(
      witness
        .command('status')
        .description('the logs that are watched, how far each was cosigned, and second histories that were shown'),
    ),
  ).action(async (options: Base) => {
    const { witnessStatus } = await import('../../../app/exchange/witness.ts');
    const status = witnessStatus(options);
    if (options.json) return printJson(status);
    printAnswer(status.witness);
    for (const { origin, size, root, cosigned, forks } of status.logs) {
      printAnswer(`${origin}  ${size} acts  ${root}  ${cosigned ?? 'not cosigned yet'}`);
      for (const fork of forks)
        printAnswer(
          `SPLIT VIEW: ${origin} has signed two trees of ${size} acts, seen ${fork.seen}. Both notes:\n${fork.cosigned}\n${fork.other}`,
        );
    }
  });

  takeJson(
    takeFolder(
      witness
        .command('sign <file>')
        .description('answer a request that came as a file (“panel record cosign --request” writes it)'),
    ),
  ).action(async (file: string, options: Base) => {
    const { signFromFile } = await import('../../../app/exchange/witness.ts');
    const answer = await signFromFile({ dir: options.dir, file });
    if (options.json) printJson(answer);
    else if (answer.status === 200) printAnswer(answer.body);
    if (answer.status === 200) return;
    finish(1);
    if (answer.status === 409)
      printHint(
        `refused (409): this witness has cosigned ${answer.body.trim()} acts of this log; ask again from there`,
      );
    else printHint(oneLine(`refused (${answer.status}): ${answer.body}`));
  });

  takeJson(
    witness
      .command('quorum <policy>')
      .description('who could block a policy of witnesses, and who could certify two histories'),
  ).action(async (policy: string, options: { json?: boolean }) => {
    const { explainQuorum } = await import('../../../app/exchange/witness.ts');
    const answer = explainQuorum({ file: policy });
    if (options.json) return printJson(answer);
    printAnswer(answer.lines.join('\n'));
    for (const warning of answer.warnings) printHint(`warning: ${warning}`);
  });
}

function takeFolder(command: Command): Command {
  return command.requiredOption('--dir <dir>', 'the folder of the witness: its key, and what it has cosigned', (dir) =>
    parseText(dir, '--dir'),
  );
}
