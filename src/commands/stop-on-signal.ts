// Owns ending the server: what is under way is finished, nothing new is taken, the databases are closed, within a bounded time.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { describeError } from '#lib/server/log/describe-error.ts';
import { logEvent } from '#lib/server/log/log-event.ts';

/** Milliseconds for requests under way, and then for closing. A service manager waits longer before it kills. */
const patience = { requests: 10_000, closing: 5_000 };

/** Connections on which no request is under way: browsers open some in advance and keep others. */
function trackIdle(server: Server): { readonly closeIdle: () => void } {
  const busy = new Map<Socket, number>();
  let stopping = false;
  server.on('connection', (socket) => {
    busy.set(socket, 0);
    socket.once('close', () => busy.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    // What was answered at once, from memory, is under way no more.
    if (response.writableEnded) return;
    busy.set(socket, (busy.get(socket) ?? 0) + 1);
    response.once('close', () => {
      if (busy.has(socket)) busy.set(socket, (busy.get(socket) ?? 1) - 1);
      if (stopping) closeIdle();
    });
  });
  const closeIdle = (): void => {
    stopping = true;
    for (const [socket, requests] of busy) if (requests === 0) socket.end();
  };
  return { closeIdle };
}

/** @param close closes everything else, once no request is under way any more. */
export function stopOnSignal(server: Server, close: () => Promise<void>): void {
  const { closeIdle } = trackIdle(server);
  const stop = (): void => {
    const cutOff = setTimeout(() => server.closeAllConnections(), patience.requests);
    server.close(() => {
      clearTimeout(cutOff);
      setTimeout(() => process.exit(0), patience.closing).unref();
      close().then(
        () => process.exit(0),
        (thrown: unknown) => {
          logEvent({ level: 'error', event: 'error', ...describeError(thrown) });
          process.exit(1);
        }
      );
    });
    closeIdle();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
