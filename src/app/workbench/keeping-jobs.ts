import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../errors.ts';
import { continueRecord } from '../exchange/continue-record.ts';
import { mirrorRecord } from '../exchange/mirror.ts';
import { publishRecord } from '../exchange/publish-record.ts';
import { type StampResult, stampRecord } from '../exchange/stamp.ts';
import { withoutCredentials } from '../standing/address-words.ts';
import type { Job, JobResult } from './contract/job.ts';
import type {
  mirrorRequest,
  publishRequest,
  StampQuery,
  stampQueryRequest,
  stampRequest,
} from './contract/record/keeping.ts';
import type { Workbench } from './held/workbench.ts';

/** A file that was sent; whoever has read it removes it. */
type SentFile = { readonly file: string; remove(): Promise<void> };

/** Has an authority stamp the time, as a job. */
export function stampTime({ jobs, held }: Workbench, { tsa, renew }: z.output<typeof stampRequest>): Job {
  return jobs.start('stamp-time', async (progress) => {
    progress.step('Asking the authority');
    return stampTakenOf(await stampRecord({ workspace: held, tsa, renew }));
  });
}

/** What an authority is asked where somebody carries the question there. */
export async function stampQueryFile(
  { held }: Workbench,
  { renew }: z.output<typeof stampQueryRequest>,
): Promise<StampQuery> {
  const folder = held.record.temporaryFolder();
  try {
    const query = join(folder, 'query.tsq');
    const { size } = await stampRecord({ workspace: held, query, renew });
    return { size, name: `at-${size}-acts.tsq`, base64: readFileSync(query).toString('base64') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes an authority's reply, as a job. */
export function takeStampReply({ jobs, held }: Workbench, { file, remove }: SentFile): Job {
  return jobs.start('stamp-time', async (progress) => {
    progress.step('Verifying the reply');
    try {
      return stampTakenOf(await stampRecord({ workspace: held, add: file }));
    } finally {
      await remove();
    }
  });
}

function stampTakenOf({ size, name, time, authority, expires }: StampResult): JobResult<'stamp-time'> {
  return { size, name: name ?? '', at: time ?? '', authority: authority ?? '', expires: expires ?? '' };
}

/** Publishes the log at the place that the server was started with, as a job. @throws AppError `refused-by-rule` without one */
export function publishAtPlace({ jobs, held, places }: Workbench, { extent }: z.output<typeof publishRequest>): Job {
  const target = placeOf(places.publication, 'publish to', '--publish');
  return jobs.start('publish-record', async (progress) => {
    progress.step('Publishing');
    const { way, size, root, written, unchanged, cosigned } = await publishRecord({ workspace: held, target, extent });
    return { way, size, root, written, unchanged, cosigned };
  });
}

/** Brings the copy at the place that the server was started with abreast, or checks it, as a job. @throws as `publishAtPlace` */
export function mirrorAtPlace({ jobs, held, places }: Workbench, { mode }: z.output<typeof mirrorRequest>): Job {
  const target = placeOf(places.copy, 'copy to', '--mirror');
  return jobs.start('mirror-record', async (progress) => {
    progress.step(mode === 'copy' ? 'Copying and checking' : 'Checking the copy');
    if (mode === 'copy') await held.record.checkpoint();
    const { acts, documents, copied, whole, faults } = await mirrorRecord({ workspace: held.folder, target, mode });
    return { place: withoutCredentials(target), acts, documents, copied, whole, faults };
  });
}

function placeOf(place: string | null, what: string, option: string): string {
  if (place !== null) return place;
  throw new AppError('refused-by-rule', `no place to ${what} is named: start the workbench with ${option} PLACE`);
}

export type Continuation = {
  readonly by: string;
  readonly reason: string;
  /** An exported record of somebody else; without one it is this record. */
  readonly file?: string;
  remove(): Promise<void>;
};

/** Begins a new log in a workspace of its own, beside the one that is served, as a job. */
export function continueInNewLog({ jobs, held }: Workbench, { by, reason, file, remove }: Continuation): Job {
  return jobs.start('continue-record', async (progress) => {
    try {
      if (file === undefined) await held.record.checkpoint();
      const workspace = freeFolder(held.folder);
      const { origin, vkey, continues, acts, documents } = await continueRecord({
        from: file ?? held.folder,
        workspace,
        by,
        reason,
        progress,
      });
      return {
        workspace,
        origin,
        vkey,
        from: { origin: continues.origin, size: continues.size },
        acts,
        documents,
      };
    } finally {
      await remove();
    }
  });
}

function freeFolder(folder: string): string {
  const stem = `${resolve(folder)}-continued`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!existsSync(name)) return name;
  }
}
