// Weighs every public page in every language as a browser receives it, cold, and a vote by card, and answers 1 where one is over its
// budget. Then it tells what a second visit weighs and whether a third can do without network, and times pages over slow links.
// npm run bench:weight (on the built program) [-- --runs=5] of each page over each link; 0 leaves the times out
// [--timed=home,result] those alone over slow links
import { chromium, type Browser } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { publicPages } from '../../tests/support/pages.ts';
import { startPortal, type Portal } from '../../tests/support/server.ts';
import { mostBytes, mostRequests, weigh } from '../../tests/support/weigh.ts';
import { browserOptions } from '../../playwright.config.ts';
import { slow } from './browser/throttle.ts';
import { timePages } from './browser/time-pages.ts';
import { weighAgain } from './browser/weigh-again.ts';
import { mostOfVote, weighVote } from './browser/weigh-vote.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' }, timed: { type: 'string' } } });
const languages = readdirSync('messages').map((file) => file.replace(/\.json$/, ''));
const pages = {
  home: '/fr',
  community: '/fr/communities/gargouna',
  result: '/fr/communities/gargouna/result',
  events: '/fr/events',
  radio: '/fr/radio',
  vote: '/fr/vote'
};

/** Those named, or all. */
const timed = Object.fromEntries(
  Object.entries(pages).filter(([name]) => values.timed?.split(',').includes(name) ?? true)
);

const row = (name: string, ...figures: readonly (string | number)[]) =>
  console.log(name.padEnd(52) + figures.map((figure) => String(figure).padStart(12)).join(''));

async function weighAll(browser: Browser, portal: Portal): Promise<number> {
  let over = 0;
  row('page', 'bytes', 'requests');
  for (const lang of languages)
    for (const [, address] of await publicPages(portal.origin, lang)) {
      const { bytes, requests } = await weigh(browser, portal.origin + address);
      const tooMuch = bytes > mostBytes || requests > mostRequests;
      over += Number(tooMuch);
      row(address, bytes, requests, tooMuch ? 'over' : '');
    }
  console.log(`\nAt most ${mostBytes} bytes (aim 8000) and ${mostRequests} requests (aim 1): ${over} over.`);
  const { bytes, requests } = await weighVote(browser, portal);
  console.log(
    `A vote by card, from QR to the last page: ${bytes} bytes (at most ${mostOfVote}, aim 15000), ${requests} requests.`
  );
  return over + Number(bytes > mostOfVote);
}

async function visitAgain(browser: Browser, portal: Portal): Promise<void> {
  console.log('');
  row('second visit', 'bytes', 'no network');
  for (const [name, path] of Object.entries(pages)) {
    const { bytes, readableWithout } = await weighAgain(browser, portal.origin, path);
    row(name, bytes, readableWithout ? 'readable' : 'no page');
  }
  console.log('Aim 300 bytes; a page with a form for a card is not kept on purpose.');
}

async function timeAll(browser: Browser, portal: Portal, runs: number): Promise<void> {
  for (const link of slow) {
    const { name, down, up, roundTrip } = link;
    console.log(
      `\n${name}: ${down} kbit/s down, ${up} up, ${roundTrip} ms there and back; a phone 6 times slower; median of ${runs}.`
    );
    row('page', 'first paint', 'of 1 kB', 'last byte', 'byte/paint', 'paint again', 'floor', 'byte again');
    for (const found of await timePages(browser, portal.origin, timed, link, runs)) {
      const { page, firstPaint, paint, lastByte, repeat, floor, repeatByte } = found;
      const ms = (figure: number) => `${Math.round(figure)} ms`;
      const ratio = (figure: number) => figure.toFixed(2);
      row(
        page,
        ms(firstPaint),
        ratio(paint),
        ms(lastByte),
        ratio(lastByte / firstPaint),
        ratio(repeat),
        ratio(floor),
        ratio(repeatByte)
      );
    }
  }
  console.log(`
First paint, as a multiple of that of a page of 1 kB over the same link in the same run: at most 1.15, aim 1.05.
Paint and last byte again, of a phone that keeps pages, with new connections, as a share of the first visit: at most 0.3, aim 0.15.
Floor: the same of the page of 1 kB, which the browser itself keeps. The browser's own start at this speed is in both.
Times judge nothing here: only weights decide how this ends.`);
}

const portal = await startPortal({ scenario: 'demonstration' });
const browser = await chromium.launch(browserOptions);
try {
  process.exitCode = (await weighAll(browser, portal)) > 0 ? 1 : 0;
  await visitAgain(browser, portal);
  if (Number(values.runs) > 0) await timeAll(browser, portal, Number(values.runs));
} finally {
  await browser.close();
  await portal.stop();
}
