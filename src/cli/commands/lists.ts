import type { Command } from 'commander';
import { formatTable, printAnswer, printHint, printJson } from '../output.ts';

export function addCommand(program: Command): void {
  const lists = program.command('lists').description('official lists and what changed between two of them');
  lists
    .command('diff <a> <b>')
    .description('entries added, removed and changed between two versions of a list')
    .option('--json', 'the answer as JSON')
    .action(async (a: string, b: string, options: { json?: boolean }) => {
      const { diffLists } = await import('../../app/lists.ts');
      const difference = await diffLists(a, b);
      if (options.json) return printJson(difference);
      printAnswer(
        formatTable(difference.rows, [
          { heading: 'change', text: (row) => row.change },
          { heading: 'entity', text: (row) => row.entityId },
          { heading: 'caption', text: (row) => row.caption },
          { heading: 'fields', text: (row) => row.fields.join(', ') },
        ]),
      );
      printHint(`${difference.added} added, ${difference.removed} removed, ${difference.changed} changed`);
    });
}
