// Kills a phone's browser 100 times, after its thanks and while it writes. npm run long:phone-kills [-- COUNT] (on the built program)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgress } from '../../src/commands/progress.ts';
import { pack } from '../../tests/support/assemblies.ts';
import { killAgainAndAgain } from '../../tests/support/kill-phone.ts';
import { startPortal } from '../../tests/support/server.ts';
import { recordProof } from './proofs.ts';

const goal = 100;
const kills = Number(process.argv[2] ?? goal);
const portal = await startPortal({ scenario: 'journey' });
const profile = mkdtempSync(join(tmpdir(), 'phone-'));
const progress = startProgress('Killing');
try {
  const killed = await killAgainAndAgain({
    origin: portal.origin,
    pack: pack(),
    profile,
    kills,
    told: (done) => progress.show(done, kills)
  });
  const missing = killed.expected.filter((ballot, at) => killed.ballots[at] !== ballot).length;
  recordProof({
    id: 'R10, browser',
    property: 'a phone killed with -9 after its thanks or while it writes: every voter who was told has one ballot',
    goal: `${goal} kills, 0 lost, 0 doubled`,
    found:
      `${killed.kills} kills, ${killed.thanked} voters told, ${killed.asked} of them asked to vote again, ` +
      `${killed.ballots.length} ballots, ${missing} that differ`,
    holds: missing === 0 && killed.ballots.length === killed.expected.length,
    whole: kills >= goal
  });
} finally {
  progress.end();
  await portal.stop();
  rmSync(profile, { recursive: true, force: true });
}
