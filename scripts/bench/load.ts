// Measures how many answers a second the built program gives against a bare server of Node that sends the same bytes, in one run and
// in turns: kept pages, feeds, their 304, and the same while people vote; memory, and a cold start. npm run bench:load
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { openVote, type OpenVote } from '../../tests/support/open-vote.ts';
import { startPortal } from '../../tests/support/server.ts';
import { commandLine } from '../set-up/command-line.mjs';
import { freePort } from '../free-port.ts';
import type { Task, Told } from './load/asker.ts';
import type { BareAnswer } from './load/bare-server.ts';
import { peakMemory, processorTime, startHelper, untilAnswer, type Helper } from './load/processes.ts';

const seconds = Number(process.env['BENCH_SECONDS'] ?? 2);
const rounds = 3;
const connections = 16;
const votesPerSecond = 200;

const browser = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html', cookie: 'lang=fr' };
const pages = ['/fr', '/fr/communities', '/fr/events', '/fr/communities/gargouna/result', '/fr/radio'];
const feeds = ['/feeds/events.ics', '/feeds/events.rss', '/feeds/events.json', '/feeds/news.atom?community=gargouna'];

type Kind = 'page' | 'feed' | '304';
type Case = {
  readonly kind: Kind;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly answer: BareAnswer;
};

/** One answer down to its names, as the bare server is to send it. */
async function answerAt(port: number, path: string, headers: Record<string, string>): Promise<BareAnswer> {
  const asked = request({ host: '127.0.0.1', port, path, headers: { host: `localhost:${port}`, ...headers } }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const own = ['date', 'connection', 'keep-alive'];
  const lines = response.rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && !own.includes(name.toLowerCase()) ? [name, response.rawHeaders[at + 1] ?? ''] : []
  );
  return { status: response.statusCode ?? 0, headers: lines, body: Buffer.concat(parts).toString('base64') };
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

const asker = startHelper('./asker.ts');
const voter = startHelper('./voter.ts');

type Rate = { readonly perSecond: number; readonly processor: number };

async function rate(port: number, pid: number, { path, headers, answer }: Case, time = seconds): Promise<Rate> {
  const before = processorTime(pid);
  const task: Task = { port, path, headers, status: answer.status, seconds: time, connections };
  const told = await asker.tell<Told>(task);
  return {
    perSecond: told.answers / told.seconds,
    processor: (1_000_000 * (processorTime(pid) - before)) / told.answers
  };
}

const votes: OpenVote[] = [];
const portal = await startPortal({
  scenario: 'journey',
  production: true,
  prepare: async (data) => void votes.push(await openVote(data, 'Village du banc', 6000))
});
const port = Number(new URL(portal.origin).port);
const bare: Helper = startHelper('./bare-server.ts');
try {
  const cases: Case[] = [];
  for (const path of [...pages, ...feeds]) {
    await answerAt(port, path, browser);
    // Within the second of a start a feed has no date yet.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const answer = await answerAt(port, path, browser);
    cases.push({ kind: path.startsWith('/feeds') ? 'feed' : 'page', path, headers: browser, answer });
    // The sheet tells its minute: its tag is another one in the middle of a round.
    if (path.endsWith('/radio')) continue;
    const etag = answer.headers[answer.headers.findIndex((name) => name.toLowerCase() === 'etag') + 1] ?? '';
    const headers = { ...browser, 'if-none-match': etag };
    cases.push({ kind: '304', path, headers, answer: await answerAt(port, path, headers) });
  }
  // A path of its own for each case: one address is asked for in two ways.
  const barePath = (index: number) => `/${index}`;
  const barePort = await bare.tell<number>(
    Object.fromEntries(cases.map(({ answer }, index) => [barePath(index), answer]))
  );
  console.log(
    `${connections} connections, ${rounds} rounds of ${seconds} s in turns; the portal writes its log as in production.\n`
  );
  console.log(
    'kind  address                                  bytes   portal/s    bare/s   ratio   µs of processor   bare   ratio'
  );
  const ratios: { kind: Kind; ratio: number; path: string; quiet: number; bare: number }[] = [];
  for (const [index, one] of cases.entries()) {
    const ours: Rate[] = [];
    const theirs: Rate[] = [];
    const bareCase = { ...one, path: barePath(index) };
    await rate(port, portal.pid, one, 0.3);
    await rate(barePort, bare.pid, bareCase, 0.3);
    for (let round = 0; round < rounds; round++) {
      ours.push(await rate(port, portal.pid, one));
      theirs.push(await rate(barePort, bare.pid, bareCase));
    }
    const quiet = median(ours.map(({ perSecond }) => perSecond));
    const plain = median(theirs.map(({ perSecond }) => perSecond));
    const [own, other] = [ours, theirs].map((rates) => median(rates.map(({ processor }) => processor)));
    const ratio = median(ours.map(({ perSecond }, round) => perSecond / (theirs[round]?.perSecond ?? 1)));
    ratios.push({ kind: one.kind, ratio, path: one.path, quiet, bare: plain });
    const cells: readonly (readonly [string, number])[] = [
      [String(Buffer.from(one.answer.body, 'base64').length), 8],
      [quiet.toFixed(0), 11],
      [plain.toFixed(0), 10],
      [ratio.toFixed(2), 8],
      [(own ?? 0).toFixed(0), 18],
      [(other ?? 0).toFixed(0), 7],
      [((other ?? 0) / (own ?? 1)).toFixed(2), 8]
    ];
    console.log(one.kind.padEnd(6) + one.path.padEnd(38) + cells.map(([text, width]) => text.padStart(width)).join(''));
  }
  const worst = (kind: Kind) => Math.min(...ratios.filter((one) => one.kind === kind).map(({ ratio }) => ratio));
  console.log(
    `\nWorst: pages ${worst('page').toFixed(2)} (0.6, aim 0.85), feeds ${worst('feed').toFixed(2)} (0.5, aim 0.75), 304 ${worst('304').toFixed(2)} (0.7, aim 0.85)`
  );

  const codes = (votes[0]?.cards ?? []).map(({ code }) => code);
  for (const path of ['/fr', '/fr/communities/gargouna/result', '/feeds/events.ics']) {
    const one = cases.find((found) => found.path === path && found.kind !== '304');
    if (!one) continue;
    const quiet: number[] = [];
    const beside: number[] = [];
    const cast: number[] = [];
    for (let round = 0; round < rounds; round++) {
      quiet.push((await rate(port, portal.pid, one)).perSecond);
      const codesNow = codes.splice(0, Math.ceil(votesPerSecond * (seconds + 0.6)));
      const voting = voter.tell<number>({
        origin: portal.origin,
        codes: codesNow,
        perSecond: votesPerSecond,
        seconds: seconds + 0.4
      });
      beside.push((await rate(port, portal.pid, one)).perSecond);
      cast.push(await voting);
    }
    const ratio = median(beside.map((perSecond, round) => perSecond / (quiet[round] ?? 1)));
    console.log(
      `${path}: beside ${median(cast).toFixed(0)} votes a second (${votesPerSecond} asked for) × ${ratio.toFixed(2)} of the quiet rate (0.5, aim 0.7)`
    );
  }
  console.log(
    `Peak memory: ${peakMemory(portal.pid).toFixed(0)} MiB (at most 250, aim 130); the bare server ${peakMemory(bare.pid).toFixed(0)} MiB`
  );
} finally {
  bare.stop();
  asker.stop();
  voter.stop();
  await portal.stop();
}

await coldStarts();

/** The database is there already, as at any start but the first. */
async function coldStarts(): Promise<void> {
  const seeded = await startPortal({ scenario: 'journey' });
  const data = mkdtempSync(join(tmpdir(), 'sigida-cold-'));
  cpSync(seeded.data, data, { recursive: true });
  await seeded.stop();
  try {
    const starts: number[] = [];
    const firstPages: number[] = [];
    const bareStarts: number[] = [];
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await freePort(), await freePort()];
      const origin = `http://localhost:${one}`;
      const secret = readFileSync(join(data, 'demo-secret'), 'utf8').trim();
      const env = {
        ...process.env,
        SIGIDA_DATA: data,
        PORT: String(one),
        ORIGIN: origin,
        SIGIDA_SECRET: secret,
        SIGIDA_BACKUPS: 'off'
      };
      starts.push(await untilAnswer([...commandLine, 'serve'], env, `${origin}/healthz`));
      firstPages.push(await untilAnswer([...commandLine, 'serve'], env, `${origin}/fr`));
      const bareProgram = `require('node:http').createServer((_, r) => r.end('ok')).listen(${other}, '127.0.0.1')`;
      bareStarts.push(await untilAnswer(['-e', bareProgram], process.env, `http://127.0.0.1:${other}/`));
    }
    const [own, page, plain] = [median(starts), median(firstPages), median(bareStarts)];
    console.log(
      `Cold start: ${own.toFixed(0)} ms, bare Node ${plain.toFixed(0)} ms: × ${(own / plain).toFixed(1)} (at most 3, aim 2); the first page after ${page.toFixed(0)} ms`
    );
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
