import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { type ActingOptions, actorOf, optionsOf, printActs } from '../../acting.ts';
import { formatTable, printAnswer, printHint, printJson, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { type Finish, parseDay, parseText, UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';
import { eventTable } from './track-table.ts';

/** Track files in a workspace, and what people say of the events in them. */
export function addKeeping(tracks: Command, finish: Finish): void {
  addAdd(tracks, finish);
  addList(tracks);
  addEvents(tracks);
  addJudge(tracks);
  addClaims(tracks);
}

type AddOptions = {
  workspace: string;
  source: string;
  kind?: string;
  country?: string;
  protection?: string;
  published?: string;
  url?: string;
  clock?: string;
  json?: boolean;
};

function addAdd(tracks: Command, finish: Finish): void {
  const add = tracks
    .command('add <file...>')
    .description('take files of positions into a workspace, as documents with their custody')
    .requiredOption('--source <name>', 'whose positions they are: the name or id of a source')
    .option('--kind <kind>', 'kind of a new source: sensor, company, state-organ, ngo ...')
    .option('--country <code>', 'country of the source (ISO 3166-1)')
    .option('--protection <how>', 'of the source: restricted (what it gave stays here) or protected (its name too)')
    .option('--published <date>', 'day of publication')
    .option('--url <address>', 'where they were published');
  takeClock(takeJson(takeWorkspace(add))).action(async (files: string[], _options: unknown, command: Command) => {
    const options = optionsOf<AddOptions>(command);
    if (options.published !== undefined) parseDay(options.published, '--published');
    parseText(options.source, '--source');
    const { workspace, source, kind, country, protection, published, url, clock, json } = options;
    const progress = terminalProgress({ quiet: json === true });
    const words = { workspace, source, kind, country, protection, published, url, clock };
    const result = await carryOut('addTracks', { ...words, files, progress });
    if (json) printJson(result);
    else {
      for (const { document, file, positions, skipped } of result.added) {
        printAnswer(`added     ${document}  ${file}: ${positions} positions`);
        for (const { why, count, firstRow } of skipped)
          printHint(`          ${count} rows skipped, the first on line ${firstRow}: ${why}`);
      }
      for (const { document, file } of result.unchanged) printAnswer(`unchanged ${document}  ${file}`);
      for (const { name, message } of result.refused) printAnswer(`refused   ${name}: ${message}`);
    }
    if (result.added.length + result.unchanged.length === 0) finish(1);
  });
}

type ListOptions = { workspace: string; json?: boolean };

function addList(tracks: Command): void {
  const list = tracks.command('list').description('the files of positions that a workspace holds');
  takeJson(takeWorkspace(list)).action(async (_options: unknown, command: Command) => {
    const { workspace, json } = optionsOf<ListOptions>(command);
    const files = await carryOut('listTrackFiles', { workspace, progress: terminalProgress({ quiet: json === true }) });
    if (json) return printJsonLines(files);
    if (files.length === 0)
      return printHint('This workspace holds no file of positions; "panel tracks add" takes them in.');
    printAnswer(
      formatTable(files, [
        { heading: 'document', text: ({ document }) => document },
        { heading: 'form', text: ({ form }) => form },
        { heading: 'positions', right: true, text: ({ positions }) => String(positions) },
        { heading: 'source', text: ({ source }) => source ?? '' },
        { heading: 'file', text: ({ file }) => file },
      ]),
    );
  });
}

const JUDGEMENTS = ['relevant', 'innocent', 'unsure'] as const;

type EventsOptions = ListOptions & { kind?: string; from?: string; to?: string; set?: string[]; judged?: string };

function addEvents(tracks: Command): void {
  const events = tracks
    .command('events')
    .description('the events in the tracks of a workspace, with what people said of them')
    .option('--kind <kinds>', 'kinds of events, with commas between (default: all)')
    .option('--from <time>', 'positions from this time on')
    .option('--to <time>', 'positions up to this time')
    .option('--set <name=value...>', 'thresholds of your own ("panel tracks thresholds" lists them)')
    .option('--judged <word>', 'only those judged relevant, innocent or unsure, or judged by nobody (none)');
  takeJson(takeWorkspace(events)).action(async (_options: unknown, command: Command) => {
    const { workspace, json, kind, from, to, set, judged } = optionsOf<EventsOptions>(command);
    if (judged !== undefined && judged !== 'none' && !(JUDGEMENTS as readonly string[]).includes(judged))
      throw new UsageError(`--judged takes ${JUDGEMENTS.join(', ')} or none, not "${judged.slice(0, 40)}"`);
    const progress = terminalProgress({ quiet: json === true });
    const kinds = kind?.split(',').filter((one) => one !== '');
    const answer = await carryOut('listTrackEvents', { workspace, progress, kinds, from, to, set });
    const shown = answer.events.filter(
      ({ judgement }) => judged === undefined || (judgement?.judgement ?? 'none') === judged,
    );
    if (json) printJsonLines(shown);
    else if (shown.length > 0)
      printAnswer(
        eventTable(shown, [
          { heading: 'event', text: ({ id }) => id },
          { heading: 'judged', text: ({ judgement }) => judgement?.judgement ?? '' },
        ]),
      );
    else printHint('No events.');
    if (answer.unfound > 0)
      printHint(
        `${answer.unfound} events were judged and are not found so: other thresholds, other files, or kinds and times that were not asked for.`,
      );
  });
}

function addClaims(tracks: Command): void {
  const claims = tracks
    .command('claims')
    .description(
      'claims that a ship called at a port or met another, beside the tracks: fits, does not fit, silent then',
    );
  takeJson(takeWorkspace(claims)).action(async (_options: unknown, command: Command) => {
    const { workspace, json } = optionsOf<ListOptions>(command);
    const progress = terminalProgress({ quiet: json === true });
    const found = await carryOut('listClaimsBesideTracks', { workspace, progress });
    if (json) return printJsonLines(found);
    if (found.length === 0)
      return printHint(
        'No claim gives the numbers of ships that the files hold, with the days of a meeting, or of a call at a port that is known here.',
      );
    printAnswer(
      formatTable(found, [
        { heading: 'claim', text: ({ claim }) => claim },
        { heading: 'stands', text: ({ outcome }) => outcome },
        { heading: 'by', text: ({ claimant }) => claimant },
        { heading: 'what the track shows', text: ({ words }) => words },
      ]),
    );
  });
}

type JudgeOptions = ActingOptions & { set?: string[]; relevant?: boolean; innocent?: boolean; unsure?: boolean };

function addJudge(tracks: Command): void {
  const judge = tracks
    .command('judge <event...>')
    .description('say whether events matter; it is remembered when detection is run again')
    .option('--relevant', 'it matters to what is looked into')
    .option('--innocent', 'it has another explanation')
    .option('--unsure', 'looked at and left open')
    .option('--set <name=value...>', 'the thresholds that the event was found by');
  takeClock(takeJson(takeWorkspace(takeActor(judge)))).action(
    async (ids: string[], _options: unknown, command: Command) => {
      const options = optionsOf<JudgeOptions>(command);
      const said = JUDGEMENTS.filter((word) => options[word] === true);
      const [judgement] = said;
      if (judgement === undefined || said.length > 1)
        throw new UsageError('say one of --relevant, --innocent and --unsure');
      printActs(await carryOut('judgeTrackEvents', { ...actorOf(options), ids, judgement, set: options.set }), options);
    },
  );
  const undo = tracks.command('undo <act>').description('take a judgement on events back by another act');
  takeClock(takeJson(takeWorkspace(takeActor(undo)))).action(
    async (id: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions>(command);
      printActs([await carryOut('undoAct', { ...actorOf(options), id })], options);
    },
  );
}
