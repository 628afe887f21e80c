import { spawn, spawnSync } from 'node:child_process';

/** Opens a file with the desktop's own browser. Returns false where there is no desktop to open it on. */
export function openInBrowser(path: string): boolean {
  const [command, ...args] = openerOf(path);
  if (command === undefined) return false;
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
  return true;
}

function openerOf(path: string): string[] {
  if (process.platform === 'darwin') return ['open', path];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', path];
  const hasDesktop = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  const hasOpener = hasDesktop && spawnSync('which', ['xdg-open'], { stdio: 'ignore' }).status === 0;
  return hasOpener ? ['xdg-open', path] : [];
}
