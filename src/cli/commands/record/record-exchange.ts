import { type Command, Option } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import type { CosignResult } from '../../../app/exchange/cosign.ts';
import { countOf, oneLine, printAnswer, printHint, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import type { Finish } from '../../usage.ts';
import { parseCount, parseDuration, UsageError } from '../../usage.ts';
import { takeActor, takeJson, takeWorkspace } from '../../workspace-option.ts';

type Base = { workspace: string; json?: boolean };

/** "no answer: w3 (…); refused (422): w4 (…)" */
function missingWords(missing: CosignResult['missing']): string {
  return missing
    .map(({ name, why, status }) => {
      const what =
        status === null ? 'no answer' : status === 200 ? 'no cosignature that counts' : `refused (${status})`;
      return `${what}: ${name} (${why})`;
    })
    .join('; ');
}

/** The commands of `panel record` by which others come to watch it. */
export function addExchangeCommands(record: Command, finish: Finish): void {
  takeJson(takeWorkspace(record.command('cosign').description('have witnesses cosign the record as it stands')))
    .requiredOption('--policy <file>', 'the policy: which witnesses there are, and how many are enough')
    .addOption(
      new Option('--timeout <seconds>', 'how long to wait for a witness').argParser((text) =>
        parseCount(text, '--timeout'),
      ),
    )
    .addOption(
      new Option('--request <dir>', 'write one request for each witness into this folder, instead of asking').conflicts(
        'add',
      ),
    )
    .option('--add <file>', 'add what a witness gave back on such a request')
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
      for (const message of result.messages) printHint(oneLine(message));
      if (!result.quorum) finish(1);
      const [asked, missing] = [result.requests.length > 0, missingWords(result.missing)];
      if (result.quorum && missing !== '' && !asked) printHint(`Enough; missing: ${oneLine(missing)}`);
      if (result.quorum) return;
      const all = result.cosigned.length + result.missing.length;
      const why = asked ? `to be asked by file: ${result.missing.map(({ name }) => name).join(', ')}` : missing;
      printHint(`QUORUM NOT REACHED: ${result.cosigned.length} of ${all}, needs ${result.needs}; ${oneLine(why)}`);
      if (asked) printHint('Each witness signs its file (panel witness sign); what it gives back goes to --add.');
    });

  takeJson(
    takeWorkspace(
      record
        .command('publish <target>')
        .description('write the log into a folder, or put it to an address, for others to follow'),
    ),
  )
    .addOption(new Option('--hashes-only', 'without the leaves, which tell when acts were made').conflicts('with'))
    .addOption(new Option('--with <what>', 'acts and documents as well').choices(['record']))
    .action(async (target: string, options: Base & { hashesOnly?: boolean; with?: 'record' }) => {
      const { workspace } = options;
      const extent = options.with === 'record' ? 'record' : options.hashesOnly ? 'hashes' : 'leaves';
      const result = await carryOut('publishRecord', { workspace, target, extent });
      if (options.json) printJson(result);
      else
        printAnswer(
          `${result.way}: ${countOf(result.size, 'act')}, root ${result.root} (${countOf(result.written, 'file')} written)`,
        );
      if (!result.cosigned) printHint('Nobody has cosigned it yet: "panel record cosign" asks witnesses.');
    });

  takeJson(
    takeWorkspace(
      record
        .command('follow <target>')
        .description('look at the published log of another: does it continue what was seen before?'),
    ),
  )
    .requiredOption('--name <name>', 'how you call them')
    .option('--key <vkey>', 'the verifier key of their log, once confirmed by voice or on paper; needed the first time')
    .option('--policy <file>', 'the policy by which it must be cosigned')
    .option('--max-age <time>', 'how long ago witnesses may have looked last (30d, 12h)', (text) =>
      parseDuration(text, '--max-age'),
    )
    .action(
      async (target: string, options: Base & { name: string; key?: string; policy?: string; maxAge?: number }) => {
        if (options.maxAge !== undefined && options.policy === undefined)
          throw new UsageError('--max-age needs --policy FILE: it is about the witnesses that the policy names');
        const result = await carryOut('followRecord', { ...options, target });
        if (options.json) printJson(result);
        else if (result.good) printAnswer(result.messages.map(oneLine).join('\n'));
        if (result.good) return;
        if (!options.json) for (const message of result.messages) printHint(oneLine(message));
        finish(1);
      },
    );

  takeActor(
    takeJson(
      takeWorkspace(
        record
          .command('continue <from>')
          .description('begin a new log for one that has ended (a workspace or an export): key lost, keeper gone'),
      ),
    ),
  ).action(async (from: string, options: Base & { by?: string; reason?: string }) => {
    const { by, reason } = options;
    if (!by) throw new UsageError('say who goes on: --by NAME (or PANEL_BY in the environment)');
    if (!reason) throw new UsageError('say why the old log ends: --reason TEXT');
    const { continueRecord } = await import('../../../app/exchange/continue-record.ts');
    const progress = terminalProgress({ quiet: options.json === true });
    const result = await continueRecord({ from, workspace: options.workspace, by, reason, progress });
    if (options.json) printJson(result);
    else
      printAnswer(
        `${result.origin} continues ${result.continues.origin} from ${countOf(result.continues.size, 'act')} (${countOf(result.documents, 'document')})\n${result.vkey}`,
      );
  });

  takeJson(takeWorkspace(record.command('stamp').description('have an authority stamp the time (RFC 3161)')))
    .addOption(new Option('--tsa <url>', 'ask this authority').conflicts(['query', 'add']))
    .addOption(new Option('--query <file>', 'write the request to a file instead').conflicts('add'))
    .option('--add <file>', 'add an authority’s reply to such a request')
    .option('--renew', 'stamp the last stamp as well, before its certificate ends')
    .option('--tsa-roots <file>', 'root certificates (PEM) that the authority’s must lead to')
    .action(
      async (options: Base & { tsa?: string; query?: string; add?: string; renew?: boolean; tsaRoots?: string }) => {
        const { workspace, tsa, query, add, renew, tsaRoots } = options;
        if (tsa === undefined && query === undefined && add === undefined)
          throw new UsageError('say how: --tsa URL, --query FILE or --add FILE');
        const result = await carryOut('stampRecord', { workspace, tsa, query, add, renew, roots: tsaRoots });
        if (options.json) printJson(result);
        else if (result.query !== null) {
          printAnswer(result.query);
          printHint('An authority answers it (POST as application/timestamp-query); its reply goes to --add.');
        } else
          printAnswer(
            `Stamped at ${result.size} acts by ${oneLine(result.authority ?? '')}: ${result.time} (record/cosigned/${result.name})`,
          );
      },
    );

  takeJson(
    takeWorkspace(
      record.command('mirror <place>').description('keep a full copy in a folder or a store (s3://BUCKET/PREFIX)'),
    ),
  )
    .addOption(new Option('--verify', 'only check the copy').conflicts('restore'))
    .option('--restore', 'make the record again from the copy')
    .action(async (target: string, options: Base & { verify?: boolean; restore?: boolean }) => {
      const { mirrorRecord } = await import('../../../app/exchange/mirror.ts');
      const mode = options.verify ? 'verify' : options.restore ? 'restore' : 'copy';
      const result = await mirrorRecord({ workspace: options.workspace, target, mode });
      for (const fault of result.faults) printHint(oneLine(fault));
      if (options.json) printJson(result);
      else
        printAnswer(
          `${{ true: 'Whole', false: 'DAMAGED', null: 'Copied' }[`${result.whole}`]}: ${countOf(result.acts, 'act')}, ${countOf(result.documents, 'document')}; ${countOf(result.copied, 'file')} copied`,
        );
      if (result.whole === null) printHint('Nothing was read back: --verify checks all of it.');
      if (result.whole === false) finish(1);
    });
}
