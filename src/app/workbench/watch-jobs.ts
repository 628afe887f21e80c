import type { z } from 'zod';
import { AppError } from '../errors.ts';
import { cosignRecord } from '../exchange/cosign.ts';
import { followedActs, followRecord } from '../exchange/follow.ts';
import { recordedPolicy } from '../exchange/recorded-policy.ts';
import type { lookRequest } from './contract/exchange.ts';
import type { Job } from './contract/job.ts';
import type { Workbench } from './held/workbench.ts';

/** Has the witnesses of a sent policy, or of the one that the record names, cosign the record, as a job. */
export function askWitnesses(
  workbench: Workbench,
  { policy, remove }: { readonly policy?: string; remove(): Promise<void> },
): Job {
  return workbench.jobs.start('ask-witnesses', async (progress) => {
    progress.step('Asking the witnesses');
    try {
      const asked = await cosignRecord({
        workspace: workbench.held,
        policy: policy ?? { text: await ownPolicy(workbench) },
      });
      return {
        size: asked.size,
        quorum: asked.quorum,
        needs: asked.needs,
        cosigned: asked.cosigned.map(({ name, time }) => ({ name, at: time })),
        missing: asked.missing.map(({ name, why }) => ({ name, why })),
        messages: asked.messages,
      };
    } finally {
      await remove();
    }
  });
}

async function ownPolicy({ held }: Workbench): Promise<string> {
  const text = recordedPolicy(await held.derivation.acts());
  if (text !== null) return text;
  throw new AppError('no-policy', 'the record names no policy yet: choose a file that says which witnesses there are');
}

/** Looks at the log of another as a job: where it is said to be, or once more where it was looked at last, under the same policy. */
export function lookAtLog(workbench: Workbench, { name, target, key }: z.output<typeof lookRequest>): Job {
  return workbench.jobs.start('look-at-log', async (progress) => {
    progress.step(`Looking at the log of ${name}`);
    const last = followedActs(await workbench.held.derivation.acts()).findLast(({ body }) => body.name === name)?.body;
    const place = target ?? last?.way;
    if (place === undefined)
      throw new AppError('bad-option', `say where the log of ${name} is published`, { place: 'target' });
    const { act, good, messages } = await followRecord({
      workspace: workbench.held,
      target: place,
      name,
      key,
      policy: typeof last?.policy === 'string' ? { text: last.policy } : undefined,
      maxAge: last?.maxAge ?? undefined,
    });
    return { act, good, messages };
  });
}
