import { lstatSync, realpathSync, rmSync, type Stats, statSync } from 'node:fs';
import { createConnection, type Server } from 'node:net';
import { dirname, resolve } from 'node:path';

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
  refuseSharedFolder(dirname(path), given);
  // A link is a file and no socket, also one that leads to a socket or nowhere.
  const held = lstatSync(path, { throwIfNoEntry: false });
  if (held !== undefined) {
    if (!held.isSocket()) throw new Error(`${given} is a file and no socket; name another with --socket`);
    if (await isListenedOn(path)) throw new Error(`another program listens on ${given}; name another socket`);
    rmSync(path, { force: true });
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

/**
 * Whoever may rename files in a folder on the way to the socket can put one of their own in its place, and is then told what the
 * owner's programs send: the token, and acts. In a folder with the sticky bit, such as /tmp, only owners rename.
 */
function refuseSharedFolder(folder: string, given: string): void {
  let real: string;
  try {
    real = realpathSync(folder);
  } catch (cause) {
    throw new Error(`the folder of the socket ${given} is not there`, { cause });
  }
  for (let at = real; ; at = dirname(at)) {
    if (isChangedByOthers(statSync(at)))
      throw new Error(
        `other users can put another socket in the place of ${given}, since ${at} is not yours alone to change; name one in a folder that is, or take their right to write there (chmod go-w)`,
      );
    if (dirname(at) === at) return;
  }
}

function isChangedByOthers({ mode, uid }: Stats): boolean {
  const own = process.getuid?.();
  // Windows has no such modes.
  if (own === undefined) return false;
  return (uid !== own && uid !== 0) || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0);
}

/** Only a socket whose program has ended refuses a connection; one that may not be opened is somebody else's, and is used. */
function isListenedOn(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const connection = createConnection(path);
    connection.once('connect', () => {
      connection.destroy();
      settle(true);
    });
    connection.once('error', ({ code }: NodeJS.ErrnoException) => settle(code !== 'ECONNREFUSED' && code !== 'ENOENT'));
  });
}
