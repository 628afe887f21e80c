import { type IncomingMessage, request } from 'node:http';
import { RecordError } from '../../record/errors.ts';
import { readRecord } from '../../record/read-record.ts';
import type { LockOwner } from '../../record/storage/lock.ts';
import { AppError, type AppErrorCode } from '../errors.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { carryOutHere, type UseCaseAnswer, type UseCaseName, type UseCaseRequest, wordsOf } from './use-cases.ts';

/** What a server says while it carries a command out: one a line, the last one the answer or the failure. */
export type CommandMessage =
  | { readonly step: string }
  | { readonly done: number; readonly total: number | null }
  | { readonly note: string }
  | { readonly detail: string }
  | { readonly answer: unknown }
  | { readonly failure: { readonly code: string; readonly message: string; readonly place?: string | undefined } };

/** Where a server takes commands, below its address. */
export const COMMANDS_PATH = '/api/v1/commands';
/** Where it gives a code that opens the workspace to one browser. */
const CODES_PATH = '/api/v1/codes';

/**
 * Carries a use case out on a workspace: here, or by the server that holds it, which is asked at the address in the lock
 * file with the token beside it.
 */
export async function carryOut<Name extends UseCaseName>(
  name: Name,
  request: UseCaseRequest<Name>,
): Promise<UseCaseAnswer<Name>> {
  try {
    return await carryOutHere(name, request);
  } catch (error) {
    if (!(error instanceof RecordError) || error.code !== 'workspace-served') throw error;
    const { workspace, progress = silentProgress } = request as { workspace: string; progress?: Progress };
    return (await askServer(workspace, name, wordsOf(name, request), progress, error)) as UseCaseAnswer<Name>;
  }
}

/** The address at which a workspace is served now, with its token; null when it is not. */
export function servedAt(workspace: string): string | null {
  try {
    const owner = readRecord(workspace).owner();
    if (owner?.address === undefined) return null;
    return owner.token === undefined || owner.address.startsWith('unix:')
      ? owner.address
      : `${owner.address}/?token=${owner.token}`;
  } catch (error) {
    if (error instanceof RecordError && error.code === 'not-a-workspace') return null;
    throw error;
  }
}

/** An address that opens a served workspace to one browser, once; null where its server gives none. */
export async function entranceOf(workspace: string): Promise<string | null> {
  const owner = readRecord(workspace).owner();
  if (owner?.address === undefined || owner.address.startsWith('unix:')) return null;
  const answer = await ask(owner, CODES_PATH, {}).catch(() => null);
  if (answer?.statusCode !== 200) return null;
  const { code } = (await bodyOf(answer)) as { code?: unknown };
  return typeof code === 'string' ? `${owner.address}/?code=${encodeURIComponent(code)}` : null;
}

async function askServer(
  workspace: string,
  name: string,
  words: Readonly<Record<string, unknown>>,
  progress: Progress,
  held: RecordError,
): Promise<unknown> {
  const owner = readRecord(workspace).owner();
  if (owner?.address === undefined || owner.token === undefined || !isOfThisMachine(owner.address)) throw held;
  let response: IncomingMessage;
  try {
    response = await ask(owner, COMMANDS_PATH, { command: name, request: words });
  } catch (cause) {
    throw new AppError('not-fetched', `the server at ${owner.address}, which holds this workspace, does not answer`, {
      place: workspace,
      cause,
    });
  }
  if (response.statusCode !== 200) throw await refusalOf(response, held);
  try {
    for await (const message of messagesOf(response)) {
      if ('step' in message) progress.step(message.step);
      else if ('note' in message) progress.note(message.note);
      else if ('detail' in message) progress.detail?.(message.detail);
      else if ('done' in message) progress.advance(message.done, message.total);
      else if ('answer' in message) return message.answer;
      else throw failureOf(message.failure);
    }
  } catch (error) {
    // A server that is killed leaves the answer unfinished.
    if (error instanceof AppError) throw error;
  } finally {
    progress.done();
  }
  throw new AppError('not-fetched', `the server at ${owner.address} ended before it had answered`, {
    place: workspace,
  });
}

/** Sends JSON to the server of a lock file, on its port or its socket, with the token beside its address. */
function ask(
  { address = '', token }: Pick<LockOwner, 'address' | 'token'>,
  path: string,
  body: object,
): Promise<IncomingMessage> {
  const place = address.startsWith('unix:')
    ? { socketPath: address.slice('unix:'.length), host: 'localhost' }
    : { host: new URL(address).hostname.replace(/^\[|\]$/g, ''), port: new URL(address).port };
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...place,
        path,
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      },
      resolve,
    );
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}

/** The token goes to this machine alone, whatever a lock file says. */
function isOfThisMachine(address: string): boolean {
  if (address.startsWith('unix:/')) return true;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

async function refusalOf(response: IncomingMessage, held: RecordError): Promise<Error> {
  const problem = (await bodyOf(response).catch(() => null)) as { code?: string; detail?: string } | null;
  if (problem?.detail === undefined) return held;
  return failureOf({ code: problem.code ?? 'refused-by-rule', message: problem.detail });
}

function failureOf({ code, message, place }: { code: string; message: string; place?: string | undefined }): AppError {
  return new AppError(code as AppErrorCode, message, { place });
}

async function bodyOf(response: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}

async function* messagesOf(body: IncomingMessage): AsyncGenerator<CommandMessage> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of body) {
    held += decoder.decode(chunk as Buffer, { stream: true });
    const lines = held.split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as CommandMessage;
  }
}
