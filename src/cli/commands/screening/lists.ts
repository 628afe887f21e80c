import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { formatTable, oneLine, printAnswer, printHint, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import type { Finish } from '../../usage.ts';
import { parseDay } from '../../usage.ts';
import { takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type AddOptions = {
  workspace: string;
  source?: string;
  published?: string;
  url?: string;
  clock?: string;
  json?: boolean;
};

type SyncOptions = {
  workspace: string;
  force?: boolean;
  addresses?: string;
  clock?: string;
  json?: boolean;
};

export function addCommand(program: Command, finish: Finish): void {
  const lists = program
    .command('lists')
    .description('official lists of a workspace, and what changed between two versions');
  addDiff(lists);
  addAdd(lists);
  addSync(lists, finish);
  takeJson(takeWorkspace(lists.command('show').description('the list versions that a workspace holds'))).action(
    async (options: { workspace: string; json?: boolean }) => {
      const held = await carryOut('showLists', { workspace: options.workspace });
      if (options.json) {
        for (const one of held) printJson(one);
        return;
      }
      printAnswer(
        formatTable(held, [
          { heading: 'list', text: (one) => one.list },
          { heading: 'version', text: (one) => one.versionDate ?? one.published ?? '' },
          { heading: 'added', text: (one) => one.acquired.slice(0, 10) },
          { heading: 'document', text: (one) => one.document },
          { heading: 'file', text: (one) => one.file },
        ]),
      );
    },
  );
}

function addDiff(lists: Command): void {
  takeJson(
    lists.command('diff <a> <b>').description('entries added, removed and changed between two versions of a list'),
  ).action(async (a: string, b: string, options: { json?: boolean }) => {
    const { diffLists } = await import('../../../app/lists/lists.ts');
    const { rows, ...difference } = await diffLists(a, b);
    if (options.json) return printJson(difference);
    printAnswer(
      formatTable(rows, [
        { heading: 'change', text: (row) => row.change },
        { heading: 'entity', text: (row) => row.entityId },
        { heading: 'caption', text: (row) => row.caption },
        { heading: 'fields', text: (row) => row.fields.join(', ') },
      ]),
    );
    const { added, removed, changed, unchanged } = difference;
    printHint(`${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} unchanged`);
  });
}

function addAdd(lists: Command): void {
  const command = lists
    .command('add <file...>')
    .description('add list files to a workspace; they are recognised by content')
    .option('--source <name>', 'whose list it is, when it is not an official one')
    .option('--published <date>', 'the day of the version, for lists that do not state theirs (OFAC CSV)')
    .option('--url <address>', 'where it was published');
  takeClock(takeJson(takeWorkspace(command))).action(async (files: string[], options: AddOptions) => {
    if (options.published !== undefined) parseDay(options.published, '--published');
    const result = await carryOut('addLists', {
      ...options,
      files,
      progress: terminalProgress({ quiet: options.json === true }),
    });
    if (options.json) return printJson(result);
    for (const one of result.added)
      printAnswer(oneLine(`added     ${one.document}  ${one.list} ${one.versionDate ?? ''} ${one.file}`));
    for (const one of result.unchanged) printAnswer(oneLine(`unchanged ${one.document}  ${one.file}`));
    for (const one of result.refused) printAnswer(oneLine(`refused   ${one.name}: ${one.message}`));
  });
}

function addSync(lists: Command, finish: Finish): void {
  const command = lists
    .command('sync [list...]')
    .description('fetch the newest official lists; a broken transfer goes on where it broke off')
    .option('--force', 'take a list even when it is less than half the size of the last one')
    .option('--addresses <file>', 'addresses of your own, in the form of the built-in list-addresses.yaml');
  takeClock(takeJson(takeWorkspace(command))).action(async (only: string[], options: SyncOptions) => {
    const result = await carryOut('syncLists', {
      workspace: options.workspace,
      only,
      force: options.force === true,
      addresses: options.addresses,
      clock: options.clock,
      progress: terminalProgress({ quiet: options.json === true }),
    });
    if (result.outcomes.some(({ outcome }) => outcome === 'failed')) finish(1);
    if (options.json) return printJson(result);
    for (const one of result.outcomes)
      printAnswer(
        oneLine(`${one.outcome.padEnd(9)} ${one.list} ${one.file}${one.message === null ? '' : `: ${one.message}`}`),
      );
  });
}
