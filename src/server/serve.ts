import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { openAccess } from './access.ts';
import { type Served, serverApp } from './app.ts';
import { LOOK_MS, limitConnections } from './connections.ts';
import { isLoopback } from './guard.ts';
import { listenOnSocket } from './unix-socket.ts';

export type ServeOptions = {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Take any port that is free when this one is taken. */
  readonly orAnother?: boolean;
  /** Listen on this socket of the file system instead. */
  readonly socket?: string | undefined;
  readonly updateToken?: string | undefined;
  readonly openScreening?: boolean | undefined;
  readonly onError?: (error: unknown) => void;
};

export type Serving = {
  /** `http://127.0.0.1:1718`, or `unix:/path/of/the/socket`. */
  readonly address: string;
  /** The address with the token of the workspace; null where lists alone are served. */
  readonly url: string | null;
  /** The address with a code that opens the workspace to one browser; the plain address where lists alone are served. */
  entrance(): string;
  stop(): Promise<void>;
};

/** Why the service cannot be started so; undefined when it can. */
export function refuseHost(host: string): string | undefined {
  if (isLoopback(host)) return undefined;
  return `the service listens on this machine only (127.0.0.1, ::1 or localhost), not on "${host}": it has no accounts, and whoever reached it could read what is screened`;
}

const HEADER_BYTES = 80 * 1024;

/** Listens on the loopback interface. @throws Error when the port is taken or may not be used */
export async function serve(served: Served, options: ServeOptions): Promise<Serving> {
  const refused = refuseHost(options.host);
  if (refused !== undefined) throw new Error(refused);
  const ended = new AbortController();
  // Each open stream of events listens.
  setMaxListeners(0, ended.signal);
  const token = 'workbench' in served ? served.workbench.token : null;
  const access =
    'workbench' in served
      ? openAccess(served.workbench.token, served.workbench.held.record.origin)
      : openAccess(randomBytes(32).toString('hex'), 'lists');
  const app = serverApp(served, { ...options, access, ended: ended.signal });
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      requestTimeout: 60_000,
      headersTimeout: 20_000,
      connectionsCheckingInterval: LOOK_MS,
    },
    getRequestListener(app.fetch),
  );
  limitConnections(server);
  const host = options.host.replace(/^\[|\]$/g, '');
  if (options.socket !== undefined) {
    const path = await listenOnSocket(server, options.socket);
    return servingAt(`unix:${path}`, 'http://localhost');
  }
  try {
    await listen(server, options.port, host);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (!taken || options.orAnother !== true) throw describeListenError(error as NodeJS.ErrnoException, options.port);
    await listen(server, 0, host);
  }
  const { port, family, address } = server.address() as AddressInfo;
  const shown = family === 'IPv6' ? `[${address}]` : address;
  return servingAt(`http://${shown}:${port}`, `http://${shown}:${port}`);

  function servingAt(place: string, base: string): Serving {
    return {
      address: place,
      url: token === null ? null : `${base}/?token=${token}`,
      entrance: () => (token === null ? base : `${base}/?code=${access.issueCode()}`),
      stop,
    };
  }
  function stop(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      ended.abort();
      // Requests under way are answered; idle connections are not waited for.
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 2000).unref();
    });
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function describeListenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`port ${port} is taken by another program; choose another with --port`, { cause: error });
  if (error.code === 'EACCES')
    return new Error(`port ${port} may not be used; choose one above 1023 with --port`, { cause: error });
  return error;
}
