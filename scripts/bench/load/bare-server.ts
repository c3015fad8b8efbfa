// A bare server of Node in a process of its own, to compare with: it sends the same bytes under the same names, and does nothing else.
import { createServer } from 'node:http';

export type BareAnswer = { readonly status: number; readonly headers: readonly string[]; readonly body: string };

process.once('message', (answers: Readonly<Record<string, BareAnswer>>) => {
  const made = new Map(
    Object.entries(answers).map(([path, { status, headers, body }]) => [
      path,
      { status, headers: [...headers], body: Buffer.from(body, 'base64') }
    ])
  );
  const server = createServer((request, response) => {
    const found = made.get(request.url ?? '');
    if (!found) return void response.writeHead(404).end();
    response.writeHead(found.status, found.headers).end(found.body);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address ? address.port : 0);
  });
});
