import type { Progress } from '../app/commands/contract.ts';
import type { Workbench, WorkbenchPlaces } from '../app/workbench-facade.ts';
import type { Served } from '../server/app.ts';
import type { ServeOptions, Serving } from '../server/serve.ts';
import { printError } from './output.ts';

/** What is served, until the user or the system ends the program. */
export type Opened = {
  readonly served: Served;
  /** Reads what is served, after it can be reached. */
  read(): Promise<void>;
  announce(address: string): void;
  close(): Promise<void>;
};

/** A workspace, held, with its workbench. */
export async function openWorkspace(request: {
  workspace: string;
  command: string;
  lists?: readonly string[];
  places?: Partial<WorkbenchPlaces>;
  tiles?: string | undefined;
  create: boolean;
  progress: Progress;
}): Promise<Opened & { readonly workbench: Workbench }> {
  const { openWorkbench } = await import('../app/workbench-facade.ts');
  const workbench = await openWorkbench({ ...request, onError: printError });
  return {
    workbench,
    served: { workbench },
    read: () => workbench.read(),
    announce: (address) => workbench.announce(address),
    close: () => workbench.close(),
  };
}

/** Lists alone, without a workspace: nothing is logged. */
export async function openLists(lists: readonly string[], progress: Progress): Promise<Opened> {
  const { openService } = await import('../app/screening/screening-service-facade.ts');
  const service = await openService({ lists, progress });
  return {
    served: { lists: service },
    read: async () => undefined,
    announce: () => undefined,
    close: () => service.close(),
  };
}

/** Serves until the program is asked to end; `begun` is told where. What is served is closed afterwards in any case. */
export async function serveUntilStopped(
  opened: Opened,
  options: Pick<ServeOptions, 'host' | 'port' | 'orAnother' | 'socket' | 'openScreening'>,
  begun: (serving: Serving) => void,
): Promise<void> {
  const stop = untilStopped();
  try {
    const { serve } = await import('../server/serve.ts');
    const updateToken = process.env.PANEL_UPDATE_TOKEN;
    const serving = await serve(opened.served, { ...options, updateToken, onError: printError });
    opened.announce(serving.address);
    begun(serving);
    try {
      await Promise.race([stop, opened.read().then(() => stop)]);
    } finally {
      await serving.stop();
    }
  } finally {
    await opened.close();
  }
}

/** Resolves when the user or the system asks the program to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
