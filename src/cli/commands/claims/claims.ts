import type { Command } from 'commander';
import { carryOut } from '../../../app/commands/command-client.ts';
import { editNotes, gistOf, type SightedClaim } from '../../../app/commands/contract.ts';
import { type ActingOptions, actorOf, optionsOf, printActs, unknownVerb } from '../../acting.ts';
import { formatTable, printAnswer, printHint, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { UsageError } from '../../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../../workspace-option.ts';

export function addCommand(program: Command): void {
  const claims = program.command('claims').description('who said what; review by acts');
  takeJson(takeWorkspace(claims))
    .option('--document <id>', 'of one document')
    .option('--status <status>', 'proposed, accepted, rejected or withdrawn')
    .allowExcessArguments()
    .action(async (options: ActingOptions & { document?: string; status?: string }, command: Command) => {
      if (command.args.length > 0) throw new UsageError(unknownVerb(command));
      const found = await carryOut('listClaims', { ...options, progress: terminalProgress({ quiet: true }) });
      if (options.json) return printJsonLines(found);
      if (found.length === 0) return printHint('No claims match. "panel run" or "panel add" brings documents in.');
      printAnswer(describeClaims(found));
    });

  const act = (name: string, description: string): Command =>
    takeClock(takeJson(takeWorkspace(takeActor(claims.command(name).description(description)))));

  for (const [verb, status] of [
    ['accept', 'accepted'],
    ['reject', 'rejected'],
  ] as const) {
    act(`${verb} <id...>`, `${verb} claims`).action(async (ids: string[], _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions>(command);
      const acts = await carryOut('reviewClaims', { ...actorOf(options), ids, status });
      printActs(acts, options);
    });
  }
  act('edit <id>', 'correct a claim; the old form stays in the record')
    .requiredOption('--set <json>', 'the fields that change, as JSON')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions & { set: string }>(command);
      const made = await carryOut('editClaim', { ...actorOf(options), id, changes: options.set });
      printActs([made], options);
      for (const note of editNotes(made)) printHint(note);
    });
  act('add', 'add a claim by hand, with its passage')
    .requiredOption('--claim <json>', 'the claim as JSON: document, start, end, claimant, predicate ...')
    .action(async (_options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions & { claim: string }>(command);
      printActs([await carryOut('addClaim', { ...actorOf(options), claim: options.claim })], options);
    });
  act('grade <id> <grade>', 'grade the credibility of a claim: 1 (confirmed by others) to 6 (cannot be judged)').action(
    async (id: string, grade: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions>(command);
      printActs([await carryOut('gradeClaim', { ...actorOf(options), id, grade })], options);
    },
  );
  for (const [verb, judgement] of [
    ['link', 'same'],
    ['unlink', 'different'],
  ] as const) {
    act(
      `${verb} <id> <other>`,
      `judge that two claims speak of ${judgement === 'same' ? 'one event' : 'different events'}`,
    ).action(async (id: string, other: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions>(command);
      printActs([await carryOut('linkClaims', { ...actorOf(options), id, other, judgement })], options);
    });
  }
  act('independent <origin> <other>', 'judge that two claimants have their statements from different origins').action(
    async (a: string, b: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions>(command);
      printActs([await carryOut('judgeOrigins', { ...actorOf(options), a, b, judgement: 'independent' })], options);
    },
  );
  act('undo <act>', 'take back a review act by another act').action(
    async (id: string, _options: unknown, command: Command) => {
      const options = optionsOf<ActingOptions>(command);
      printActs([await carryOut('undoAct', { ...actorOf(options), id })], options);
    },
  );
}

function describeClaims(claims: readonly SightedClaim[]): string {
  return formatTable(claims, [
    { heading: 'claim', text: (claim) => claim.id },
    { heading: 'status', text: ({ status, sight }) => (sight == null ? status : `${status}, read off a picture`) },
    { heading: 'who says what', text: (claim) => gistOf(claim) },
  ]);
}
