// Writes down what `npm test` holds at its whole goal, or at a goal that only has to be named: runs those tests and reads the line
// that each prints. npm run long:held-whole
import { build } from '../set-up/build.mjs';
import { ensureChromium } from '../set-up/chromium.mjs';
import { runTool } from '../set-up/run.mjs';
import { recordProof } from './proofs.ts';

const node = process.execPath;
const unit = (file: string, env: NodeJS.ProcessEnv = {}) =>
  runTool(node, 'vitest', ['run', '--disable-console-intercept=true', file], { env });
const story = async (file: string) =>
  runTool(node, '@playwright/test', ['test', file], {
    program: 'playwright',
    env: { CHROMIUM: await ensureChromium() }
  });

type Held = { readonly id: string; readonly property: string; readonly goal: string };
const runs: readonly { readonly run: () => ReturnType<typeof unit>; readonly held: readonly Held[] }[] = [
  {
    run: () => unit('src/lib/server/vote/box-at-rest.test.ts'),
    held: [
      {
        id: 'R6',
        property:
          'the order of votes leaves no trace in the box, late cards included; its journal is empty after each vote',
        goal: '30 orders, one file'
      },
      {
        id: 'R7, pairs',
        property: 'who cast what leaves no trace in the box: the same cards with the same ballots, paired anew',
        goal: '30 pairings, one file'
      }
    ]
  },
  {
    run: () => story('tests/e2e/cards-at-rest.e2e.ts'),
    held: [{ id: 'R7', property: 'no code of a card in any file, log or backup', goal: '100 votes, 0 codes' }]
  },
  {
    run: () => story('tests/e2e/operations.e2e.ts'),
    held: [
      {
        id: 'R13',
        property: 'backup while people vote, restore in one command, then recount and verify',
        goal: 'every ballot restored, recount and verify pass'
      }
    ]
  },
  {
    run: () => unit('src/lib/server/vote/recount.test.ts', { SIGIDA_FLIPS: '1000' }),
    held: [
      {
        id: 'R14, the rest',
        property:
          'one flipped byte in an entry, a sealed count, a published view, a record, its salt or a ballot is found',
        goal: '1000 flips of each, all found'
      }
    ]
  },
  {
    run: () => unit('tests/planted/faults.test.ts'),
    held: [
      {
        id: 'R16',
        property: 'faults planted in a copy of our own safeguards are found by our own tests',
        goal: '12 of 12'
      }
    ]
  }
];

await build(node);
for (const { run, held } of runs) {
  const { status, text } = await run();
  for (const proof of held) {
    const line = text.split('\n').find((said) => said.startsWith(`${proof.id}: `));
    // A test that printed nothing has shown nothing, whatever its status.
    const found = line?.slice(proof.id.length + 2).replace(/ \(goal[^)]*\)/, '') ?? 'nothing was printed';
    recordProof({ ...proof, found, holds: status === 0 && line !== undefined, whole: true });
  }
}
