// Sends two folders of files to the stores in a process of its own, and says what became of them and how much memory it took.
// node tests/support/uploads/child.ts PICTURES VOICES DATA
import { existsSync, readFileSync } from 'node:fs';
import { sendFolder } from './run.ts';

/** Linux counts the parent's memory into a child's `maxRSS`, as it stood at the fork; its own peak is in `/proc`. */
function peakKilobytes(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return Number(own ?? process.resourceUsage().maxRSS);
}

const [pictures = '', voices = '', data = ''] = process.argv.slice(2);
const became = { ...(await sendFolder(pictures, 'picture', data)), ...(await sendFolder(voices, 'voice', data)) };
console.log(JSON.stringify({ became, megabytes: Math.round(peakKilobytes() / 1024) }));
