import { RecordError } from '../../record/errors.ts';
import { readRecord } from '../../record/read-record.ts';
import { AppError, type AppErrorCode } from '../errors.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { carryOutHere, type UseCaseAnswer, type UseCaseName, type UseCaseRequest, wordsOf } from './use-cases.ts';

/** What a server says while it carries a command out: one a line, the last one the answer or the failure. */
export type CommandMessage =
  | { readonly step: string }
  | { readonly done: number; readonly total: number | null }
  | { readonly note: string }
  | { readonly answer: unknown }
  | { readonly failure: { readonly code: string; readonly message: string; readonly place?: string | undefined } };

/** Where a server takes commands, below its address. */
export const COMMANDS_PATH = '/api/v1/commands';

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

/** The address at which a workspace is served now; null when it is not. */
export function servedAt(workspace: string): string | null {
  try {
    return readRecord(workspace).owner()?.address ?? null;
  } catch (error) {
    if (error instanceof RecordError && error.code === 'not-a-workspace') return null;
    throw error;
  }
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
  let response: Response;
  try {
    response = await fetch(`${owner.address}${COMMANDS_PATH}`, {
      method: 'POST',
      redirect: 'error',
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ command: name, request: words }),
    });
  } catch (cause) {
    throw new AppError('not-fetched', `the server at ${owner.address}, which holds this workspace, does not answer`, {
      place: workspace,
      cause,
    });
  }
  if (!response.ok || response.body === null) throw await refusalOf(response, held);
  try {
    for await (const message of messagesOf(response.body)) {
      if ('step' in message) progress.step(message.step);
      else if ('note' in message) progress.note(message.note);
      else if ('done' in message) progress.advance(message.done, message.total);
      else if ('answer' in message) return message.answer;
      else throw failureOf(message.failure);
    }
  } finally {
    progress.done();
  }
  throw new AppError('not-fetched', `the server at ${owner.address} ended before it had answered`, {
    place: workspace,
  });
}

/** The token goes to this machine alone, whatever a lock file says. */
function isOfThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

async function refusalOf(response: Response, held: RecordError): Promise<Error> {
  const problem = (await response.json().catch(() => null)) as { code?: string; detail?: string } | null;
  if (problem?.detail === undefined) return held;
  return failureOf({ code: problem.code ?? 'refused-by-rule', message: problem.detail });
}

function failureOf({ code, message, place }: { code: string; message: string; place?: string | undefined }): AppError {
  return new AppError(code as AppErrorCode, message, { place });
}

async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<CommandMessage> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of body) {
    held += decoder.decode(chunk, { stream: true });
    const lines = held.split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as CommandMessage;
  }
}
