// Owns `npm run dev`: the demonstration on the development server, which shows a change as soon as it is saved.
import { findNode } from './set-up/node.mjs';
import { install } from './set-up/install.mjs';
import { runTool } from './set-up/run.mjs';
import { endWith } from './set-up/say.mjs';
import { sigida } from './set-up/serve.mjs';

await endWith(async () => {
  await install();
  const node = findNode();
  const seeded = await sigida(node, ['seed', 'demonstration']);
  if (seeded !== 0) return seeded;
  const env = { SIGIDA_DEMONSTRATION: '1' };
  const { status } = await runTool(node, 'vite', ['dev', '--port', process.env['PORT'] ?? '3000', '--strictPort'], {
    env
  });
  return status ?? 1;
});
