import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { type ActingOptions, actorOf, optionsOf, printActs, unknownVerb } from '../../acting.ts';
import { formatTable, printAnswer, printHint, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { parseFlow, UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

/** A time in which the law changed has no one verdict; `--json` has that of each day. */
function answerOf({ changes, activity, assessment }: Listed): string {
  const held = changes.filter(({ date }) => date <= activity.date).map(({ verdict }) => verdict);
  return new Set(held).size > 1 ? 'by the day' : assessment.verdict;
}

type Listed = Awaited<ReturnType<typeof carryOut<'listFindings'>>>[number];
type Options = { workspace: string; json?: boolean };

export function addCommand(program: Command): void {
  const findings = program
    .command('findings')
    .description('allegations tested against the provisions; findings of people, replies and challenges');
  takeJson(takeWorkspace(findings))
    .allowExcessArguments()
    .action(async (options: Options, command: Command) => {
      if (command.args.length > 0) throw new UsageError(unknownVerb(command));
      const found = await carryOut('listFindings', { ...options, progress: terminalProgress({ quiet: true }) });
      if (options.json) return printJsonLines(found);
      if (found.length === 0)
        return printHint(
          'No findings: no claim says of goods, services or persons that a regime knows what was done with them, and to or from the country it is about. "panel findings make" makes a finding of claims that you choose.',
        );
      printAnswer(
        formatTable(found, [
          { heading: 'finding', text: (finding) => finding.id },
          { heading: 'verdict', text: answerOf },
          { heading: 'status', text: (finding) => finding.status },
          { heading: 'claims', right: true, text: (finding) => String(finding.claims.length) },
          { heading: 'review', text: (finding) => finding.review },
          { heading: 'by', text: (finding) => finding.made?.by ?? finding.reviewedBy?.by ?? 'program' },
          { heading: 'allegation', text: (finding) => finding.title },
        ]),
      );
    });
  addLeads(findings);
  addActs(findings);
  const incidentsCommand = program.command('incidents').description('claims believed to speak of one event');
  addArranging(incidentsCommand);
  takeJson(takeWorkspace(incidentsCommand))
    .allowExcessArguments()
    .action(async (options: Options, command: Command) => {
      if (command.args.length > 0) throw new UsageError(unknownVerb(command));
      const incidents = await carryOut('listIncidents', { ...options, progress: terminalProgress({ quiet: true }) });
      if (options.json) return printJsonLines(incidents);
      if (incidents.length === 0)
        return printHint('No incidents: no two claims of this workspace are believed to speak of one event.');
      printAnswer(
        formatTable(incidents, [
          { heading: 'incident', text: (incident) => incident.id },
          { heading: 'status', text: (incident) => incident.status },
          { heading: 'claims', right: true, text: (incident) => String(incident.claims.length) },
          { heading: 'reason', text: (incident) => incident.reason },
        ]),
      );
    });
}

/** Acts by which a person makes an incident of claims, adds some to one, or takes some out. */
function addArranging(incidents: Command): void {
  const act = (name: string, description: string): Command =>
    takeClock(takeJson(takeWorkspace(takeActor(incidents.command(name).description(description)))));
  act('make <claim...>', 'make one incident of claims').action(
    async (claims: string[], _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions>(command);
      printActs(await carryOut('arrangeIncident', { ...actorOf(options), claims }), options);
    },
  );
  for (const [verb, takeOut, description] of [
    ['add', false, 'add claims to an incident'],
    ['take-out', true, 'take claims out of an incident'],
  ] as const)
    act(`${verb} <incident> <claim...>`, description).action(
      async (incident: string, claims: string[], _options: unknown, command: Command) => {
        const options = optionsOf<ActingOptions>(command);
        printActs(await carryOut('arrangeIncident', { ...actorOf(options), incident, claims, takeOut }), options);
      },
    );
}

/** What falls short of a finding: claims with what is missing. */
function addLeads(findings: Command): void {
  takeJson(
    takeWorkspace(findings.command('leads').description('claims that fall short of a finding, with what is missing')),
  ).action(async (_options: unknown, command: Command) => {
    const options = optionsOf<Options>(command);
    const leads = await carryOut('listLeads', {
      workspace: options.workspace,
      progress: terminalProgress({ quiet: true }),
    });
    if (options.json) return printJsonLines(leads);
    if (leads.length === 0) return printHint('No leads: nothing that the claims allege falls short of a finding.');
    printAnswer(
      formatTable(leads, [
        { heading: 'lead', text: (lead) => lead.id },
        { heading: 'missing', text: (lead) => lead.missing.join('; ') },
        { heading: 'who says what', text: (lead) => lead.title },
      ]),
    );
  });
}

type Acting<More> = ActingOptions & More;

type LedgerOptions = Partial<Record<'totalFrom' | 'provision' | 'factor' | 'asOf' | 'flow', string>>;
type MakingOptions = LedgerOptions & {
  title: string;
  activity: string;
  regime: string;
  replaces?: string;
  event?: string[];
};

/** The ledger that a finding takes its total from; undefined where it takes none. */
function totalOf({ totalFrom: source, provision, factor, asOf, flow }: LedgerOptions) {
  if (source !== undefined) return { source, provision, factor, asOf, flow: parseFlow(flow) ?? undefined };
  const given = Object.entries({ provision, factor, 'as-of': asOf, flow }).find(([, value]) => value !== undefined);
  if (given !== undefined) throw new UsageError(`--${given[0]} says which ledger: name its source with --total-from`);
  return undefined;
}

/** The acts on findings, each made by a named person. */
function addActs(findings: Command): void {
  const act = (name: string, description: string): Command =>
    takeClock(takeJson(takeWorkspace(takeActor(findings.command(name).description(description)))));

  for (const [name, status, description] of [
    ['accept', 'accepted', 'accept findings that the program proposes: they count as findings from then on'],
    ['leave-out', 'left-out', 'leave findings that the program proposes out of reports'],
  ] as const) {
    const review = act(`${name} <finding...>`, description);
    if (status === 'accepted') review.option('--words <text>', 'how you word it, printed in the report');
    review.action(async (ids: string[], _options: unknown, command: Command) => {
      const options = optionsOf<Acting<{ words?: string }>>(command);
      printActs(await carryOut('reviewFindings', { ...actorOf(options), ids, status, words: options.words }), options);
    });
  }
  act('make <claim...>', 'make a finding from claims; verdict and status follow by rule')
    .requiredOption('--title <text>', 'what is alleged, in one line')
    .requiredOption('--activity <json>', 'the activity to test, as for "panel check"')
    .option('--regime <id>', 'the regime to test it against', 'un-1718')
    .option('--replaces <act>', 'the act of the finding that this one takes the place of')
    .option(
      '--total-from <source>',
      'take the total of the cap from the ledger of a source of trade figures: notified:petroleum, tracks:calls, a document, or its file name',
    )
    .option('--event <id...>', 'events in tracks that stand beside the claims ("panel tracks events" lists them)')
    .option('--provision <id>', 'the paragraph with the cap, where the activity concerns several')
    .option('--factor <n>', 'barrels a tonne in that ledger')
    .option('--as-of <date>', 'as that source stood on that day')
    .option('--flow <flow>', 'import or export, for a source that does not say')
    .action(async (claims: string[], _options: unknown, command: Command) => {
      const options = optionsOf<Acting<MakingOptions>>(command);
      const { title, activity, regime, replaces, event: events } = options;
      const said = { claims, title, activity, regime, replaces, events, total: totalOf(options) };
      printActs([await carryOut('makeFinding', { ...actorOf(options), ...said })], options);
    });
  act('reply <finding>', 'record a letter to a party, or with --replaces what came back on it')
    .option('--party <name>', 'who was written to')
    .option('--sent <date>', 'when')
    .option('--deadline <date>', 'by when a reply was asked for')
    .option('--received <date>', 'when the reply came in')
    .option('--text <text>', 'what it says')
    .option('--stance <word>', 'denies, accepts or neither, where the words alone do not show it')
    .option('--replaces <act>', 'the act of the letter; what is not said here stays as it was')
    .action(async (finding: string, _options: unknown, command: Command) => {
      type Reply = Partial<Record<'party' | 'sent' | 'deadline' | 'received' | 'text' | 'stance' | 'replaces', string>>;
      const options = optionsOf<Acting<Reply>>(command);
      const { party, sent, deadline, received, text, stance, replaces } = options;
      const said = { finding, party, sent, deadline, received, text, stance, replaces };
      printActs([await carryOut('recordReply', { ...actorOf(options), ...said })], options);
    });
  act('challenge <finding>', 'record a challenge, or with --replaces how it was weighed')
    .option('--from <name>', 'who challenges it')
    .option('--date <date>', 'when')
    .option('--text <text>', 'what is held against it')
    .option('--assessment <text>', 'how credible that is, and why')
    .option('--credibility <figure>', '1 (confirmed by others) to 6 (cannot be judged)')
    .option('--replaces <act>', 'the act of the challenge; what is not said here stays as it was')
    .action(async (finding: string, _options: unknown, command: Command) => {
      type Words = Partial<Record<'from' | 'date' | 'text' | 'assessment' | 'credibility' | 'replaces', string>>;
      const options = optionsOf<Acting<Words>>(command);
      const { from, date, text, assessment, credibility, replaces } = options;
      const said = { finding, from, date, text, assessment, credibility, replaces };
      printActs([await carryOut('recordChallenge', { ...actorOf(options), ...said })], options);
    });
  act('correct <finding>', 'correct a finding; printed with its date and its --reason')
    .requiredOption('--text <text>', 'what is right')
    .action(async (finding: string, _options: unknown, command: Command) => {
      const options = optionsOf<Acting<{ text: string }>>(command);
      printActs([await carryOut('correctFinding', { ...actorOf(options), finding, text: options.text })], options);
    });
  act('recommend <finding>', 'recommend what should be done because of a finding')
    .requiredOption('--text <text>', 'what should be done')
    .requiredOption('--to <name>', 'who should do it')
    .option('--priority <word>', 'high, medium or low')
    .action(async (finding: string, _options: unknown, command: Command) => {
      const options = optionsOf<Acting<{ text: string; to: string; priority?: string }>>(command);
      const { text, to: addressee, priority } = options;
      printActs([await carryOut('recommend', { ...actorOf(options), finding, text, addressee, priority })], options);
    });
  act('undo <act>', 'take an act on a finding back by another act').action(
    async (id: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions>(command);
      printActs([await carryOut('undoAct', { ...actorOf(options), id })], options);
    },
  );
}
