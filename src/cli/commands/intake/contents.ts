import type { Command } from 'commander';
import { oneLine, printAnswer, printHint, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { takeJson } from '../../workspace-option.ts';

type Options = { readonly json?: boolean };

export function addCommand(program: Command): void {
  takeJson(
    program
      .command('contents <target...>')
      .description('what lies in archives, mails and captures; nothing is taken in'),
  ).action(async (targets: string[], { json }: Options) => {
    const { contentsOfTargets } = await import('../../../app/intake/contents.ts');
    const files = await contentsOfTargets(targets, terminalProgress({ quiet: json === true }));
    if (json) {
      for (const file of files) printJson(file);
      return;
    }
    for (const { file, members, others, refused } of files) {
      printAnswer(oneLine(file));
      for (const { path, size, written, url } of members) {
        const known = [`${size.toLocaleString('en')} bytes`, written, url].filter((one) => one !== null);
        printAnswer(`  ${oneLine(`${path}  (${known.join(', ')})`)}`);
      }
      for (const { path, message } of refused)
        printAnswer(`  ${oneLine(`refused${path === '' ? '' : ` ${path}`}: ${message}`)}`);
      if (others > 0) printAnswer(`  ${others.toLocaleString('en')} more are no documents and are not taken out`);
      if (members.length + refused.length + others === 0) printAnswer('  nothing lies in it');
    }
    printHint('Take some of it in with: panel add FILE --source NAME --member PATTERN…');
  });
}
