// Owns an assembly on a phone in memory, brought to a moment by what its screens call: with few rounds a signature costs nothing. It
// shows no screen; those have stories of their own.
import type { Phone } from '#lib/client/assembly/phone.ts';
import type { PlainAct } from '#lib/client/assembly/running-assembly.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { noNotes } from '#lib/domain/vote/minutes-notes.ts';
import { noneByColour } from '#lib/domain/vote/tally.ts';
import { ten } from './assembly-play.ts';
import { MemoryPhone, pinsOf } from './memory-phone.ts';
import type { Prepared } from './phone-stand.ts';
import { byColour, type Four } from './tallies.ts';
import { must } from './two-files.ts';

export type Role = AssemblyState['role'];
export type PlayedPhone = Prepared & {
  readonly files: MemoryPhone;
  readonly pack: Pack;
  readonly role: Role;
  /** As it runs since it was opened last. */
  readonly phone: Phone;
};
export type Play = (played: PlayedPhone) => Promise<unknown>;

/** The PINs of three are with their people, and two of them opened it. */
export async function preparedPhone(pack: Pack, role: Role): Promise<PlayedPhone> {
  const files = new MemoryPhone();
  const phone = files.start();
  const { pins, recoveryCode } = await phone.draw(3);
  must(await phone.keep(pack, role));
  return openedAnew({ files, pack, role, pins, recoveryCode });
}

/** The program begins anew on what its files say. */
export async function openedAnew(of: Omit<PlayedPhone, 'phone'>): Promise<PlayedPhone> {
  const phone = of.files.start();
  must(await phone.unlock(of.pack, pinsOf(of.pins)(1, 2)));
  return { ...of, phone };
}

const by = ({ pins }: PlayedPhone) => pinsOf(pins)(1, 2);

async function act({ phone }: PlayedPhone, ...acts: readonly PlainAct[]): Promise<void> {
  for (const one of acts) must(await phone.act(one));
}

/** As a leading phone counts them, up to enough people. */
export async function checkIn(played: PlayedPhone, present: Four): Promise<void> {
  const here = byColour(present);
  await act(played, { do: 'begin' }, { do: 'read-definition' });
  for (const what of colourCodes)
    for (let person = 0; person < here[what]; person += 1) await act(played, { do: 'count-in', what });
  await act(played, { do: 'judge-quorum' });
}

type Channel = AssemblyState['ballot']['channel'];

const choose = async (played: PlayedPhone, channel: Channel): Promise<void> => {
  if (channel !== 'phone') await act(played, { do: 'choose-channel', channel, agreed: true });
};

/** Zero report, where a box is voted in, and two signatures. */
async function open(played: PlayedPhone, channel: Channel): Promise<void> {
  if (channel === 'phone') must(await played.phone.reportZero());
  must(await played.phone.sign({ do: 'open' }, by(played)));
}

/** Whoever said yes to a project, said it first: any other way gives the same counts. */
async function voteAll(played: PlayedPhone, present: ByColour<number>, yes: readonly ByColour<number>[]) {
  for (const colour of colourCodes)
    for (let voter = 0; voter < present[colour]; voter += 1) {
      await act(played, { do: 'take-token', colour });
      must(await played.phone.vote(yes.map((of) => voter < of[colour])));
    }
}

/** People came, practised, and the vote is open. */
export const untilVoting =
  (present: Four = ten): Play =>
  async (played) => {
    await checkIn(played, present);
    must(await played.phone.endPractice());
    await open(played, 'phone');
  };

export type Day = {
  readonly present: Four;
  /** Who voted on this phone, where not all did. */
  readonly votes?: Four;
  /** Yes of each project, by colour. */
  readonly yes?: readonly Four[];
  readonly channel?: Channel;
  readonly phones?: 1 | 2;
};

/** From a prepared phone to a closed ballot. */
export const untilClosed =
  (day: Day): Play =>
  async (played) => {
    if (played.role === 'leading') await checkIn(played, day.present);
    else await act(played, { do: 'begin' });
    await choose(played, day.channel ?? 'phone');
    if (day.phones === 2) await act(played, { do: 'use-phones', phones: 2 });
    if (played.role === 'leading') must(await played.phone.endPractice());
    await voteAndClose(played, day);
  };

/** The ballot that is ready: a second one, or a ratification. */
export const nextUntilClosed =
  (day: Day): Play =>
  async (played) => {
    await choose(played, day.channel ?? 'phone');
    await voteAndClose(played, day);
  };

async function voteAndClose(played: PlayedPhone, { present, votes = present, yes = [], channel = 'phone' }: Day) {
  await open(played, channel);
  if (channel === 'phone') await voteAll(played, byColour(votes), yes.map(byColour));
  must(await played.phone.sign({ do: 'close' }, by(played)));
}

/** Forty people came, two voted, and the minutes are signed. */
export const untilMinutes: Play = async (played) => {
  const yes = [
    [1, 0, 0, 1],
    [0, 0, 0, 0],
    [1, 0, 0, 1]
  ] as const;
  await untilClosed({ present: ten, votes: [1, 0, 0, 1], yes })(played);
  const note = 'deux votes pour essayer';
  must(await played.phone.sign({ do: 'count', unused: noneByColour, note }, by(played)));
  must(await played.phone.act({ do: 'announce' }));
  must(await played.phone.act({ do: 'note-minutes', notes: noNotes }));
};
