import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { countOf, oneLine, printAnswer, printHint, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import type { Finish } from '../../usage.ts';
import { parseCount, parseDuration, UsageError } from '../../usage.ts';
import { takeActor, takeJson, takeWorkspace } from '../../workspace-option.ts';
import { addExchangeCommands } from './record-exchange.ts';

type Base = { workspace: string; json?: boolean };

export function addCommand(program: Command, finish: Finish): void {
  const record = program
    .command('record')
    .description('verify, prove, export and copy the record, and have others watch it (docs/witnesses.md)');
  takeJson(takeWorkspace(record.command('verify').description('check every byte of the record; repairs nothing')))
    .option('--key <vkey>', 'the verifier key that you hold')
    .option('--checkpoint <file>', 'a checkpoint that you hold: the record must be an extension of it')
    .option('--policy <file>', 'the policy by which it must be cosigned')
    .option('--max-age <time>', 'how long ago witnesses may have looked last (30d, 12h)', (text) =>
      parseDuration(text, '--max-age'),
    )
    .option('--tsa-roots <file>', 'root certificates (PEM) by which stamps of time are judged')
    .action(async (options: Base & VerifyOptions) => {
      if (options.maxAge !== undefined && options.policy === undefined)
        throw new UsageError('--max-age needs --policy FILE: it is about the witnesses that the policy names');
      const { verifyWorkspace } = await import('../../../app/workspace/record.ts');
      const result = await verifyWorkspace({
        ...options,
        progress: terminalProgress({ quiet: options.json === true }),
      });
      for (const fault of result.faults)
        printHint(oneLine(`${fault.path}@${fault.offset}: ${fault.code}: ${fault.message}`));
      if (options.json) printJson(result);
      else printAnswer(result.summary);
      if (result.faults.length > 0 || result.cosignatures?.holds === false) finish(1);
      if (result.stamps.some(({ fault }) => fault !== null)) finish(1);
    });

  takeJson(takeWorkspace(record.command('checkpoint').description('print the signed checkpoint; give it away'))).action(
    async (options: Base) => {
      const result = await carryOut('printCheckpoint', { workspace: options.workspace });
      if (options.json) printJson(result);
      else printAnswer(result.checkpoint);
    },
  );

  takeJson(
    takeWorkspace(
      record
        .command('prove [id]')
        .description(
          'a proof that an act, a claim or a document is in the record, or that it continues an earlier one',
        ),
    ),
  )
    .option('--out <file>', 'write the proof to a file (.tlog-proof)')
    .option('--from <acts>', 'prove that the record continues the one over so many acts', (text) =>
      parseCount(text, '--from'),
    )
    .option('--to <acts>', 'the later one, when it is not the last checkpoint', (text) => parseCount(text, '--to'))
    .action(async (id: string | undefined, options: Base & { out?: string; from?: number; to?: number }) => {
      if (options.from !== undefined) {
        if (id !== undefined || options.out !== undefined) throw new UsageError('--from takes neither an id nor --out');
        const { proveContinuation } = await import('../../../app/exchange/prove-consistency.ts');
        const answer = proveContinuation({ ...options, from: options.from });
        if (options.json) printJson(answer);
        else printAnswer(answer.proof);
        return;
      }
      if (id === undefined) throw new UsageError('name an act, a claim or a document, or write --from ACTS');
      const { proveInRecord } = await import('../../../app/workspace/record.ts');
      const result = await proveInRecord({ workspace: options.workspace, id, out: options.out });
      if (options.json) printJson(result);
      else printAnswer(options.out === undefined ? result.proof : options.out);
    });

  takeJson(takeWorkspace(record.command('export <file>').description('the whole record as one file'))).action(
    async (file: string, options: Base) => {
      const { exportWorkspace } = await import('../../../app/workspace/record.ts');
      const result = await exportWorkspace({ workspace: options.workspace, file });
      if (options.json) printJson(result);
      else
        printAnswer(
          `${result.file}: ${countOf(result.acts, 'act')}, ${countOf(result.documents, 'document')}, ${result.bytes} bytes`,
        );
    },
  );

  takeJson(
    takeWorkspace(
      record.command('import <file>').description('an exported record into an empty workspace, after verifying it'),
    ),
  ).action(async (file: string, options: Base) => {
    const { importWorkspace } = await import('../../../app/workspace/record.ts');
    const result = await importWorkspace({ workspace: options.workspace, file });
    if (options.json) printJson(result);
    else printAnswer(result.summary);
  });

  takeActor(
    takeJson(
      takeWorkspace(
        record.command('redact <id...>').description('withhold acts or documents; every proof stays valid'),
      ),
    ),
  ).action(async (ids: string[], options: Base & Actor) => {
    const { act, remaining } = await carryOut('redactInRecord', {
      workspace: options.workspace,
      ids,
      ...actorOf(options),
    });
    if (options.json) printJson(act);
    else printAnswer(`redacted ${act.id}`);
    for (const hint of remaining) printHint(hint);
  });

  takeActor(
    takeJson(takeWorkspace(record.command('replace-key').description('end the signing key and name a new one'))),
  )
    .option('--lost', 'the old key is lost and cannot vouch for the new one')
    .action(async (options: Base & Actor & { lost?: boolean }) => {
      const result = await carryOut('replaceKey', {
        workspace: options.workspace,
        lost: options.lost === true,
        ...actorOf(options),
      });
      if (options.json) printJson(result);
      else printAnswer(result.vkey);
      if (!options.json && result.endorsement !== null)
        printHint(`Witnesses ask for the signature by which the old key vouches for it:\n${result.endorsement}`);
    });

  addExchangeCommands(record, finish);
}

type VerifyOptions = { key?: string; checkpoint?: string; policy?: string; maxAge?: number; tsaRoots?: string };

type Actor = { by?: string; reason?: string };

/** Who, and why: neither may be missing where the record itself is changed or its key ends. */
function actorOf({ by, reason }: Actor): { by: string; reason: string } {
  if (!by) throw new UsageError('say who makes this act: --by NAME (or PANEL_BY in the environment)');
  if (!reason) throw new UsageError('say why: --reason TEXT');
  return { by, reason };
}
