import type { Command } from 'commander';
import { printAnswer, printError, printHint, printJson } from '../output.ts';
import { terminalProgress } from '../progress.ts';
import { parseCount, UsageError } from '../usage.ts';
import { takeJson } from '../workspace-option.ts';

type Options = { workspace?: string; list?: string[]; port: string; host: string; json?: boolean };

const DEFAULT_WORKSPACE = 'panel-workspace';

export function addCommand(program: Command): void {
  const command = program
    .command('serve')
    .description('the screening service on this machine: the yente API and OpenRefine reconciliation')
    .option('--workspace <dir>', 'serve the lists of a workspace and log what is screened (default: panel-workspace)')
    .option('--list <file...>', 'list files; without --workspace nothing is logged')
    .option('--port <n>', 'where to listen', '1718')
    .option('--host <address>', 'which loopback address to listen on', '127.0.0.1');
  takeJson(command).action(async (options: Options) => {
    const port = parseCount(options.port, '--port');
    if (port > 65_535) throw new UsageError(`--port takes a number up to 65535, not ${port}`);
    const { refuseHost, serve } = await import('../../server/serve.ts');
    const refused = refuseHost(options.host);
    if (refused !== undefined) throw new UsageError(refused);
    const { openService } = await import('../../app/screening-service-door.ts');
    const workspace = options.workspace ?? (options.list === undefined ? DEFAULT_WORKSPACE : undefined);
    const stop = stopSignal();
    const service = await openService({
      lists: options.list ?? [],
      workspace,
      progress: terminalProgress({ quiet: options.json === true }),
    });
    try {
      const serving = await serve(service, {
        host: options.host,
        port,
        updateToken: process.env.PANEL_UPDATE_TOKEN,
        onError: printError,
      });
      service.announce(serving.address);
      if (options.json) printJson({ address: serving.address, workspace: workspace ?? null });
      else printAnswer(serving.address);
      printHint(`Serving ${service.entities.index.entityCount} entries. Ctrl-C ends.`);
      await stop;
      await serving.stop();
    } finally {
      await service.close();
    }
  });
}

/** Resolves when the user or the system asks the program to end. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
