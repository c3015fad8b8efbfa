// Owns answering whether the server is well, which is asked before anything else and often: it does without the framework, whose first
// request takes as long as a start.
import type { ServerResponse } from 'node:http';
import type { Runtime } from '#lib/server/runtime.ts';
import { logAnswer } from '#lib/server/log/log-answer.ts';
import { isWell } from '#lib/server/operations/is-well.ts';

/** @param response with the headers that every answer has. */
export function sendHealth(response: ServerResponse, runtime: Runtime): void {
  const status = isWell(runtime) ? 200 : 503;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(status === 200 ? 'ok' : 'unwell');
  if (runtime.settings.logs) logAnswer({ route: '/healthz', method: 'GET', status, milliseconds: 0 });
}
