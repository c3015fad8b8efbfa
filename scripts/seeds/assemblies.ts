// Owns the scenarios of assemblies that vote by hand: a count made twice, a second ballot, a lot, several sittings, too few people, a
// vote that was void. Each is one community at one moment, built by the program's own services.
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { notaryOf } from '#lib/server/result/signing.ts';
import { recordSettlement } from '#lib/server/vote/settle-tie.ts';
import { callBallot } from '#lib/server/vote/next-ballot.ts';
import { answerObjection, receiveObjection } from '#lib/server/vote/objections.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import type { PlannedSitting } from '#lib/server/vote/planned-sittings.ts';
import { printCards } from '#lib/server/vote/print-cards.ts';
import { publishResult } from '#lib/server/vote/publish-result.ts';
import { readPoll, type Poll } from '#lib/server/vote/queries.ts';
import { voidPoll } from '#lib/server/vote/void-poll.ts';
import { at, before, dayOf, foundCommunity, freeze, hours, must, type Stand } from './foundations.ts';
import { castCards } from './scenarios.ts';
import { enterStones } from './stones.ts';
import { idea, type Idea } from './texts.ts';

const four = (HW: number, HM: number, RW: number, RM: number): ByColour<number> => ({ HW, HM, RW, RM });

/** @param daysAgo negative for a day ahead. */
const stonesAt = (stand: Stand, daysAgo: number, place: string): PlannedSitting => ({
  channel: 'stones',
  place,
  day: dayOf(before(stand, daysAgo)),
  closesAt: null
});

type Village = { readonly name: string; readonly locality: string; readonly brought: readonly Idea[] };

/** Three of what was brought are on the ballot. @param daysAgo of the first sitting. */
function frozenAt(
  stand: Stand,
  { name, locality, brought }: Village,
  daysAgo: number,
  sittings: readonly PlannedSitting[]
) {
  const community = foundCommunity(stand, { name, localities: [locality], kind: 'village' }, daysAgo + 40);
  return { community, poll: freeze(stand, community, daysAgo, { brought, chosen: 3, sittings }) };
}

/** Two people sign that so many came. @returns the poll as it stands then. */
function openWith(stand: Stand, poll: Poll, daysAgo: number, present: ByColour<number>, sitting = poll.sitting): Poll {
  const sheet = { present, youth: 17, disability: 5, disputes: 0, sitting: sitting.id };
  must(openPoll(at(stand, 'committee', daysAgo), stand.runtime.box, stand.staff.second.account, poll, sheet));
  return again(stand, poll.id);
}

function again({ runtime }: Stand, id: Poll['id']): Poll {
  const poll = readPoll(runtime.db, id);
  if (!poll) throw new Error('The demonstration lost a poll.');
  return poll;
}

function publish(stand: Stand, poll: Poll, daysAgo: number): void {
  const notary = notaryOf(stand.runtime.settings.keyFor('record-signing'));
  const counted = again(stand, poll.id);
  must(publishResult(at(stand, 'committee', daysAgo), stand.staff.second.account, counted, '', notary));
}

function callAfter(stand: Stand, poll: Poll, daysAgo: number, planned: PlannedSitting): Poll {
  return again(
    stand,
    must(callBallot(at(stand, 'committee', daysAgo), again(stand, poll.id), planned, stand.staff.second.account))
  );
}

/** The two counts differed by one stone; all counted again, and one person's objection was heard. */
export function counted(stand: Stand): CommunityId {
  const village = { name: 'Bara', locality: 'ML070202002', brought: [idea.garden, idea.clinic, idea.mill] };
  const { community, poll } = frozenAt(stand, village, 6, [stonesAt(stand, 6, 'Sous le grand balanza')]);
  const voters = four(16, 14, 9, 8);
  const [garden, clinic, mill] = [four(14, 10, 7, 5), four(6, 5, 7, 6), four(9, 11, 4, 3)];
  const opened = openWith(stand, poll, 6, voters);
  const miscounted = { voters, yes: [four(13, 10, 7, 5), clinic, mill] };
  enterStones(stand, opened, 6 - hours(3), { voters, yes: [garden, clinic, mill] }, miscounted);
  publish(stand, poll, 6 - hours(4));
  const text = 'Les gens du hameau du fleuve ont appris le jour du vote trop tard.';
  const objection = must(receiveObjection(at(stand, 'committee', 4), poll, { heard: 'voice', text, language: 'fr' }));
  const answer =
    'Le crieur est passé au hameau la veille et le matin, et des gens du hameau ont voté. Pour la prochaine assemblée, ' +
    'la radio le dira aussi.';
  must(answerObjection(at(stand, 'second', 3), poll, objection, answer));
  return community;
}

/** Hosts and returned people want different things: no project is accepted by every group, and two come back the same day. */
export function secondBallot(stand: Stand): CommunityId {
  const village = { name: 'Konna', locality: 'ML050105013', brought: [idea.classrooms, idea.borehole, idea.clinic] };
  const { community, poll } = frozenAt(stand, village, hours(3), [stonesAt(stand, hours(3), 'Cour de l’école')]);
  const voters = four(18, 16, 11, 9);
  const opened = openWith(stand, poll, hours(3), voters);
  enterStones(stand, opened, hours(1.5), { voters, yes: [four(16, 13, 2, 2), four(13, 13, 3, 2), four(5, 5, 8, 7)] });
  publish(stand, poll, hours(1));
  const next = callAfter(stand, poll, hours(0.75), stonesAt(stand, 0, 'Cour de l’école'));
  openWith(stand, next, hours(0.25), voters);
  return community;
}

/** Two projects are equal in every group, twice: a child draws the stone. */
export function lot(stand: Stand): CommunityId {
  const village = { name: 'Tonka', locality: 'ML060316023', brought: [idea.borehole, idea.market, idea.cereals] };
  const { community, poll } = frozenAt(stand, village, 9, [stonesAt(stand, 9, 'Place du marché')]);
  const voters = four(14, 13, 9, 8);
  const opened = openWith(stand, poll, 9, voters);
  enterStones(stand, opened, 9 - hours(2), { voters, yes: [four(10, 8, 6, 5), four(9, 9, 7, 4), four(4, 5, 3, 3)] });
  publish(stand, poll, 9 - hours(2.5));
  const next = callAfter(stand, poll, 9 - hours(2.75), stonesAt(stand, 9, 'Place du marché'));
  openWith(stand, next, 9 - hours(3), voters);
  enterStones(stand, again(stand, next.id), 9 - hours(4), { voters, yes: [four(7, 6, 4, 4), four(6, 7, 5, 3)] });
  const drawn = next.options[1];
  if (!drawn) throw new Error('The demonstration has no two projects to draw between.');
  const note = 'Une pierre par projet sous un pagne ; une fille de l’école en a tiré une devant tous.';
  const signer = at(stand, 'committee', 9 - hours(4.25));
  must(recordSettlement(signer, next, 'lot', { option: drawn.id, note, witnesses: true }, stand.staff.second.account));
  publish(stand, next, 9 - hours(4.5));
  return community;
}

/** The quarter by the road voted with stones yesterday; the school votes by card today. Nobody knows anything of either yet. */
export function twoSittings(stand: Stand): CommunityId {
  const village = { name: 'Hombori', locality: 'ML050609016', brought: [idea.mill, idea.market, idea.borehole] };
  const school: PlannedSitting = { channel: 'cards', place: 'École', day: dayOf(stand.now), closesAt: null };
  const { community, poll } = frozenAt(stand, village, 1, [stonesAt(stand, 1, 'Quartier de la route'), school]);
  const [, other] = poll.sittings;
  if (!other) throw new Error('The demonstration froze one sitting where it planned two.');
  const sheets = four(1, 1, 1, 1);
  const cards = must(printCards(at(stand, 'facilitator', 2), stand.runtime.box, poll, sheets, other));
  const voters = four(15, 12, 8, 7);
  const opened = openWith(stand, poll, 1, voters);
  enterStones(stand, opened, 1 - hours(3), { voters, yes: [four(11, 7, 5, 4), four(6, 8, 5, 3), four(9, 5, 4, 4)] });
  openWith(stand, again(stand, poll.id), hours(2), four(12, 11, 7, 6), other);
  castCards(stand, cards, four(9, 7, 5, 4), [four(7, 4, 3, 2), four(3, 4, 3, 2), four(5, 3, 2, 3)]);
  return community;
}

/** The rain kept people away: too few of everybody and of the returned, and no vote. */
export function missed(stand: Stand): CommunityId {
  const village = { name: 'Bintagoungou', locality: 'ML060303004', brought: [idea.cereals, idea.garden, idea.clinic] };
  const { community, poll } = frozenAt(stand, village, 1, [stonesAt(stand, 1, 'Place de la mosquée')]);
  const sheet = { present: four(12, 11, 2, 1), youth: 9, disability: 2, disputes: 0 };
  must(openPoll(at(stand, 'committee', 1), stand.runtime.box, stand.staff.second.account, poll, sheet));
  return community;
}

/** A bowl fell before the count; two people said so, and everybody votes again in three days. */
export function voided(stand: Stand): CommunityId {
  const village = { name: 'Saraféré', locality: 'ML060503059', brought: [idea.classrooms, idea.garden, idea.market] };
  const { community, poll } = frozenAt(stand, village, 2, [stonesAt(stand, 2, 'Débarcadère')]);
  openWith(stand, poll, 2, four(13, 12, 8, 8));
  const reason = 'Le bol du projet B est tombé avant le compte, et ses pierres se sont mêlées à celles du projet C.';
  const planned = [stonesAt(stand, -3, 'Débarcadère')];
  const signed = { reason, planned, objection: null, secondBy: stand.staff.second.account };
  must(voidPoll(at(stand, 'committee', 2 - hours(3)), stand.runtime.box, poll, signed));
  return community;
}

/** The vote is frozen for a phone under the tree: two people may prepare it at once. */
export function phone(stand: Stand): CommunityId {
  const village = { name: 'Monzonga', locality: 'ML070201018', brought: [idea.borehole, idea.mill, idea.classrooms] };
  const underTree = { ...stonesAt(stand, 0, 'Sous le grand caïlcédrat'), channel: 'phone' } as const;
  return frozenAt(stand, village, 0, [underTree]).community;
}
