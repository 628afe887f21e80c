import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { oneLine, printAnswer, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { type Finish, parseDay, parseText } from '../../usage.ts';
import { takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = {
  workspace: string;
  source: string;
  kind?: string;
  country?: string;
  protection?: string;
  published?: string;
  url?: string;
  member?: string[];
  allowHost?: string[];
  clock?: string;
  json?: boolean;
};

export function addCommand(program: Command, finish: Finish): void {
  const command = program
    .command('add <target...>')
    .description('acquire files, folders or addresses into a workspace')
    .requiredOption('--source <name>', 'whose document it is: the name or id of a source')
    .option('--kind <kind>', 'kind of a new source: newsroom (if nothing is said), state-organ, un-body, ngo ...')
    .option('--country <code>', 'country of the source (ISO 3166-1)')
    .option('--protection <how>', 'of the source: restricted (what it gave stays here) or protected (its name too)')
    .option('--published <date>', 'day of publication (default: from the document itself)')
    .option('--url <address>', 'where it was published')
    .option(
      '--member <pattern...>',
      'of archives, mails and captures take in only what is called so ("letters/*.eml"; "panel contents" lists it)',
    )
    .option('--allow-host <host...>', 'hosts of addresses that may lie on this machine or in your own network');
  takeClock(takeJson(takeWorkspace(command))).action(async (targets: string[], options: Options) => {
    if (options.published !== undefined) parseDay(options.published, '--published');
    parseText(options.source, '--source');
    const { allowHost, member, ...rest } = options;
    const result = await carryOut('addDocuments', {
      ...rest,
      allowHosts: allowHost,
      members: member,
      targets,
      progress: terminalProgress({ quiet: options.json === true }),
    });
    if (options.json) printJson(result);
    else {
      for (const one of result.added) {
        const what = one.tracks ? ' (positions of ships: "panel tracks events")' : '';
        printAnswer(oneLine(`added     ${one.document}  ${one.name}${what}`));
        for (const { whole, words } of one.unread)
          printAnswer(
            `          ${whole ? 'kept, and no claim is read from it: it is' : 'read only in part:'} ${words}`,
          );
      }
      for (const one of result.unchanged) printAnswer(oneLine(`unchanged ${one.document}  ${one.name}`));
      for (const one of result.refused) printAnswer(oneLine(`refused   ${one.name}: ${one.message}`));
      for (const one of result.withheld) printAnswer(oneLine(`refused   ${one.name}: ${one.message}`));
    }
    // Nothing came in: whoever calls this from a script must see that it did not do what it was asked.
    if (result.added.length + result.unchanged.length === 0) finish(1);
  });
}
