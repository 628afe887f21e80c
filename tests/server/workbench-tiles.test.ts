import { readdirSync, readlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { openWorkbench, type WorkbenchRequest } from '../../src/app/workbench/held/workbench.ts';
import { serverApp } from '../../src/server/app.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { makeTiles } from '../workbench/make-tiles.ts';
import { accessTo } from './served-workspace.ts';

/** How often this process holds a file open. */
function timesOpen(path: string): number {
  return readdirSync('/proc/self/fd').filter((number) => {
    try {
      return readlinkSync(`/proc/self/fd/${number}`) === path;
    } catch {
      // The one by which the folder was listed.
      return false;
    }
  }).length;
}

describe.skipIf(process.platform !== 'linux')('a map of the user’s own that is served', () => {
  const folder = temporaryFolder();
  const map = join(folder, 'own.pmtiles');
  const bytes = makeTiles([1, 2, 3], {});
  writeFileSync(map, bytes);
  const request = (name: string): WorkbenchRequest => ({
    workspace: join(folder, name),
    tiles: map,
    progress: silentProgress,
    command: 'test',
    onError: (error) => {
      throw error;
    },
  });

  it('is given free where the workspace cannot be opened', async () => {
    await expect(openWorkbench({ ...request('none'), create: false })).rejects.toThrow();
    expect(timesOpen(map)).toBe(0);
  });

  it('is told to be shorter than it was, and where it ends; whatever a job comes to, it is given free with the workspace', async () => {
    const workbench = await openWorkbench(request('new'));
    const program = serverApp({ workbench }, { access: accessTo(workbench) });
    const ask = async (range: string): Promise<Response> => {
      const headers = { host: 'localhost', authorization: `Bearer ${workbench.token}`, range: `bytes=${range}` };
      return await program.fetch(new Request('http://localhost/api/v1/ships/map/tiles', { headers }));
    };
    const told = (answer: Response): unknown => [answer.status, answer.headers.get('content-range')];
    const size = bytes.length;
    expect(told(await ask(`10-${size + 99}`))).toEqual([206, `bytes 10-${size - 1}/${size}`]);
    expect(told(await ask(`${size}-${size + 9}`))).toEqual([416, `bytes */${size}`]);
    truncateSync(map, 20);
    for (const range of ['10-29', '20-29', '40-49']) {
      const answer = await ask(range);
      expect(told(answer), range).toEqual([503, null]);
      expect(((await answer.json()) as { readonly code: string }).code).toBe('map-cut-short');
    }
    expect(told(await ask('10-19'))).toEqual([206, `bytes 10-19/${size}`]);

    let fail = (): void => undefined;
    workbench.jobs.start(
      'verify',
      () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error('of the program’s own'));
        }),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(timesOpen(map)).toBe(1);
    const closed = workbench.close();
    fail();
    await expect(closed).rejects.toThrow('of the program’s own');
    expect(timesOpen(map)).toBe(0);
    writeFileSync(map, bytes);
    await (await openWorkbench(request('new'))).close();
  });
});
