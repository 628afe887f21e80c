import type { Command } from 'commander';
import { carryOut, entranceOf, servedAt } from '../../../app/commands/command-client.ts';
import { printAnswer, printHint } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { openWorkspace, serveUntilStopped } from '../../serving.ts';
import { describeRun } from '../intake/run.ts';

type Options = { once?: boolean; workspace: string };

const HOST = '127.0.0.1';
const PORT = 1718;

/** `npm start`: the shipped dossier from its folder to the report, then the workbench in the browser. */
export function addCommand(program: Command): void {
  program
    .command('start', { hidden: true })
    .option('--once', 'stop after the report')
    .option('--workspace <dir>', 'the workspace', 'panel-workspace')
    .action((options: Options) => (options.once ? runOnce(options.workspace) : runAndServe(options.workspace)));
}

async function requestOf(workspace: string) {
  const { exampleDossier } = await import('../../../app/intake/run.ts');
  const progress = terminalProgress({ quiet: false });
  return { dossier: exampleDossier(), workspace, formats: ['html', 'json'] as const, progress };
}

async function runOnce(workspace: string): Promise<void> {
  printAnswer(describeRun(await carryOut('runDossier', await requestOf(workspace))));
}

/** The workspace is held through the run and the serving, so that everything is read once. */
async function runAndServe(workspace: string): Promise<void> {
  const request = await requestOf(workspace);
  const address = servedAt(workspace);
  if (address !== null) {
    printAnswer(describeRun(await carryOut('runDossier', request)));
    return show(await entranceOf(workspace), address, 'The workbench of this workspace is open already');
  }
  const { progress } = request;
  const opened = await openWorkspace({ workspace, command: 'panel start', create: true, progress });
  try {
    printAnswer(describeRun(await carryOut('runDossier', { ...request, workspace: opened.workbench.held })));
  } catch (error) {
    await opened.close();
    throw error;
  }
  await serveUntilStopped(opened, { host: HOST, port: PORT, orAnother: true }, (serving) => {
    const { address: at, url } = serving;
    if (!at.endsWith(`:${PORT}`)) printHint(`Port ${PORT} is taken by another program; another one is used.`);
    void show(serving.entrance(), url ?? at, 'The workbench is open; Ctrl-C ends it');
  });
}

/** The browser gets an address that works once: others on this machine can read what programs are started with. */
async function show(entrance: string | null, address: string, words: string): Promise<void> {
  printHint(`${words}: ${address}`);
  const { openInBrowser } = await import('../../browser.ts');
  if (entrance === null || !openInBrowser(entrance))
    printHint('There is no desktop here to open it on: open this address in a browser.');
}
