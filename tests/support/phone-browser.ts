// Owns a phone that can die: a browser of its own with its storage on disk, killed as a battery would, and started again.
import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { browserOptions } from '../../playwright.config.ts';
import { grantKeeping } from './phone-stand.ts';

export type PhoneBrowser = {
  readonly page: Page;
  /** Nothing of it is told before. */
  kill(): Promise<void>;
};

/** @param profile folder that outlives the browser. */
export async function startPhone(profile: string, origin: string): Promise<PhoneBrowser> {
  const program = browserOptions.executablePath;
  if (!program) throw new Error('No browser was found to kill');
  const window = ['--headless=new', '--window-size=360,640', '--remote-debugging-port=0'];
  const child = spawn(program, [...browserOptions.args, ...window, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe']
  });
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('A browser has a context of its own');
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize({ width: 360, height: 640 });
  await grantKeeping(context, page, origin);
  return { page, kill: () => kill(child, browser) };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('A browser says where it listens');
  for await (const line of createInterface(child.stderr)) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('The browser stopped before it listened');
}

/** All its processes at once. */
async function kill(child: ChildProcess, browser: Browser): Promise<void> {
  const ended = once(child, 'exit');
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await ended;
  await browser.close().catch(() => null);
}
