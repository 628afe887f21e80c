import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { countOf, printAnswer, printJson } from '../../output.ts';
import { UsageError } from '../../usage.ts';
import { takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = {
  workspace: string;
  json?: boolean;
  to?: string[];
  acts?: string;
  marking?: string;
  documents?: boolean;
  out?: string;
  name?: string;
  by?: string;
  myRecipient?: boolean;
  withProtected?: boolean;
  withoutProtected?: boolean;
};

export function addCommand(program: Command): void {
  const share = program.command('share').description('chosen acts with their proofs, encrypted for named recipients');
  takeJson(takeWorkspace(share))
    .option('--to <age...>', 'for whom: recipients of age (age1…)')
    .option(
      '--acts <ids>',
      'which acts, by id with commas between them; the id of a document for all that speaks of it; "all" for all that speak of the matter',
    )
    .option('--marking <word>', 'how far it may go on from there, such as amber')
    .option('--documents', 'with the documents that the acts speak of')
    .option('--with-protected', 'also what protected sources gave, and their names')
    .option('--without-protected', 'what protected sources gave stays here, and the rest goes')
    .option('--out <file>', 'the file to write')
    .option('--name <name>', 'how you call yourself')
    .option(
      '--by <name>',
      'who shares it; PANEL_BY in the environment says it for all',
      process.env.PANEL_BY || undefined,
    )
    .option('--my-recipient', 'print what others encrypt for when they share with this workspace')
    .action(async (options: Options) => {
      const { workspace, to, acts, out, json } = options;
      if (options.myRecipient) {
        const { ownRecipient } = await import('../../../app/exchange/age-identity.ts');
        const own = await ownRecipient({ workspace });
        if (json) printJson(own);
        else printAnswer(own.recipient);
        return;
      }
      if (to === undefined || acts === undefined || out === undefined)
        throw new UsageError('say for whom, what and where to: --to age1… --acts a-1,a-2 --out FILE');
      const { marking, name, by, documents = false, withProtected = false, withoutProtected = false } = options;
      const ids = acts.split(',').map((id) => id.trim());
      const result = await carryOut('shareActs', {
        workspace,
        to,
        acts: ids,
        out,
        marking,
        name,
        by,
        documents,
        withProtected,
        withoutProtected,
      });
      if (json) printJson(result);
      else
        printAnswer(
          `${result.out}: ${countOf(result.acts.length, 'act')}, ${countOf(result.documents.length, 'document')} (${result.shared})`,
        );
    });
}
