// Asks for one address as fast as it is answered, in a process of its own. It reads no more of an answer than its length, so that it
// is quicker than any server of Node.
import { connect } from 'node:net';

export type Task = {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  readonly seconds: number;
  readonly connections: number;
};
/** `seconds` as they were in fact. */
export type Told = { readonly answers: number; readonly seconds: number };

const bodyFrom = '\r\n\r\n';

async function ask({ port, path, headers, status, seconds, connections }: Task): Promise<Told> {
  const lines = Object.entries({ host: `localhost:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`
  );
  const question = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let answers = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let head = '';
      let left = -1;
      const next = () => {
        if (performance.now() >= until) return void socket.end(resolve);
        head = '';
        left = -1;
        socket.write(question);
      };
      socket.once('connect', next);
      socket.once('error', reject);
      socket.on('data', (part) => {
        if (left < 0) {
          head += part.toString('latin1');
          const end = head.indexOf(bodyFrom);
          if (end < 0) return;
          if (!head.startsWith(`HTTP/1.1 ${status}`)) return void reject(new Error(`${path}: ${head.slice(0, 80)}`));
          const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
          left = length - (head.length - end - bodyFrom.length);
        } else left -= part.length;
        if (left > 0) return;
        answers++;
        next();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  return { answers, seconds: (performance.now() - begun) / 1000 };
}

process.on('message', (task: Task) => void ask(task).then((told) => process.send?.(told)));
