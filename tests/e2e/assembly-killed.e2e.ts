// A phone that dies, and one that is stolen: what stands in its storage.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack as packWith } from '../support/assemblies.ts';
import { killAgainAndAgain } from '../support/kill-phone.ts';
import { checkIn, hurry, openVote, sign, takeBack, vote } from '../support/phone-assembly.ts';
import { startPhone } from '../support/phone-browser.ts';
import { filesOf, filesWith, openDisk, slotsOnDisk } from '../support/phone-disk.ts';
import { answerForPortal, preparePhone } from '../support/phone-stand.ts';
import { expect, test as base } from '../support/portal.ts';

const test = base.extend<{ profile: string }>({
  profile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'phone-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

/** `npm run long:phone-kills` goes to the goal. */
const goal = 100;
const kills = Math.max(10, goal / 50);
const pack = packWith();

test('killed right after its thanks, a phone has every ballot, each once', async ({ portal, profile }) => {
  test.setTimeout(180_000);
  const killed = await killAgainAndAgain({ origin: portal.origin, pack, profile, kills });
  console.log(
    `R10, killed browser: ${killed.kills} kills (goal ${goal}), ${killed.thanked} voters told, ` +
      `${killed.asked} of them asked again, ${killed.ballots.length} ballots`
  );
  expect(killed.ballots).toEqual(killed.expected);
});

test('without PINs nothing of a vote can be read, and with them nothing of before', async ({ portal, profile }) => {
  test.setTimeout(120_000);
  const phone = await startPhone(profile, portal.origin);
  const { page } = phone;
  await hurry(page);
  await answerForPortal(page, pack);
  await page.goto(`${portal.origin}/fr/assembly`);
  const prepared = await preparePhone(page);
  await sign(page, prepared);
  await checkIn(page, [8, 8, 8, 8]);
  await openVote(page, prepared);
  const before: Buffer[] = [];
  let slots = slotsOnDisk(profile);
  for (let voter = 0; voter < 20; voter += 1) {
    await vote(page, voter % 2 ? 'HM' : 'RW', [true, voter % 2 === 0, false]);
    await takeBack(page);
    const now = slotsOnDisk(profile);
    const changed = slots.filter((slot, at) => !now[at]?.equals(slot));
    expect(changed).toHaveLength(1);
    before.push(...changed);
    slots = now;
  }
  await phone.kill();

  const secrets = [...prepared.pins, prepared.recoveryCode, '"phase":"', '"atBooth":', 'ayny', 'bynn'];
  expect(secrets.filter((secret) => filesWith(profile, secret).length > 0)).toEqual([]);
  expect(before.filter((slot) => filesWith(profile, slot.subarray(0, 64)).length > 0)).toEqual([]);
  // The search can find what is there.
  expect(filesWith(profile, slots[0]?.subarray(0, 64) ?? 'x')).toHaveLength(1);
  expect(filesOf(profile).some((path) => readFileSync(path).includes('sigida-keys-1'))).toBe(true);

  const opened = await openDisk(profile, pack, prepared.pins);
  expect(opened.ballots).toHaveLength(20);
  expect(opened.filling).toMatchObject({ used: 20, damaged: 0 });
  expect(JSON.stringify(opened.state)).not.toMatch(/[abcd][yn]{3}"/);
});
