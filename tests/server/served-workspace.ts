import { afterAll, beforeAll } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { openWorkbench, type Workbench, type WorkbenchPlaces } from '../../src/app/workbench/held/workbench.ts';
import { type Access, openAccess } from '../../src/server/access.ts';
import { type Serving, serve } from '../../src/server/serve.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';

/** A small dossier as `panel serve` serves it, on a port of its own, while the tests of a file run. */
export type ServedWorkspace = {
  readonly workbench: Workbench;
  readonly address: string;
  /** What `ask` and `send` carry. */
  readonly token: string;
  /** Errors that the server called its own fault. */
  readonly faults: unknown[];
  /** Asks below `/api/v1`. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a body of JSON below `/api/v1`. */
  send(path: string, body: unknown): Promise<Response>;
};

/** Access to a workbench whose interface is asked without a port. */
export function accessTo({ token, held }: Workbench): Access {
  return openAccess(token, held.record.origin);
}

const STORY = `Officials in Seoul said on Monday that North Korea had sent about 5,000 artillery shells to Russia since September.
The Pentagon said North Korea had delivered at least 3,000 artillery shells to Russia.`;

function storyDossier(): string {
  return writeDossier({ daily: { text: STORY, published: '2024-05-01' } });
}

/** `dossier` makes what is served, a story of two claims when left out; `places` are those that the server is started with. */
export function serveWorkspace(
  dossier: () => string = storyDossier,
  places: Partial<WorkbenchPlaces> = {},
): ServedWorkspace {
  return serveMade(async () => (await runInto(dossier(), undefined, '2024-06-01')).workspace, places);
}

/** Serves a workspace that is made before the first test. */
export function serveMade(make: () => Promise<string>, places: Partial<WorkbenchPlaces> = {}): ServedWorkspace {
  const faults: unknown[] = [];
  let workbench: Workbench;
  let serving: Serving;
  const onError = (error: unknown): void => {
    faults.push(error);
  };

  beforeAll(async () => {
    const workspace = await make();
    workbench = await openWorkbench({ workspace, places, progress: silentProgress, command: 'test', onError });
    serving = await serve({ workbench }, { host: '127.0.0.1', port: 0, onError });
  });
  afterAll(async () => {
    await serving?.stop();
    await workbench?.close();
  });

  return {
    get workbench() {
      return workbench;
    },
    get address() {
      return serving.address;
    },
    faults,
    get token() {
      return workbench.token;
    },
    ask: (path, init) =>
      fetch(`${serving.address}/api/v1${path}`, {
        ...init,
        headers: { ...init?.headers, authorization: `Bearer ${workbench.token}` },
      }),
    send: (path, body) =>
      fetch(`${serving.address}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${workbench.token}` },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
