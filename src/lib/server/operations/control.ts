// Owns answering commands while the server holds the box: its bytes for a backup, and whether both files take a write.
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { Runtime } from '../runtime.ts';
import { controlAddress } from './control-address.ts';
import { tryWrites } from './try-writes.ts';

/** Call once the box is held: what stands at the address is then left over from a server that was killed. */
export async function openControl(runtime: Runtime): Promise<Server | null> {
  const address = controlAddress(runtime.settings.data);
  if (!address) return null;
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = createServer((request, response) => {
    if (request.url === '/box') response.end(runtime.box.bytes());
    else if (request.url === '/ready') response.end(JSON.stringify(tryWrites(runtime.db.$client, runtime.box)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  return server;
}
