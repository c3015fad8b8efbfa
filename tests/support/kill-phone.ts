// Owns killing a phone right after it thanked somebody, or while it writes, again and again, and what stands in its box in the end. The
// story and the long run share it.
import { colourCodes, type Colour } from '#lib/domain/vote/colours.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { writeBallot } from '#lib/domain/vote/ballot-string.ts';
import { openDisk } from './phone-disk.ts';
import { checkIn, hurry, openVote, pressConfirm, sign, takeBack, vote } from './phone-assembly.ts';
import { startPhone, type PhoneBrowser } from './phone-browser.ts';
import { answerForPortal, preparePhone } from './phone-stand.ts';
import { must } from './two-files.ts';

export type Killing = {
  readonly origin: string;
  readonly pack: Pack;
  readonly profile: string;
  readonly kills: number;
  readonly told?: (kills: number) => void;
};

/** `thanked`: voters who read their thanks or were told afterwards that they voted; `asked`: those who had to vote again. */
export type Killed = {
  readonly kills: number;
  readonly thanked: number;
  readonly asked: number;
  readonly ballots: readonly string[];
  readonly expected: readonly string[];
};

async function start({ profile, origin, pack }: Killing): Promise<PhoneBrowser> {
  const phone = await startPhone(profile, origin);
  phone.page.setDefaultTimeout(60_000);
  await hurry(phone.page);
  await answerForPortal(phone.page, pack);
  await phone.page.goto(`${origin}/fr/assembly`);
  return phone;
}

/** Each voter has marks of their own, so that a ballot lost for one doubled is found. */
const ballotOf = (voter: number): { colour: Colour; marks: readonly boolean[] } => ({
  colour: colourCodes[voter % colourCodes.length] ?? 'HW',
  marks: [voter % 2 === 0, voter % 3 === 0, voter % 5 < 2]
});

const written = (voter: number): string => {
  const { colour, marks } = ballotOf(voter);
  return must(writeBallot(colour, marks, { options: marks.length, marks: 'many' }));
};

export async function killAgainAndAgain(run: Killing): Promise<Killed> {
  let phone = await start(run);
  const prepared = await preparePhone(phone.page);
  await sign(phone.page, prepared);
  const each = Math.ceil((run.kills * 2) / colourCodes.length) + 8;
  await checkIn(phone.page, [each, each, each, each]);
  await openVote(phone.page, prepared);
  let [voter, asked] = [0, 0];
  const again = async () => {
    await phone.kill();
    phone = await start(run);
    await sign(phone.page, prepared);
    await phone.page.locator('.hold').waitFor();
  };
  for (let kill = 1; kill <= run.kills; kill += 1) {
    const { colour, marks } = ballotOf(voter);
    // Every third one dies while it writes: whoever was not thanked is told at the next start what became of their vote.
    const isThanked = kill % 3 !== 0;
    if (isThanked) await vote(phone.page, colour, marks);
    else await pressConfirm(phone.page, colour, marks);
    await again();
    const isRecorded = isThanked || (await phone.page.locator('.notice.ok').count()) > 0;
    if (!isRecorded) {
      asked += 1;
      await vote(phone.page, colour, marks);
      await takeBack(phone.page);
    }
    voter += 1;
    run.told?.(kill);
  }
  await phone.kill();
  const { ballots } = await openDisk(run.profile, run.pack, prepared.pins);
  const expected = Array.from({ length: voter }, (_, of) => written(of)).sort();
  return { kills: run.kills, thanked: voter, asked, ballots: [...ballots].sort(), expected };
}
