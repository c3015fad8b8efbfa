// Owns `npm run setup`: what `npm start` does before it seeds and serves, for a server that another program starts.
import { build } from './set-up/build.mjs';
import { findNode } from './set-up/node.mjs';
import { install } from './set-up/install.mjs';
import { endWith } from './set-up/say.mjs';

await endWith(async () => {
  await install();
  await build(findNode());
  return 0;
});
