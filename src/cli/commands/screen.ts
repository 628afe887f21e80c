import type { Command } from 'commander';
import { formatTable, printAnswer, printHint, printJson } from '../output.ts';
import { terminalProgress } from '../progress.ts';
import { parseCount, parseDay, parseShare, UsageError } from '../usage.ts';

type Options = {
  list: string[];
  schema?: string;
  batch?: string;
  out?: string;
  limit: string;
  threshold: string;
  match: string;
  asOf?: string;
  birthDate?: string;
  country?: string;
  idNumber?: string;
  imo?: string;
  workspace?: string;
  json?: boolean;
};

export function addCommand(program: Command): void {
  program
    .command('screen [name...]')
    .description('names of persons, organisations and vessels against official lists')
    .requiredOption('--list <file...>', 'list files, recognised by content')
    .option('--schema <schema>', 'Person, Organization, Company, Vessel, LegalEntity')
    .option('--batch <csv>', 'questions: id,name,schema,birthDate,country,idNumber,imoNumber')
    .option('--out <csv>', 'where the answers go (default: standard output)')
    .option('--limit <n>', 'most hits a question', '5')
    .option('--threshold <n>', 'least score of a hit', '0.7')
    .option('--match <n>', 'least score that counts as a match', '0.7')
    .option('--as-of <date>', 'the lists as they stood on a day')
    .option('--birth-date <date>', 'of the person asked for')
    .option('--country <code>', 'of the one asked for')
    .option('--id-number <number>', 'passport or other document number')
    .option('--imo <number>', 'IMO number of the vessel')
    .option('--workspace <dir>', 'log the screening as an act in a workspace')
    .option('--json', 'hits as JSON lines')
    .action(async (name: string[], options: Options) => {
      const question = {
        name: name.join(' '),
        schema: options.schema,
        birthDate: options.birthDate,
        country: options.country,
        idNumber: options.idNumber,
        imoNumber: options.imo,
      };
      const asked = question.name !== '' || options.imo !== undefined || options.idNumber !== undefined;
      if (asked === (options.batch !== undefined))
        throw new UsageError('give a name (or --imo, --id-number), or --batch FILE');
      if (options.asOf !== undefined) parseDay(options.asOf, '--as-of');
      const settings = {
        lists: options.list,
        limit: parseCount(options.limit, '--limit'),
        threshold: parseShare(options.threshold, '--threshold'),
        match: parseShare(options.match, '--match'),
        asOf: options.asOf,
        workspace: options.workspace,
        progress: terminalProgress({ quiet: options.json === true || options.batch !== undefined }),
      };
      const { screenBatch, screenName } = await import('../../app/screen.ts');
      if (options.batch !== undefined) {
        const done = await screenBatch({ ...settings, batch: options.batch, out: options.out });
        if (options.out === undefined) printAnswer(done.csv);
        else printAnswer(options.out);
        printHint(
          `${done.questions} questions, ${done.hits} hits${done.badRows.length > 0 ? `, ${done.badRows.length} rows refused` : ''}`,
        );
        for (const row of done.badRows) printHint(row);
        return;
      }
      const hits = await screenName({ ...settings, question });
      if (options.json) {
        for (const hit of hits) printJson(hit);
        return;
      }
      if (hits.length === 0) return printHint(`No entry of these lists scores ${options.threshold} or more.`);
      printAnswer(
        formatTable(hits, [
          { heading: '#', right: true, text: (hit) => String(hit.rank) },
          { heading: 'score', right: true, text: (hit) => hit.score.toFixed(2) },
          { heading: 'entity', text: (hit) => hit.entityId },
          { heading: 'caption', text: (hit) => hit.caption },
          { heading: 'reasons', text: (hit) => hit.reasons.join('; ') },
        ]),
      );
    });
}
