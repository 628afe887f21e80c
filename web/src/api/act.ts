import { useState } from 'react';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import type { ActsDone } from '../../../src/app/workbench/contract/record/act.ts';
import { ensureActor } from '../session/actor.ts';
import { clearAlerts, say } from '../session/notices.ts';
import { createStore, useStore } from '../session/store.ts';
import { asProblem, postForm, postJson } from './client.ts';
import { refreshTo } from './queries.ts';

export type Acting = {
  /**
   * Posts an act in the acting person's name, asking who acts when nobody is named yet. `done` is said to the reader
   * afterwards. Null when the person gave no name or the server refused; `problem` says why. `kept` is called when the act is
   * in the record, before the page shows it: what `u` takes back is known by then, however long the page takes.
   */
  readonly act: <Done = ActsDone>(
    path: string,
    body: object | FormData,
    done?: string,
    kept?: (answer: Done) => void,
  ) => Promise<Done | null>;
  /** From the asking until the page shows what was done. */
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly clear: () => void;
};

/** How many acts of this window the server has not answered yet. */
const unanswered = createStore(0);

/** Whether the server has yet to answer an act of this window, of whichever component: which act is the last is not known. */
export function useUnanswered(): boolean {
  return useStore(unanswered, (count) => count > 0);
}

/** The one way in which a page makes acts. */
export function useAct(): Acting {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async <Done>(
    path: string,
    body: object | FormData,
    done?: string,
    kept?: (answer: Done) => void,
  ): Promise<Done | null> => {
    const by = await ensureActor();
    if (by === null) return null;
    setPending(true);
    setProblem(null);
    clearAlerts();
    try {
      const answer = await answerTo<Done>(path, body, by);
      kept?.(answer);
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

async function answerTo<Done>(path: string, body: object | FormData, by: string): Promise<Done> {
  unanswered.set(unanswered.get() + 1);
  try {
    if (!(body instanceof FormData)) return await postJson<Done>(path, { ...body, by });
    body.set('by', by);
    return await postForm<Done>(path, body);
  } finally {
    unanswered.set(unanswered.get() - 1);
  }
}

/** An answer that names the version of the record was an act; a job tells of its acts itself, by events. */
async function refreshAfter(answer: unknown): Promise<void> {
  if (typeof answer === 'object' && answer !== null && 'version' in answer) await refreshTo(String(answer.version));
}
