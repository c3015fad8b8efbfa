// Owns timing pages over slow links, beside a page of one kilobyte over the same link in the same run: what the link and the machine
// take is in both, and only what the page adds is in the ratio.
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Browser } from '@playwright/test';
import { openLink, type Link } from './throttle.ts';
import { median, newPhone, visit, type Visit } from './visit.ts';

export type Timed = {
  readonly link: string;
  readonly page: string;
  /** First words, as a multiple of when a kilobyte shows its own. */
  readonly paint: number;
  readonly firstPaint: number;
  /** First words of a visit of another day, as a share of those of the first visit. */
  readonly repeat: number;
  /** The same of the kilobyte, which the browser itself keeps: nothing that keeps pages can be quicker here. */
  readonly floor: number;
  /** Last byte, in the same way. */
  readonly repeatByte: number;
  readonly lastByte: number;
};

/** As small as a page can be that says something. */
const kilobyte = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Sigida</title><style>body{font:18px sans-serif}</style><h1>Sigida</h1><p>${'Un kilo-octet de texte. '.repeat(37)}</p></html>`;

async function serveKilobyte() {
  const kept = { 'content-type': 'text/html', 'cache-control': 'max-age=3600' };
  const server = createServer((_, answer) => answer.writeHead(200, kept).end(kilobyte));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://localhost:${port}`, stop: () => void server.close() };
}

type Run = { readonly least: Visit; readonly leastAgain: Visit; readonly first: Visit; readonly again: Visit };

/** @param runs of each page; the pages take turns, so that no busy moment of the machine falls on one alone. */
export async function timePages(
  browser: Browser,
  origin: string,
  pages: Readonly<Record<string, string>>,
  link: Link,
  runs: number
): Promise<readonly Timed[]> {
  const small = await serveKilobyte();
  const [toSmall, toPortal] = [await openLink(link, small.origin), await openLink(link, origin)];
  const run = async (path: string): Promise<Run> => {
    const [other, phone] = [await newPhone(browser), await newPhone(browser)];
    const least = await visit(other, `${toSmall.origin}/`);
    const first = await visit(phone, toPortal.origin + path, toPortal.quiet);
    await toPortal.close();
    const leastAgain = await visit(other, `${toSmall.origin}/`);
    const again = await visit(phone, toPortal.origin + path);
    await Promise.all([other.close(), phone.close()]);
    await Promise.all([toSmall.close(), toPortal.close()]);
    return { least, leastAgain, first, again };
  };
  const seen = new Map<string, Run[]>(Object.keys(pages).map((name) => [name, []]));
  try {
    // The first visit of all finds a browser that has just begun.
    await run(Object.values(pages)[0] ?? '/');
    for (let turn = 0; turn < runs; turn += 1)
      for (const [name, path] of Object.entries(pages)) seen.get(name)?.push(await run(path));
  } finally {
    toSmall.stop();
    toPortal.stop();
    small.stop();
  }
  return [...seen].map(([page, found]) => ({
    link: link.name,
    page,
    paint: median(found.map(({ least, first }) => first.firstPaint / least.firstPaint)),
    firstPaint: median(found.map(({ first }) => first.firstPaint)),
    repeat: median(found.map(({ first, again }) => again.firstPaint / first.firstPaint)),
    floor: median(found.map(({ least, leastAgain }) => leastAgain.firstPaint / least.firstPaint)),
    repeatByte: median(found.map(({ first, again }) => again.lastByte / first.lastByte)),
    lastByte: median(found.map(({ first }) => first.lastByte))
  }));
}
