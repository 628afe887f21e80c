import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { addWitnessedLog, openWitness } from '../../src/app/exchange/witness.ts';
import { serveWitness } from '../../src/server/witness-server.ts';
import { sampleLog } from '../exchange/sample-log.ts';
import { serveWorkspace } from '../server/served-workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const served = serveWorkspace();
const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

const portOf = (address: string): number => Number(new URL(address).port);

/** Connections that begin a request and never end it. @returns those that the server lets stand */
async function openSlow(port: number, count: number, said: string): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    socket.resume();
    socket.write(said);
    return socket;
  });
  open.push(...sockets);
  // Time for the server to take them and close what it does not take.
  await pause(1500);
  return standing(sockets);
}

const standing = (sockets: readonly Socket[]): Socket[] =>
  sockets.filter((socket) => !socket.destroyed && socket.readyState === 'open');

/** The status of an answer to somebody who asks from another address of this machine. */
function statusFor(localAddress: string, port: number): Promise<number | string> {
  return new Promise((resolve) => {
    request({ host: '127.0.0.1', port, path: '/x', localAddress, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', ({ message }) => resolve(message))
      .end();
  });
}

describe('who opens connections and says nothing', () => {
  // Of the whole network 127.0.0.0/8 only Linux has every address without being told.
  it.skipIf(process.platform !== 'linux')(
    'keeps no other from a witness, and is dropped in time',
    async () => {
      const dir = join(temporaryFolder(), 'witness');
      await addWitnessedLog({ dir, name: 'w.example/w', log: sampleLog().vkey });
      const errors: unknown[] = [];
      const serving = await serveWitness(openWitness(dir), {
        host: '127.0.0.1',
        port: 0,
        onError: (error) => errors.push(error),
      });
      try {
        const port = portOf(serving.address);
        const held = await openSlow(
          port,
          200,
          'POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 60000\r\n\r\nold',
        );
        expect(held).toHaveLength(64);
        expect(await statusFor('127.0.0.2', port)).toBe(404);
        await pause(19_000);
        expect(standing(held)).toEqual([]);
        expect(await statusFor('127.0.0.1', port)).toBe(404);
        // What a client breaks off is nothing that the operator could mend.
        expect(errors).toEqual([]);
      } finally {
        await serving.stop();
      }
    },
    60_000,
  );

  it('leaves a served workspace the files that it needs', async () => {
    const held = await openSlow(portOf(served.address), 700, 'GET / HTTP/1.1\r\nHost: 127');
    expect(held.length).toBeGreaterThan(400);
    expect(held.length).toBeLessThanOrEqual(512);
    for (const socket of held) socket.destroy();
    await pause(500);
    expect((await served.ask('/claims')).status).toBe(200);
  }, 60_000);
});
