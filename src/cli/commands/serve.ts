import type { Command } from 'commander';
import type { Progress } from '../../app/contract.ts';
import type { Served } from '../../server/app.ts';
import { printAnswer, printError, printHint, printJson } from '../output.ts';
import { terminalProgress } from '../progress.ts';
import { parseCount, UsageError } from '../usage.ts';
import { takeJson } from '../workspace-option.ts';

type Options = { workspace?: string; list?: string[]; port: string; host: string; json?: boolean };

const DEFAULT_WORKSPACE = 'panel-workspace';

export function addCommand(program: Command): void {
  const command = program
    .command('serve')
    .description('the workbench of a workspace on this machine, and the screening service over its lists')
    .option('--workspace <dir>', 'the workspace to serve; what is screened is logged in it (default: panel-workspace)')
    .option(
      '--list <file...>',
      'list files to screen against; without --workspace they are served alone and nothing is logged',
    )
    .option('--port <n>', 'where to listen', '1718')
    .option('--host <address>', 'which loopback address to listen on', '127.0.0.1');
  takeJson(command).action(async (options: Options) => {
    const port = parseCount(options.port, '--port');
    if (port > 65_535) throw new UsageError(`--port takes a number up to 65535, not ${port}`);
    const { refuseHost, serve } = await import('../../server/serve.ts');
    const refused = refuseHost(options.host);
    if (refused !== undefined) throw new UsageError(refused);
    const workspace = options.workspace ?? (options.list === undefined ? DEFAULT_WORKSPACE : undefined);
    const stop = stopSignal();
    const progress = terminalProgress({ quiet: options.json === true });
    const opened = await openServed(workspace, options.list ?? [], progress);
    try {
      const serving = await serve(opened.served, {
        host: options.host,
        port,
        updateToken: process.env.PANEL_UPDATE_TOKEN,
        onError: printError,
      });
      opened.announce(serving.address);
      if (options.json) printJson({ address: serving.address, workspace: workspace ?? null });
      else printAnswer(serving.address);
      printHint('Ctrl-C ends.');
      await stop;
      await serving.stop();
    } finally {
      await opened.close();
    }
  });
}

type Opened = { readonly served: Served; announce(address: string): void; close(): Promise<void> };

/** A workspace, or lists alone, ready to be served. */
async function openServed(
  workspace: string | undefined,
  lists: readonly string[],
  progress: Progress,
): Promise<Opened> {
  if (workspace === undefined) {
    const { openService } = await import('../../app/screening-service-door.ts');
    const service = await openService({ lists, progress });
    return { served: { lists: service }, announce: () => undefined, close: () => service.close() };
  }
  const { openWorkbench } = await import('../../app/workbench-door.ts');
  const workbench = await openWorkbench({
    workspace,
    progress,
    lists,
    command: 'panel serve',
    create: lists.length > 0,
    onError: printError,
  });
  return {
    served: { workbench },
    announce: (address) => workbench.announce(address),
    close: () => workbench.close(),
  };
}

/** Resolves when the user or the system asks the program to end. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
