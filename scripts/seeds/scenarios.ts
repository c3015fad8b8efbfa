// Owns the scenarios that vote by card, each one community at one moment, built by the program's own services.
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { notaryOf } from '#lib/server/result/signing.ts';
import { closePoll } from '#lib/server/vote/close-poll.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import { printCards, type PrintedCard } from '#lib/server/vote/print-cards.ts';
import { publishResult } from '#lib/server/vote/publish-result.ts';
import { writeNotes } from '#lib/server/vote/minutes-notes.ts';
import { readPoll, type Poll } from '#lib/server/vote/queries.ts';
import {
  at,
  dayOf,
  foundCommunity,
  freeze,
  hours,
  must,
  open,
  propose,
  screen,
  before,
  type Stand
} from './foundations.ts';
import { assemblyNotes, ideas } from './texts.ts';

const present: ByColour<number> = { HW: 22, HM: 20, RW: 14, RM: 12 };

function openVote(
  stand: Stand,
  community: CommunityId,
  daysAgo: number
): { poll: Poll; cards: readonly PrintedCard[] } {
  const sitting = {
    channel: 'cards' as const,
    place: 'Place du marché',
    day: dayOf(before(stand, daysAgo)),
    closesAt: null
  };
  const poll = freeze(stand, community, daysAgo, { brought: ideas, chosen: 4, sittings: [sitting] });
  const cards = must(
    printCards(at(stand, 'facilitator', daysAgo + 1), stand.runtime.box, poll, { HW: 1, HM: 1, RW: 1, RM: 1 })
  );
  const sheet = { present, youth: 31, disability: 6, disputes: 1 };
  must(openPoll(at(stand, 'committee', daysAgo), stand.runtime.box, stand.staff.second.account, poll, sheet));
  return { poll, cards };
}

/** How many of each colour say yes to options A to D: the first is accepted by every group. */
const yes: readonly ByColour<number>[] = [
  { HW: 18, HM: 12, RW: 10, RM: 7 },
  { HW: 15, HM: 17, RW: 4, RM: 3 },
  { HW: 9, HM: 6, RW: 11, RM: 6 },
  { HW: 5, HM: 7, RW: 9, RM: 9 }
];

/** @param voters how many of each colour use their card. @param marks how many of them say yes to each option. */
export function castCards(
  { runtime }: Stand,
  cards: readonly PrintedCard[],
  voters: ByColour<number>,
  marks: readonly ByColour<number>[]
): void {
  for (const colour of colourCodes) {
    const own = cards.filter((card) => card.colour === colour).slice(0, voters[colour]);
    for (const [voter, { code }] of own.entries())
      must(
        runtime.box.cast(
          code,
          marks.map((option) => voter < option[colour])
        )
      );
  }
}

export const empty = (stand: Stand): CommunityId =>
  foundCommunity(stand, { name: 'Djebock', localities: ['ML070101005'], kind: 'village' }, 10);

export function proposing(stand: Stand): CommunityId {
  const community = foundCommunity(stand, { name: 'Kabara', localities: ['ML060106005'], kind: 'village' }, 20);
  const consultation = open(stand, community, 9);
  screen(stand, propose(stand, consultation, 7).slice(0, 2), 2);
  return community;
}

export function voting(stand: Stand): CommunityId {
  const place = { name: 'Bagoundié', localities: ['ML070104007', 'ML070104009'], kind: 'villages-together' as const };
  const community = foundCommunity(stand, place, 50);
  openVote(stand, community, 0);
  return community;
}

export function decided(stand: Stand): CommunityId {
  const community = foundCommunity(stand, { name: 'Gargouna', localities: ['ML070102017'], kind: 'village' }, 70);
  const { poll, cards } = openVote(stand, community, 5);
  castCards(stand, cards, present, yes);
  const closing = at(stand, 'committee', 5 - hours(3));
  const opened = readPoll(stand.runtime.db, poll.id) ?? poll;
  const notes = assemblyNotes((days) => dayOf(before(stand, 5 - days)));
  must(writeNotes(closing, opened, notes, 0));
  must(closePoll(closing, stand.runtime.box, stand.staff.second.account, poll));
  const notary = notaryOf(stand.runtime.settings.keyFor('record-signing'));
  must(publishResult(closing, stand.staff.second.account, poll, '', notary));
  return community;
}
