import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyTimeStamp } from '../../src/exchange/timestamp/time-stamp-reply.ts';
import { nonceFor, timeStampRequest } from '../../src/exchange/timestamp/time-stamp-request.ts';
import { panel } from '../cli/command.ts';
import { isFullCount } from '../full-count.ts';
import { growRecord } from './sample-record.ts';
import { hasOpenssl, timeAuthority } from './time-authority.ts';

let folder: string;
let workspace: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-stamp-'));
  workspace = join(folder, 'workspace');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!hasOpenssl())('a stamp of time', () => {
  it('is asked for by files, verified against roots, and renewed', async () => {
    const authority = timeAuthority(join(folder, 'tsa'));
    await growRecord(workspace, 3);
    const [query, reply] = [join(folder, 'q.tsq'), join(folder, 'r.tsr')];
    const stamp = (...more: string[]) => panel('record', 'stamp', '--workspace', workspace, ...more);
    const answered = async (...more: string[]) => {
      expect((await stamp('--query', query, ...more)).code).toBe(0);
      writeFileSync(reply, authority.reply(readFileSync(query)));
      // Work goes on while the stick travels.
      await growRecord(workspace, 1);
      return await stamp('--add', reply, '--tsa-roots', authority.roots);
    };
    const first = await answered();
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^Stamped at 4 acts by Test authority: 20.*4\.1\.tsr/);
    const note = readFileSync(join(workspace, 'record/cosigned/4'), 'utf8');
    writeFileSync(join(folder, 'text'), note.slice(0, note.indexOf('\n\n') + 1));
    // OpenSSL, which knows nothing of ours, takes the reply over the text of the note.
    const openssl = spawnSync('openssl', [
      'ts',
      '-verify',
      '-data',
      join(folder, 'text'),
      '-in',
      join(workspace, 'record/cosigned/4.1.tsr'),
      '-CAfile',
      authority.roots,
    ]);
    expect(openssl.status).toBe(0);
    const verify = (...more: string[]) => panel('record', 'verify', '--workspace', workspace, ...more);
    expect((await verify()).out).toContain('the authority was not checked');
    expect((await verify('--tsa-roots', authority.roots)).out).toMatch(
      /Stamped at 4 acts by Test authority: \S+ \S+$/m,
    );
    const stranger = timeAuthority(join(folder, 'other'));
    const unknown = await verify('--tsa-roots', stranger.roots);
    expect(unknown.code).toBe(1);
    expect(unknown.out).toContain('does not hold');
    // A reply to another request, a changed one, and one over other data are refused.
    writeFileSync(reply, authority.reply(timeStampRequest(Buffer.from('other'), nonceFor(Buffer.from('other'), 1))));
    expect((await stamp('--add', reply)).err).toContain('over no note that is kept here');
    const good = readFileSync(join(workspace, 'record/cosigned/4.1.tsr'));
    for (let at = 0; at < good.length; at += isFullCount ? 7 : 211) {
      const changed = Buffer.from(good);
      changed[at]! ^= 0x01;
      writeFileSync(join(workspace, 'record/cosigned/4.1.tsr'), changed);
      const { code, out } = await verify('--tsa-roots', authority.roots, '--json');
      const [judged] = JSON.parse(out).stamps;
      // A bit of the reply's outer dressing may change nothing that is said; what is said never changes.
      if (code === 0) expect(judged).toMatchObject({ authority: 'Test authority', rooted: true });
    }
    writeFileSync(join(workspace, 'record/cosigned/4.1.tsr'), good);
  });

  it('is asked for online, and the certificate must be one for stamping time', async () => {
    const authority = timeAuthority(join(folder, 'tsa'));
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(request.headers['content-type'] === 'application/timestamp-query' ? 200 : 400);
        response.end(authority.reply(Buffer.concat(chunks)));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      await growRecord(workspace, 3);
      expect((await panel('record', 'stamp', '--tsa', url, '--workspace', workspace)).code).toBe(0);
      expect((await panel('record', 'stamp', '--tsa', url, '--renew', '--workspace', workspace)).code).toBe(0);
      expect(readdirSync(join(workspace, 'record/cosigned')).sort()).toEqual(['4', '4.1.tsr', '4.2.tsr']);
      const { code, out } = await panel('record', 'verify', '--tsa-roots', authority.roots, '--workspace', workspace);
      expect(code).toBe(0);
      expect(out.match(/^Stamped at 4 acts/gm)).toHaveLength(2);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    expect((await panel('record', 'stamp', '--tsa', url, '--workspace', workspace)).err).toContain('does not answer');
    expect((await panel('record', 'stamp', '--workspace', workspace)).code).toBe(2);
    const data = Buffer.from('data');
    await expect(
      verifyTimeStamp(authority.reply(timeStampRequest(data, nonceFor(data, 1))), Buffer.from('other'), null),
    ).rejects.toMatchObject({ code: 'bad-time-stamp' });
  });
});
