import { useState } from 'react';
import type { ActsDone } from '../../../src/app/workbench/contract/act.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import { ensureActor } from '../session/actor.ts';
import { clearAlerts, say } from '../session/notices.ts';
import { asProblem, postForm, postJson } from './client.ts';
import { refreshTo } from './queries.ts';

export type Acting = {
  /**
   * Posts an act in the acting person's name, asking who acts when nobody is named yet. `done` is said to the reader
   * afterwards. Null when the person gave no name or the server refused; `problem` says why.
   */
  readonly act: <Done = ActsDone>(path: string, body: object | FormData, done?: string) => Promise<Done | null>;
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly clear: () => void;
};

/** The one way in which a page makes acts. */
export function useAct(): Acting {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async <Done>(path: string, body: object | FormData, done?: string): Promise<Done | null> => {
    const by = await ensureActor();
    if (by === null) return null;
    setPending(true);
    setProblem(null);
    clearAlerts();
    try {
      if (body instanceof FormData) body.set('by', by);
      const answer =
        body instanceof FormData ? await postForm<Done>(path, body) : await postJson<Done>(path, { ...body, by });
      await refreshAfter(answer);
      if (done !== undefined) say(done);
      return answer;
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused);
      say(refused.detail, 'alert');
      return null;
    } finally {
      setPending(false);
    }
  };
  return { act, pending, problem, clear: () => setProblem(null) };
}

/** An answer that names the version of the record was an act; a job tells of its acts itself, by events. */
async function refreshAfter(answer: unknown): Promise<void> {
  if (typeof answer === 'object' && answer !== null && 'version' in answer) await refreshTo(String(answer.version));
}
