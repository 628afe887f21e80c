import { existsSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { timestampOf } from '../../core/time/clock.ts';
import { AppError } from '../errors.ts';
import { listReceived, receivePackage } from '../exchange/receive.ts';
import { shareActs } from '../exchange/share.ts';
import type { Job } from './contract/job.ts';
import type { Page } from './contract/page.ts';
import type { makePackageRequest, Statement } from './contract/record/exchange.ts';
import { type PageQuery, pageOf } from './held/page.ts';
import type { Workbench } from './held/workbench.ts';

/** What others have stated, the newest first. */
export async function statementPage({ held }: Workbench, page: PageQuery): Promise<Page<Statement>> {
  const statements = await listReceived({ workspace: held.folder });
  return pageOf(statements.toReversed(), ({ act }) => act, page, {});
}

/** Packages lie under `shared/` of the workspace, encrypted, until their maker removes them: what was logged as gone can be got. */
const PACKAGE_NAME = /^package-\d{8}T\d{6}Z(?:-\d+)?\.age$/;

/** Makes a package as a job; it is there to be got when the job is done. */
export function makePackage(workbench: Workbench, request: z.output<typeof makePackageRequest>, now: () => Date): Job {
  return workbench.jobs.start('make-package', async (progress) => {
    progress.step('Encrypting the package');
    const { protected: of, marking = '', ...asked } = request;
    const name = freeName(packageFolder(workbench), now());
    const { acts, documents, shared } = await shareActs({
      ...asked,
      workspace: workbench.held,
      marking: marking === '' ? undefined : marking,
      withProtected: of === 'go',
      withoutProtected: of === 'stay',
      out: join(packageFolder(workbench), name),
    });
    return { name, acts, documents, shared };
  });
}

function packageFolder({ held }: Workbench): string {
  return join(held.folder, 'shared');
}

function freeName(folder: string, at: Date): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AppError('not-written', `the package could not be written: ${(cause as Error).message}`, {
      place: folder,
      cause,
    });
  }
  const stem = `package-${timestampOf(at).slice(0, 19).replace(/[-:]/g, '')}Z`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}.age` : `${stem}-${number}.age`;
    if (!existsSync(join(folder, name))) return name;
  }
}

/** A package's bytes. @throws AppError `no-such-report` for every name that no package has */
export async function packageFile(workbench: Workbench, name: string): Promise<Uint8Array> {
  const path = join(packageFolder(workbench), name);
  if (!PACKAGE_NAME.test(name) || !existsSync(path))
    throw new AppError('no-such-report', 'there is no such package here; it may have been removed', {
      place: name.slice(0, 80),
    });
  return await readFile(path);
}

/** A package as it was sent, and who takes it in. */
export type SentPackage = {
  readonly file: string;
  readonly by: string;
  readonly name?: string | undefined;
  readonly key?: string | undefined;
  /** Removes the file. */
  remove(): Promise<void>;
};

/** Opens a package that was sent as a job, and logs its acts as the word of the sender. */
export function takePackage(workbench: Workbench, { file, by, name, key, remove }: SentPackage): Job {
  return workbench.jobs.start('receive-package', async (progress) => {
    progress.step('Verifying the package');
    try {
      return await receivePackage({ workspace: workbench.held, file, by, name, key });
    } finally {
      await remove();
    }
  });
}
