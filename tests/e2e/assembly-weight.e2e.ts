// What a phone loads for an assembly, once, as it comes over the wire; then nothing more.
import { get } from 'node:http';
import { expect, test } from '../support/portal.ts';

/** Of `look.md`, without pictures and voices, with a kilobyte of 1,000. */
const most = 150_000;

/** Body and headers of one answer, compressed as for a browser. */
const weightOf = (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
      let bytes = answer.rawHeaders.reduce((sum, part) => sum + part.length + 2, 0);
      if (answer.statusCode !== 200) reject(new Error(`${address}: ${answer.statusCode}`));
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });

test('the assembly loads once, within its weight', async ({ portal }) => {
  const { origin } = portal;
  const keeper = await (await fetch(`${origin}/service-worker.js`)).text();
  const files = [...new Set(keeper.match(/\/_app\/immutable\/assembly\/[\w.-]+/g))];
  const html = await (await fetch(`${origin}/ses/assembly`)).text();
  // What is asked for only when somebody shows or reads a code of another phone.
  const later = files.filter((path) => !html.includes(path) && !path.includes('/worker-'));
  expect(files.length - later.length).toBe(3);
  const sprite = /\/sprite\.svg\?v=\w+/.exec(html)?.[0] ?? '';
  const weigh = async (paths: readonly string[]): Promise<number> =>
    (await Promise.all(paths.map((path) => weightOf(origin + path)))).reduce((sum, one) => sum + one, 0);
  const first = await weigh(['/ses/assembly', sprite, ...files.filter((path) => !later.includes(path))]);
  const rest = await weigh(['/service-worker.js', '/ses/assembly/app.webmanifest', ...later]);
  console.log(`assembly: ${first} bytes at first (at most ${most}, aim 80,000), ${rest} more to keep it`);
  expect(first).toBeLessThanOrEqual(most);
});
