// Owns `npm start`: from a fresh clone to a portal with a demonstration in it. Runs on any Node from 18 on.
import { build } from './set-up/build.mjs';
import { findNode } from './set-up/node.mjs';
import { install } from './set-up/install.mjs';
import { endWith, say } from './set-up/say.mjs';
import { sigida } from './set-up/serve.mjs';

await endWith(async () => {
  await install();
  const node = findNode();
  await build(node);
  say('demonstration', 'filling in communities, votes and events where there are none');
  const seeded = await sigida(node, ['seed', 'demonstration']);
  if (seeded !== 0) return seeded;
  return sigida(node, ['serve', '--demonstration']);
});
