import { readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../errors.ts';
import { type CosignResult, cosignRecord } from '../exchange/cosign.ts';
import { followedActs, followRecord } from '../exchange/follow.ts';
import { recordedPolicy } from '../exchange/recorded-policy.ts';
import type { Job, JobResult } from './contract/job.ts';
import type { cosignForm, lookRequest } from './contract/record/watching.ts';
import type { Workbench } from './held/workbench.ts';

type SentPolicy = {
  /** A policy that was sent; without one it is that which the record names. */
  readonly policy?: string;
  /** Over the network, or by files that somebody carries. */
  readonly way: z.output<typeof cosignForm.fields>['way'];
  remove(): Promise<void>;
};

/** Has the witnesses of a policy cosign the record as a job, or writes what is to be carried to them. */
export function askWitnesses(workbench: Workbench, { policy, way, remove }: SentPolicy): Job {
  return workbench.jobs.start('ask-witnesses', async (progress) => {
    progress.step(way === 'online' ? 'Asking the witnesses' : 'Writing what the witnesses are asked');
    const { held } = workbench;
    const request = way === 'online' ? undefined : held.record.temporaryFolder();
    try {
      const asked = await cosignRecord({
        workspace: held,
        policy: policy ?? { text: await ownPolicy(workbench) },
        request,
      });
      return witnessesAskedOf(asked);
    } finally {
      if (request !== undefined) rmSync(request, { recursive: true, force: true });
      await remove();
    }
  });
}

/** Adds signature lines that a witness of the record's policy gave, as a job. */
export function takeCosignedLines(
  workbench: Workbench,
  { file, remove }: { readonly file: string; remove(): Promise<void> },
): Job {
  return workbench.jobs.start('ask-witnesses', async (progress) => {
    progress.step('Verifying the signature lines');
    try {
      const policy = { text: await ownPolicy(workbench) };
      return witnessesAskedOf(await cosignRecord({ workspace: workbench.held, policy, add: file }));
    } finally {
      await remove();
    }
  });
}

function witnessesAskedOf({ size, quorum, needs, cosigned, missing, requests, messages }: CosignResult) {
  return {
    size,
    quorum,
    needs,
    cosigned: cosigned.map(({ name, key, time }) => ({ name, key, at: time })),
    // Where its request lies on its way to the page is nobody's concern.
    missing: missing.map(({ name, why }) => ({
      name,
      why: requests.length > 0 ? 'its request is to be carried there' : why,
    })),
    messages,
    requests: requests.map((file) => ({ name: basename(file), text: readFileSync(file, 'utf8') })),
  } satisfies JobResult<'ask-witnesses'>;
}

async function ownPolicy({ held }: Workbench): Promise<string> {
  const text = recordedPolicy((await held.derivation.log()).acts);
  if (text !== null) return text;
  throw new AppError('no-policy', 'the record names no policy yet: choose a file that says which witnesses there are');
}

/** Looks at the log of another as a job: where it is said to be, or once more where it was looked at last, under the same policy. */
export function lookAtLog(workbench: Workbench, { name, target, key }: z.output<typeof lookRequest>): Job {
  return workbench.jobs.start('look-at-log', async (progress) => {
    progress.step(`Looking at the log of ${name}`);
    const last = followedActs((await workbench.held.derivation.log()).acts).findLast(
      ({ body }) => body.name === name,
    )?.body;
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
