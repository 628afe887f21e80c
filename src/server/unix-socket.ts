import { existsSync, lstatSync, rmSync } from 'node:fs';
import { createConnection, type Server } from 'node:net';
import { resolve } from 'node:path';

/** What the systems take for the path of a socket, in bytes (sockaddr_un: 104 on macOS, 108 on Linux, with the zero at its end). */
const MOST_PATH_BYTES = 103;

/**
 * Listens on a socket in the file system that this user alone may open. One that a killed server left is replaced, one that
 * answers is not.
 * @throws Error saying what is wrong with the path
 */
export async function listenOnSocket(server: Server, given: string): Promise<string> {
  const path = resolve(given);
  if (Buffer.byteLength(path) > MOST_PATH_BYTES)
    throw new Error(
      `the path of the socket is too long (${Buffer.byteLength(path)} bytes, at most ${MOST_PATH_BYTES})`,
    );
  if (existsSync(path)) {
    if (!lstatSync(path).isSocket()) throw new Error(`${given} is a file and no socket; name another with --socket`);
    if (await answers(path)) throw new Error(`another program listens on ${given}; name another socket`);
    rmSync(path);
  }
  await new Promise<void>((settle, reject) => {
    server.once('error', reject);
    // The socket is made within this call; between making it and a change of its mode, anybody could open it.
    const before = process.umask(0o177);
    try {
      server.listen(path, () => {
        server.off('error', reject);
        settle();
      });
    } finally {
      process.umask(before);
    }
  });
  return path;
}

function answers(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const connection = createConnection(path);
    connection.once('connect', () => {
      connection.destroy();
      settle(true);
    });
    connection.once('error', () => settle(false));
  });
}
