/**
 * Loaded before a program (`node --import`): keeps beside a folder what a disk would hold of it after a power cut, if the disk
 * kept nothing that was not synced. A file lasts as it was when it was last synced, a name when its folder was. This is
 * harsher than most file systems, and what POSIX promises.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, relative } from 'node:path';

const folder = process.env.FORGETFUL_FOLDER;
const image = process.env.FORGETFUL_IMAGE;
const real = { ...fs };

function keyOf(stats) {
  // An inode's number is given again to another file; its birth is not.
  return `${stats.ino}-${stats.birthtimeNs}`;
}

function put(path, content) {
  real.writeFileSync(`${path}.part`, content);
  real.renameSync(`${path}.part`, path);
}

function keep(path) {
  if (path !== folder && !path.startsWith(`${folder}/`)) return;
  const stats = real.statSync(path, { bigint: true });
  if (!stats.isDirectory()) return put(join(image, 'files', keyOf(stats)), real.readFileSync(path));
  const entries = real.readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = real.lstatSync(join(path, entry.name), { bigint: true, throwIfNoEntry: false });
    return inner === undefined ? [] : [[entry.name, entry.isDirectory() ? null : keyOf(inner)]];
  });
  put(join(image, 'folders', encodeURIComponent(`./${relative(folder, path)}`)), JSON.stringify(entries));
}

function keepAll(path) {
  keep(path);
  for (const entry of real.readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) keepAll(inner);
    else keep(inner);
  }
}

function keepDescriptor(descriptor) {
  const path = real.readlinkSync(`/proc/self/fd/${descriptor}`);
  if (!path.endsWith(' (deleted)')) keep(path);
}

for (const name of ['files', 'folders']) real.mkdirSync(join(image, name), { recursive: true });
keepAll(folder);

for (const name of ['fsyncSync', 'fdatasyncSync']) fs[name] = (descriptor) => keepDescriptor(descriptor);
for (const name of ['fsync', 'fdatasync'])
  fs[name] = (descriptor, done) =>
    setImmediate(() => {
      keepDescriptor(descriptor);
      done(null);
    });
const openLater = fs.promises.open;
fs.promises.open = async (...given) => {
  const handle = await openLater(...given);
  const sync = async () => keepDescriptor(handle.fd);
  handle.sync = sync;
  handle.datasync = sync;
  return handle;
};
syncBuiltinESMExports();
