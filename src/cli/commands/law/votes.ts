import type { Command } from 'commander';
import { formatTable, printAnswer, printJson } from '../../output.ts';

type Options = { ballots?: string; regime: string; json?: boolean };

export function addCommand(program: Command): void {
  program
    .command('votes [symbol]')
    .description('votes counted from their ballots (Charter Art. 27)')
    .option('--ballots <file>', 'votes as JSON lines {"id","members","procedural"}; - for standard input')
    .option('--regime <id>', 'the regime', 'un-1718')
    .option('--json', 'the answer as JSON lines')
    .action(async (symbol: string | undefined, options: Options) => {
      const { countBallotsFile, describeVotes } = await import('../../../app/law/votes.ts');
      if (options.ballots !== undefined) {
        for await (const line of countBallotsFile(options.ballots)) printAnswer(line);
        return;
      }
      const votes = await describeVotes({ regime: options.regime, symbol });
      if (options.json) {
        for (const vote of votes) printJson(vote);
        return;
      }
      if (symbol !== undefined && votes.length === 1) {
        printAnswer(votes[0]?.lines.join('\n') ?? '');
        return;
      }
      printAnswer(
        formatTable(votes, [
          { heading: 'decision', text: (vote) => vote.id },
          { heading: 'date', text: (vote) => vote.date },
          { heading: 'for', right: true, text: (vote) => String(vote.inFavour) },
          { heading: 'against', right: true, text: (vote) => String(vote.against) },
          { heading: 'abstained', right: true, text: (vote) => String(vote.abstained) },
          { heading: 'result', text: (vote) => (vote.adopted ? 'adopted' : 'not adopted') },
          { heading: 'reason', text: (vote) => vote.reason },
        ]),
      );
    });
}
