import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { type ActingOptions, actorOf, optionsOf, printActs } from '../../acting.ts';
import { formatTable, oneLine, printAnswer, printFile, printHint, printJson, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

type Options = { workspace: string; json?: boolean; kind?: string };

export function addCommand(program: Command): void {
  const subjects = program
    .command('subjects')
    .description('the people, bodies, ships, accounts and places that the documents name')
    .argument('[id]', 'one of them, with its passages, hits, claims and relations')
    .option('--kind <kind>', 'person, organisation, vessel, aircraft, account or place');
  takeJson(takeWorkspace(subjects)).action(async (id: string | undefined, options: Options) => {
    const progress = terminalProgress({ quiet: true });
    const { workspace, kind, json } = options;
    if (id !== undefined) return await show(await carryOut('showSubject', { workspace, id, progress }), json);
    const found = await carryOut('listSubjects', { workspace, kind, progress });
    if (json) return printJsonLines(found);
    if (found.length === 0) return printHint('No subjects: no document of this workspace names anybody or anything.');
    printAnswer(
      formatTable(found, [
        { heading: 'subject', text: (subject) => subject.id },
        { heading: 'kind', text: (subject) => subject.kind },
        { heading: 'mentions', right: true, text: (subject) => String(subject.mentions) },
        { heading: 'hits', text: ({ listed }) => hitWords(listed.map(({ decision }) => decision)) },
        { heading: 'numbers', text: ({ identifiers }) => identifiers.map(numberWords).join(', ') },
        { heading: 'names', text: ({ names }) => names.join('; ') },
      ]),
    );
  });
  addProposals(subjects);
  addJudgement(subjects);
  addExport(subjects);
}

type ExportOptions = { workspace: string; format: string; out?: string; by?: string; clock?: string; json?: boolean };

function addExport(subjects: Command): void {
  const command = subjects
    .command('export')
    .description(
      'who and what the documents name, in a form of other programs; what is held back to protect a source is not in it',
    )
    .requiredOption('--format <form>', 'ftm (FollowTheMoney lines), csv, stix')
    .option('--out <file>', 'the file to write; standard output if left out')
    .option('--by <name>', 'who exports it; PANEL_BY in the environment says it for all', process.env.PANEL_BY);
  takeClock(takeJson(takeWorkspace(command))).action(async (_: unknown, own: Command) => {
    const { json, ...options } = optionsOf<ExportOptions>(own);
    const progress = terminalProgress({ quiet: json === true });
    const result = await carryOut('exportSubjects', { ...options, progress });
    if (json) return printJson(result);
    if (result.text !== null) await printFile(result.text);
    else printAnswer(result.out ?? '');
    printHint(`${result.subjects} subjects (${result.shared}).`);
  });
}

type Facts = Awaited<ReturnType<typeof carryOut<'showSubject'>>>;

function show(facts: Facts, json: boolean | undefined): void {
  if (json) {
    printJson(facts);
    return;
  }
  const { id, kind, names, identifiers, parts, passages, hits, claimsBy, claimsAbout, relations, flags } = facts;
  printAnswer(
    [
      `${id}  ${kind}`,
      `names: ${names.join('; ') || 'none'}`,
      `numbers: ${identifiers.map(numberWords).join(', ') || 'none'}`,
      `parts: ${parts.map((part) => part.id).join(', ')}`,
      `claims by it: ${claimsBy.length}; about it: ${claimsAbout.length}`,
      ...hits.map(
        ({ list, entityId, caption, score, decision, note }) =>
          `hit: ${caption} (${entityId}, ${list}), ${score}: ${note ?? decision ?? 'not decided'}`,
      ),
      ...relations.map(
        ({ words, from, to, passages: places }) =>
          `relation: ${from.name ?? from.id} ${words} ${to.name ?? to.id}${claimantWords(places)}`,
      ),
      ...flags.map(({ country, passages: places }) => `flag: ${country}${claimantWords(places)}`),
      ...passages.map(
        ({ document, start, end, text }) => `${document.slice(0, 19)} ${start}-${end}: ${text.replace(/\s+/g, ' ')}`,
      ),
    ]
      .map(oneLine)
      .join('\n'),
  );
}

/** Who says so, and who denies it. */
function claimantWords(passages: Facts['flags'][number]['passages']): string {
  const of = (denied: boolean): string =>
    [...new Set(passages.filter((passage) => passage.denied === denied).map(({ claimant }) => claimant))].join(', ');
  const [said, denied] = [of(false), of(true)];
  return `${said === '' ? '' : `, says ${said}`}${denied === '' ? '' : `, denied by ${denied}`}`;
}

function numberWords({ scheme, value, valid }: { scheme: string; value: string; valid: boolean | null }): string {
  return `${scheme} ${value}${valid === false ? ` (${scheme === 'mmsi' ? 'not the form of a ship’s number' : 'check digit wrong'})` : ''}`;
}

function hitWords(decisions: readonly (string | null)[]): string {
  const open = decisions.filter((decision) => decision === null).length;
  const listed = decisions.filter((decision) => decision === 'true').length;
  return [listed > 0 ? 'listed' : '', open > 0 ? `${open} to decide` : ''].filter((part) => part !== '').join(', ');
}

function addProposals(subjects: Command): void {
  takeJson(
    takeWorkspace(
      subjects.command('proposals').description('what may be one subject and is not decided, with the reason'),
    ),
  ).action(async (_options: unknown, command: Command) => {
    const { workspace, json } = optionsOf<Options>(command);
    const found = await carryOut('listProposedSubjects', { workspace, progress: terminalProgress({ quiet: true }) });
    if (json) return printJsonLines(found);
    if (found.length === 0) return printHint('Nothing is proposed to be one subject that nobody has decided on.');
    printAnswer(
      formatTable(found, [
        { heading: 'one', text: ({ a }) => a },
        { heading: 'other', text: ({ b }) => b },
        { heading: 'why', text: ({ words }) => words },
      ]),
    );
  });
}

type JudgementOptions = ActingOptions & { same?: boolean; different?: boolean; unsure?: boolean };

function addJudgement(subjects: Command): void {
  const judge = subjects
    .command('judge <subject> <other...>')
    .description(
      'say whether subjects are one; nothing is joined without it, and what was joined comes apart when it is taken back',
    )
    .option('--same', 'they are one')
    .option('--different', 'they are not one, whatever else is judged')
    .option('--unsure', 'looked at and left open');
  takeClock(takeJson(takeWorkspace(takeActor(judge)))).action(
    async (a: string, others: string[], _options: unknown, command: Command) => {
      const options = optionsOf<JudgementOptions>(command);
      const said = (['same', 'different', 'unsure'] as const).filter((word) => options[word] === true);
      const [judgement] = said;
      if (judgement === undefined || said.length > 1)
        throw new UsageError('say one of --same, --different and --unsure');
      printActs(await carryOut('judgeSubjects', { ...actorOf(options), a, others, judgement }), options);
    },
  );
  const undo = subjects.command('undo <act>').description('take a judgement on subjects back by another act');
  takeClock(takeJson(takeWorkspace(takeActor(undo)))).action(
    async (id: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions>(command);
      printActs([await carryOut('undoAct', { ...actorOf(options), id })], options);
    },
  );
}
