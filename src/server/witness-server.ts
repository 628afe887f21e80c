import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WitnessService } from '../app/exchange/witness.ts';
import { LOOK_MS, limitConnections } from './connections.ts';
import type { Serving } from './serve.ts';

/** Larger than any request of 63 proof lines under 64 signatures of Ed25519. */
const MOST_BYTES = 64 * 1024;
const PATIENCE_MS = 15_000;
/** A log asks by one connection; a proxy in front, or a school of logs behind one address, by some. */
const MOST_OF_ONE_ADDRESS = 64;
const MONITORED = /^\/([0-9a-f]{64})\/checkpoint$/;

/**
 * Serves a witness after C2SP tlog-witness: `POST /add-checkpoint` and the monitoring address. Nobody is asked who they are: what
 * counts is the log's signature on the checkpoint, and what is read is meant for all. So it may listen on any address.
 */
export async function serveWitness(
  witness: WitnessService,
  options: { host: string; port: number; onError: (error: unknown) => void },
): Promise<Pick<Serving, 'address' | 'stop'>> {
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      requestTimeout: PATIENCE_MS,
      headersTimeout: PATIENCE_MS,
      connectionsCheckingInterval: LOOK_MS,
    },
    (request, response) => {
      answer(witness, request, response).catch((error: unknown) => {
        // Whoever asked is gone.
        if (!request.complete) return;
        options.onError(error);
        // What went wrong here is the operator's to read.
        if (response.headersSent) response.destroy();
        else send(response, 500, 'text/plain; charset=utf-8', 'the witness cannot answer now\n');
      });
    },
  );
  limitConnections(server, { ofOneAddress: MOST_OF_ONE_ADDRESS });
  await listen(server, options.port, options.host.replace(/^\[|\]$/g, ''));
  const { port, family, address } = server.address() as AddressInfo;
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }),
  };
}

async function answer(witness: WitnessService, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const monitored = MONITORED.exec(path)?.[1];
  if (monitored !== undefined) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response, 'GET, HEAD');
    const { status, type, body } = witness.checkpoint(monitored);
    return send(response, status, type, body);
  }
  if (path !== '/add-checkpoint') return send(response, 404, 'text/plain; charset=utf-8', 'there is nothing here\n');
  if (request.method !== 'POST') return refuseMethod(response, 'POST');
  const body = await readBody(request);
  if (body === null) {
    response.setHeader('connection', 'close');
    return send(response, 413, 'text/plain; charset=utf-8', `a request has at most ${MOST_BYTES} bytes\n`);
  }
  const { status, type, body: text } = await witness.addCheckpoint(body);
  send(response, status, type, text);
}

/** Null when it is too long: the rest is not read. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refuseMethod(response: ServerResponse, allowed: string): void {
  response.setHeader('allow', allowed);
  send(response, 405, 'text/plain; charset=utf-8', 'this address takes other methods\n');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is taken by another program; choose another with --port`, { cause: error })
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
}
