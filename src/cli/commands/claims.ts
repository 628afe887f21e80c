import type { Command } from 'commander';
import type { Claim, Progress } from '../../app/contract.ts';
import { formatTable, printAnswer, printHint, printJson, printJsonLines } from '../output.ts';
import { terminalProgress } from '../progress.ts';
import { UsageError } from '../usage.ts';
import { takeActor, takeClock, takeJson, takeWorkspace } from '../workspace-option.ts';

type Base = { workspace: string; json?: boolean; clock?: string; by?: string; reason?: string };

export function addCommand(program: Command): void {
  const claims = program.command('claims').description('who said what; review by acts');
  takeJson(takeWorkspace(claims))
    .option('--document <id>', 'of one document')
    .option('--status <status>', 'proposed, accepted, rejected or withdrawn')
    .allowExcessArguments()
    .action(async (options: Base & { document?: string; status?: string }, command: Command) => {
      if (command.args.length > 0) throw new UsageError(unknownVerb(command));
      const { listClaims } = await import('../../app/review.ts');
      const found = await listClaims(options.workspace, options, terminalProgress({ quiet: true }));
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
      const options = optionsOf<Base>(command);
      const { reviewClaims } = await import('../../app/review.ts');
      const acts = await reviewClaims({ ...actor(options), ids, status });
      report(acts, options);
    });
  }
  act('edit <id>', 'correct a claim; the old form stays in the record')
    .requiredOption('--set <json>', 'the fields that change, as JSON')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = optionsOf<Base & { set: string }>(command);
      const { editClaim } = await import('../../app/review.ts');
      report([await editClaim({ ...actor(options), id, changes: options.set })], options);
    });
  act('add', 'add a claim by hand, with its passage')
    .requiredOption('--claim <json>', 'the claim as JSON: document, start, end, claimant, predicate ...')
    .action(async (_options: unknown, command: Command) => {
      const options = optionsOf<Base & { claim: string }>(command);
      const { addClaim } = await import('../../app/review.ts');
      report([await addClaim({ ...actor(options), claim: options.claim })], options);
    });
  act('grade <id> <grade>', 'grade the credibility of a claim: 1 (confirmed by others) to 6 (cannot be judged)').action(
    async (id: string, grade: string, _options: unknown, command: Command) => {
      const options = optionsOf<Base>(command);
      const { gradeClaim } = await import('../../app/review.ts');
      report([await gradeClaim({ ...actor(options), id, grade })], options);
    },
  );
  for (const [verb, judgement] of [
    ['link', 'same'],
    ['unlink', 'different'],
  ] as const) {
    act(
      `${verb} <id> <other>`,
      `judge that two claims speak of ${judgement === 'same' ? 'one happening' : 'different happenings'}`,
    ).action(async (id: string, other: string, _options: unknown, command: Command) => {
      const options = optionsOf<Base>(command);
      const { linkClaims } = await import('../../app/review.ts');
      report([await linkClaims({ ...actor(options), id, other, judgement })], options);
    });
  }
  act('independent <origin> <other>', 'judge that two claimants have their statements from different origins').action(
    async (a: string, b: string, _options: unknown, command: Command) => {
      const options = optionsOf<Base>(command);
      const { judgeOrigins } = await import('../../app/review.ts');
      report([await judgeOrigins({ ...actor(options), a, b, judgement: 'independent' })], options);
    },
  );
  act('undo <act>', 'take back a review act by another act').action(
    async (id: string, _options: unknown, command: Command) => {
      const options = optionsOf<Base>(command);
      const { undoAct } = await import('../../app/review.ts');
      report([await undoAct({ ...actor(options), id })], options);
    },
  );
}

function unknownVerb(command: Command): string {
  const verbs = command.commands.map((one) => one.name()).join(', ');
  return `there is no "panel claims ${command.args[0]}"; there is ${verbs}, or no word at all for the list`;
}

/** `claims` itself takes --workspace and --json too, so an option may have been taken by the parent. */
function optionsOf<T>(command: Command): T {
  return command.optsWithGlobals<T & Record<string, unknown>>();
}

function actor(options: Base): {
  workspace: string;
  by: string;
  reason: string | undefined;
  clock: string | undefined;
  progress: Progress;
} {
  if (!options.by) throw new UsageError('say who makes this act: --by NAME (or PANEL_BY in the environment)');
  const { workspace, by, reason, clock } = options;
  return { workspace, by, reason, clock, progress: terminalProgress({ quiet: true }) };
}

function report(acts: readonly { id: string; kind: string }[], options: Base): void {
  for (const one of acts) {
    if (options.json) printJson(one);
    else printAnswer(`${one.kind} ${one.id}`);
  }
}

function describeClaims(claims: readonly Claim[]): string {
  return formatTable(claims, [
    { heading: 'claim', text: (claim) => claim.id },
    { heading: 'status', text: (claim) => claim.status },
    { heading: 'claimant', text: (claim) => claim.claimant.name },
    {
      heading: 'says',
      text: (claim) => `${claim.polarity === 'denies' ? 'denies ' : ''}${claim.modality}: ${claim.predicate}`,
    },
    { heading: 'figures', text: (claim) => clip(claim.quantities.map((quantity) => quantity.raw).join('; '), 40) },
    { heading: 'passage', text: (claim) => clip(claim.quote.replace(/\s+/g, ' '), 90) },
  ]);
}

function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
