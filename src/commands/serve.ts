// Owns running the built program: production behind a proxy, or the demonstration on loopback.
import compression from 'compression';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeError } from '#lib/server/log/describe-error.ts';
import { quick } from '#lib/server/kept/compressed.ts';
import { contentVersion } from '#lib/server/db/content-version.ts';
import { keepAnswers } from '#lib/server/kept/keep-answers.ts';
import { logAnswer } from '#lib/server/log/log-answer.ts';
import { logEvent } from '#lib/server/log/log-event.ts';
import { openControl } from '#lib/server/operations/control.ts';
import { closeRuntime, runtime, type Runtime } from '#lib/server/runtime.ts';
import { readSettings } from '#lib/server/settings.ts';
import { startCaretaker } from './caretaker.ts';
import type { Command } from './command.ts';
import { setBareHeaders } from './bare-answers.ts';
import { projectFile } from '#lib/server/db/project-file.ts';
import { preparePortal } from './data-folder.ts';
import { sendHealth } from './send-health.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const help = `Usage: npm run sigida -- serve [--demonstration] [--log]

Serves the built program. Production needs ORIGIN (https://…) and a secret of at least 32 characters in
SIGIDA_SECRET, SIGIDA_SECRET_FILE or the credential "sigida-secret". It binds to HOST (default 127.0.0.1) and
PORT (default 3000), and keeps its data in SIGIDA_DATA (default: data). Each hour it makes a backup in SIGIDA_BACKUPS
(default: the folder backups in the data folder; "off" makes none). SIGTERM finishes what is under way.
It writes one line of JSON for each request and event to standard output, never an address, a path or what was typed.

  --demonstration   serve the demonstration, on loopback only
  --log             write those lines in the demonstration too`;

export const serve: Command = {
  run: async (args) => {
    const options = {
      help: { type: 'boolean', short: 'h' },
      demonstration: { type: 'boolean' },
      log: { type: 'boolean' }
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return (console.log(help), 0);
    const demonstration = values.demonstration ?? false;
    const port = readPort();
    const host = demonstration ? '127.0.0.1' : (process.env['HOST'] ?? '127.0.0.1');
    if (demonstration) setDemonstration(port);
    process.env['BODY_SIZE_LIMIT'] ??= ceiling;
    if (values.log) process.env['SIGIDA_LOG'] = '1';
    const settings = readSettings();
    requireOrigin(settings.origin);
    const db = preparePortal(settings.data);
    if (demonstration) {
      const { renewSignIns } = await import('../../scripts/seeds/staff.ts');
      renewSignIns({ db, settings }, new Date());
    }
    // Opened anew once the box is held, since a restore may have come before; closed after that, or the file's log would be emptied.
    const opened = runtime();
    db.$client.close();
    const listener = await requestListener(opened, settings.origin);
    const control = await openControl(opened);
    const server = await listen(listener, port, host);
    const caretaker = startCaretaker(opened, firstAnswer(server));
    stopOnSignal(server, async () => {
      control?.close();
      await caretaker.stop();
      closeRuntime(opened);
    });
    if (demonstration) announce(settings.data, settings.origin);
    if (settings.logs) logLife();
    return 0;
  }
};

/** Of any request. Each route has a smaller limit of its own; up to here what is too much is answered in words. */
const ceiling = '64M';

function readPort(): number {
  const port = Number(process.env['PORT'] ?? 3000);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT must be a number from 0 to 65535, not "${process.env['PORT']}".`);
}

function setDemonstration(port: number): void {
  process.env['SIGIDA_DEMONSTRATION'] = '1';
  process.env['ORIGIN'] = `http://localhost:${port}`;
}

function requireOrigin(origin: string | null): asserts origin is string {
  if (origin && URL.canParse(origin)) return;
  throw new Error(
    'ORIGIN is missing: give the address at which people reach the portal, such as https://sigida.example.'
  );
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Our own drawings and script, by an address that changes with their content. */
const withVersion = /^\/[\w-]+\.(svg|js)\?v=\w+$/;

/**
 * Memory first, then the built handler, which opens the databases, behind compression: Kit compresses files beforehand and leaves
 * pages as they are.
 */
async function requestListener(opened: Runtime, origin: string) {
  const { settings } = opened;
  const { handler, ready } = await import('virtual:handler');
  await ready;
  // Typed for Express, and works on plain requests.
  const compress = compression({ brotli: { params: quick } }) as unknown as Middleware;
  const home = new URL(origin);
  const kept = keepAnswers({
    version: contentVersion(opened.db),
    languages: screenLanguages(),
    home,
    ...(settings.logs && { log: logAnswer })
  });
  return (request: IncomingMessage, response: ServerResponse) => {
    // Forms are only accepted from the one address that the program knows itself by.
    if (settings.demonstration && request.headers.host !== home.host) {
      setBareHeaders(response);
      response.writeHead(307, { location: home.origin + (request.url ?? '/').replace(/^\/+/, '/') }).end();
      return;
    }
    if (kept.fromMemory(request, response)) return;
    setBareHeaders(response);
    if (request.method === 'GET' && request.url === '/healthz') return sendHealth(response, opened);
    if (withVersion.test(request.url ?? '')) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    const plainly = (send: () => void) => compress(request, response, send);
    const render = () => handler(request, response, () => response.writeHead(404).end());
    if (!kept.anew(request, response, { render, plainly })) plainly(render);
  };
}

/** As addresses name them: a language is one file. */
const screenLanguages = (): readonly string[] =>
  readdirSync(projectFile('messages')).flatMap((name) => /^(\w+)\.json$/.exec(name)?.[1] ?? []);

/** Milliseconds: six megabytes on 2G. Headers alone must still come within the usual minute. */
const slowestRequest = 20 * 60_000;

const listen = (listener: (request: IncomingMessage, response: ServerResponse) => void, port: number, host: string) =>
  new Promise<Server>((resolve, reject) => {
    const server = createServer({ requestTimeout: slowestRequest }, listener);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });

/** Whoever waits for the server to be there is answered before its tasks begin; they wait for nobody longer than this. */
const firstAnswer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.once('request', (_, response) => response.once('close', resolve));
    setTimeout(resolve, 500).unref();
  });

function announce(data: string, origin: string): void {
  console.log(`\nSigida is at ${origin}`);
  const signIns = join(data, 'demo-sign-ins.txt');
  if (existsSync(signIns)) console.log(`\n${readFileSync(signIns, 'utf8').trim()}\n\nThese are kept in ${signIns}.`);
  console.log('Stop it with Ctrl+C.');
}

/** The start and the end; and an error that nobody caught, of which Node would print the message. */
function logLife(): void {
  logEvent({ level: 'info', event: 'server-started' });
  process.on('uncaughtException', (thrown) => {
    logEvent({ level: 'error', event: 'error', ...describeError(thrown) });
    process.exit(1);
  });
  process.once('exit', () => logEvent({ level: 'info', event: 'server-stopped' }));
}
