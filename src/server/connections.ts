import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How often a server looks for connections whose time is over; Node looks every 30 s, which is longer than any of ours lives. */
export const LOOK_MS = 2_000;

/** Well below the 1,024 files that a process may have open where the system gives it the fewest. */
const MOST = 512;

/**
 * Bounds the connections that a server holds, so that whoever opens them and says nothing does not use up the files that the
 * process may open: it could then neither answer nor write. `ofOneAddress` leaves room for others beside one that takes all.
 */
export function limitConnections(server: Server, { ofOneAddress = MOST } = {}): void {
  server.maxConnections = MOST;
  const held = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (held.get(address) ?? 0) + 1;
    held.set(address, count);
    socket.once('close', () => {
      const left = (held.get(address) ?? 1) - 1;
      if (left === 0) held.delete(address);
      else held.set(address, left);
    });
    if (count > ofOneAddress) socket.destroy();
  });
}
