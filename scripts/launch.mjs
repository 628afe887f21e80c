// The one entry of a checkout: `npm start`, `npm test`, `npm run panel` and `npm run build` all come here.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeInstalled, makeReady, root } from './readiness.mjs';

const [door, ...rest] = process.argv.slice(2);

switch (door) {
  case 'panel':
    makeReady();
    await runPanel(rest);
    break;
  case 'start':
    makeReady();
    await runPanel(['start', ...rest]);
    break;
  case 'build':
    makeReady();
    break;
  case 'test': {
    makeInstalled();
    makeReady();
    const done = spawnSync(process.execPath, [join(root, 'scripts', 'test.mjs'), ...rest], {
      cwd: root,
      stdio: 'inherit',
    });
    process.exitCode = done.status ?? 1;
    break;
  }
  default:
    process.stderr.write('usage: node scripts/launch.mjs start|panel|test|build [arguments]\n');
    process.exitCode = 2;
}

/** Runs the command line in this process: a second Node would double the start-up time. */
async function runPanel(args) {
  const main = join(root, 'dist', 'cli', 'main.js');
  // npm runs scripts in the package's folder; the user's own folder is where relative paths of arguments are meant.
  if (process.env.INIT_CWD && door === 'panel') process.chdir(process.env.INIT_CWD);
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
}
