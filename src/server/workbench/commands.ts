import { stream } from 'hono/streaming';
import { z } from 'zod';
import {
  type CommandMessage,
  carryOutOn,
  isUseCase,
  OWN_FAULT,
  problem,
  problemOf,
} from '../../app/workbench-facade.ts';
import type { Access } from '../access.ts';
import { checked, readJson, type WorkbenchApi } from './api.ts';
import { ProblemAnswer } from './problems.ts';

const commandBody = z.object({ command: z.string().max(100), request: z.record(z.string(), z.unknown()) });

/**
 * Carries a command of the command line out on the workspace that is held here: the very same use case. Files that the
 * request names are opened, so it takes the token itself, as the lock file has it; no page
 * knows it, and a cookie does not do. What happens is told line by line.
 */
export function addCommands({ app, workbench }: WorkbenchApi, access: Access, onError: (error: unknown) => void): void {
  // For a command that opens a browser on a workspace which another one serves.
  app.post('/codes', (c) => {
    if (!access.isBearer(c)) throw needsToken();
    return c.json({ code: access.issueCode() });
  });
  app.post('/commands', async (c) => {
    if (!access.isBearer(c)) throw needsToken();
    const { command, request } = checked(commandBody, await readJson(c), 'body');
    if (!isUseCase(command))
      throw new ProblemAnswer(
        problem(
          404,
          'no-such-command',
          `The server does not know "${command}": it runs another version; stop it first.`,
        ),
      );
    c.header('content-type', 'application/x-ndjson');
    return stream(c, async (out) => {
      let writing: Promise<unknown> = Promise.resolve();
      const tell = (message: CommandMessage): void => {
        writing = writing.then(() => out.write(`${JSON.stringify(message)}\n`)).catch(() => undefined);
      };
      let sent = 0;
      // Whoever ends the command on their side wants no more of it.
      const ending = new AbortController();
      out.onAbort(() => ending.abort());
      try {
        const answer = await carryOutOn(workbench.held, command, request, {
          step: (step) => tell({ step }),
          advance: (done, total) => {
            if (Date.now() - sent < TELL_MS) return;
            sent = Date.now();
            tell({ done, total });
          },
          detail: (detail) => {
            if (Date.now() - sent < TELL_MS) return;
            sent = Date.now();
            tell({ detail });
          },
          signal: ending.signal,
          note: (note) => tell({ note }),
          done: () => undefined,
        });
        tell({ answer });
      } catch (error) {
        const known = problemOf(error);
        if (known === null) onError(error);
        const { code, detail: message, place } = known ?? OWN_FAULT;
        tell({ failure: { code, message, place } });
      }
      await writing;
    });
  });
}

const TELL_MS = 80;

function needsToken(): ProblemAnswer {
  return new ProblemAnswer(problem(403, 'foreign', 'Commands are taken with the token of the lock file only.'));
}
