import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { compileLater, compileLittle } from '../../compile-later.ts';
import { formatTable, oneLine, printAnswer, printFile, printHint, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { parseCount, parseDay, parseShare, UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeDatabase, takeJson } from '../../workspace-option.ts';

type QuestionOptions = {
  schema?: string;
  birthDate?: string;
  country?: string;
  idNumber?: string;
  imo?: string;
};

type Options = QuestionOptions & {
  list?: string[];
  batch?: string;
  out?: string;
  limit: string;
  threshold: string;
  match: string;
  asOf?: string;
  workspace?: string;
  clock?: string;
  json?: boolean;
};

export function addCommand(program: Command): void {
  const command = program
    .command('screen [name...]')
    .description('names of persons, organisations and vessels against official lists')
    .option('--list <file...>', 'list files, recognised by content (default: the lists of the workspace)')
    .option('--batch <csv>', 'questions: id,name,schema,birthDate,country,idNumber,imoNumber (- is standard input)')
    .option('--out <csv>', 'where the answers of a batch go (default: standard output)')
    .option('--limit <n>', 'most hits a question', '5')
    .option('--threshold <n>', 'least score of a hit', '0.7')
    .option('--match <n>', 'least score that counts as a match', '0.7')
    .option('--as-of <date>', 'the lists as they stood on a day')
    .option('--workspace <dir>', 'log the screening as an act in a workspace, and show its decisions');
  takeDatabase(takeClock(takeJson(takeQuestion(command)))).action(async (name: string[], options: Options) => {
    const question = questionOf(name.join(' '), options);
    const asked = name.length > 0 || options.imo !== undefined || options.idNumber !== undefined;
    if (asked === (options.batch !== undefined))
      throw new UsageError('give a name (or --imo, --id-number), or --batch FILE');
    const workspace =
      options.workspace ?? (options.list === undefined && existsSync(WORKSPACE) ? WORKSPACE : undefined);
    if (options.list === undefined && workspace === undefined)
      throw new UsageError('give list files with --list FILE…, or a workspace that has lists with --workspace DIR');
    if (options.out !== undefined && options.batch === undefined) throw new UsageError('--out goes with --batch');
    if (options.asOf !== undefined) parseDay(options.asOf, '--as-of');
    const settings = {
      lists: options.list ?? [],
      limit: parseCount(options.limit, '--limit'),
      threshold: parseShare(options.threshold, '--threshold'),
      match: parseShare(options.match, '--match'),
      asOf: options.asOf,
      workspace,
      clock: options.clock,
      progress: terminalProgress({ quiet: options.json === true }),
    };
    if (options.batch !== undefined) return await screenBatch({ ...settings, batch: options.batch }, options);
    compileLittle();
    const hits = await carryOut('screenName', { ...settings, question });
    if (options.json) {
      for (const { decision, listAge, ...hit } of hits)
        printJson({ ...hit, ...(decision === null ? {} : { decision }), ...(listAge === null ? {} : { listAge }) });
      return;
    }
    if (hits.length === 0) return printHint(`No entry of these lists scores ${options.threshold} or more.`);
    printAnswer(
      formatTable(hits, [
        { heading: '#', right: true, text: (hit) => String(hit.rank) },
        { heading: 'score', right: true, text: (hit) => hit.score.toFixed(2) },
        { heading: 'entity', text: (hit) => hit.entityId },
        { heading: 'caption', text: (hit) => hit.caption },
        {
          heading: 'reasons',
          text: (hit) => [...hit.reasons, ...(hit.listAge === null ? [] : [hit.listAge])].join('; '),
        },
      ]),
    );
    for (const { entityId, decision } of hits)
      if (decision !== null) printAnswer(oneLine(`${entityId}: ${decision.note}`));
  });
  addDecisions(command);
}

type BatchSettings = Omit<
  Parameters<typeof import('../../../app/screening/screen-batch.ts').screenBatch>[0],
  'write' | 'out'
>;

/** `--json` has the run itself as its answer when the hits go to a file. */
async function screenBatch(settings: BatchSettings, options: Options): Promise<void> {
  compileLater();
  const { screenBatch: run } = await import('../../../app/screening/screen-batch.ts');
  const done = await run({ ...settings, out: options.out, write: printFile });
  if (options.out !== undefined) {
    if (options.json) printJson({ out: options.out, ...done });
    else printAnswer(options.out);
  }
  const refused = done.badRows.length > 0 ? `, ${done.badRows.length} rows refused` : '';
  printHint(`${done.questions} questions, ${done.hits} hits${refused}`);
  for (const row of done.badRows) printHint(row);
  for (const note of done.oldLists) printHint(`old list: ${note}`);
}

function takeQuestion(command: Command): Command {
  return command
    .option('--schema <schema>', 'Person, Organization, Company, Vessel, LegalEntity')
    .option('--birth-date <date>', 'of the person asked for')
    .option('--country <code>', 'of the one asked for')
    .option('--id-number <number>', 'passport or other document number')
    .option('--imo <number>', 'IMO number of the vessel');
}

function questionOf(name: string, options: QuestionOptions) {
  return {
    name,
    schema: options.schema,
    birthDate: options.birthDate,
    country: options.country,
    idNumber: options.idNumber,
    imoNumber: options.imo,
  };
}

type DecisionOptions = QuestionOptions & {
  workspace?: string;
  list?: string[];
  name?: string;
  decision: string;
  by?: string;
  reason?: string;
  clock?: string;
  json?: boolean;
};

const WORKSPACE = 'panel-workspace';

/** Decisions on hits. `panel screen` itself takes --workspace, --json and the like too, so the parent may have them. */
function addDecisions(screen: Command): void {
  const decide = screen
    .command('decide <entity>')
    .description('log what was decided on a hit: the one asked for (true), not (false), or unsure')
    .option('--name <name>', 'the name that was asked for')
    .requiredOption('--decision <word>', 'true, false or unsure');
  takeActor(decide).action(async (entity: string, _options: unknown, command: Command) => {
    const options = command.optsWithGlobals<DecisionOptions>();
    const act = await carryOut('decideHit', {
      workspace: options.workspace ?? WORKSPACE,
      entity,
      question: questionOf(options.name ?? '', options),
      decision: options.decision,
      lists: options.list ?? [],
      clock: options.clock,
      progress: terminalProgress({ quiet: true }),
      ...actorOf(options),
    });
    report(act, options);
  });
  screen
    .command('decisions')
    .description('the decisions in force in a workspace')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DecisionOptions>();
      const found = await carryOut('listDecisions', {
        workspace: options.workspace ?? WORKSPACE,
        progress: terminalProgress({ quiet: true }),
      });
      if (options.json) {
        for (const one of found) printJson(one);
        return;
      }
      printAnswer(
        formatTable(found, [
          { heading: 'act', text: (one) => one.act },
          { heading: 'decision', text: (one) => one.decision },
          { heading: 'entity', text: (one) => one.entity.id },
          { heading: 'caption', text: (one) => one.entity.caption },
          { heading: 'asked', text: (one) => one.question.names.join('; ') },
          { heading: 'by', text: (one) => `${one.by}, ${one.at.slice(0, 10)}` },
          { heading: 'reason', text: (one) => one.reason },
        ]),
      );
    });
  takeActor(screen.command('undo <act>').description('take a decision back, or a taking back')).action(
    async (act: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DecisionOptions>();
      const undone = await carryOut('undoDecision', {
        workspace: options.workspace ?? WORKSPACE,
        act,
        clock: options.clock,
        progress: terminalProgress({ quiet: true }),
        ...actorOf(options),
      });
      report(undone, options);
    },
  );
}

function actorOf(options: DecisionOptions): { by: string; reason: string | undefined } {
  if (!options.by) throw new UsageError('say who makes this act: --by NAME (or PANEL_BY in the environment)');
  return { by: options.by, reason: options.reason };
}

function report(act: { id: string; kind: string }, options: DecisionOptions): void {
  if (options.json) printJson(act);
  else printAnswer(`${act.kind} ${act.id}`);
}
