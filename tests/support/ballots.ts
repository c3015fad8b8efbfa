// Owns a community that is about to vote, and people who open, count and publish in two, beside no server.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PollId } from '#lib/domain/shared/ids.ts';
import type { Channel, HandChannel } from '#lib/domain/vote/channels.ts';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { countLines, fieldName, type CountFigure, type HandCount } from '#lib/domain/vote/hand-count.ts';
import { agreedByDefault, type AgreedTerms } from '#lib/domain/vote/terms.ts';
import type { RuleId } from '#lib/domain/vote/rules/index.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import { consultations } from '#lib/server/db/schema/community.ts';
import { receiveProposal } from '#lib/server/proposal/receive-proposal.ts';
import { screenProposal } from '#lib/server/proposal/screen-proposal.ts';
import { openBallotBox } from '#lib/server/vote/ballot-box.ts';
import { countRounds, roundToEnter } from '#lib/server/vote/count-entries.ts';
import { enterCount } from '#lib/server/vote/enter-count.ts';
import { freezeOptions } from '#lib/server/vote/freeze-options.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import type { PlannedSitting } from '#lib/server/vote/planned-sittings.ts';
import { newestPoll, type Poll } from '#lib/server/vote/queries.ts';
import { recountOf } from '#lib/server/vote/recounts.ts';
import { testConsultation, type TestConsultation } from './consultation.ts';
import { testPortal } from './database.ts';
import { well, yes } from './proposals.ts';
import { must } from './two-files.ts';

export const voteDay = '2026-07-05';
const start = new Date(`${voteDay}T09:00:00Z`);

export const sitting = (channel: Channel, place = 'Place', day = voteDay): PlannedSitting => ({
  channel,
  place,
  day,
  closesAt: null
});

type Wanted = {
  readonly sittings: readonly PlannedSitting[];
  readonly titles?: readonly string[];
  readonly rule?: RuleId;
  readonly spareCards?: boolean;
  readonly agreed?: AgreedTerms;
};

/** A frozen ballot of three options unless wanted otherwise. */
export function frozenVote({
  sittings,
  titles = ['Forage', 'École', 'Marché'],
  rule = 'accepted-by-all',
  spareCards = false,
  agreed = agreedByDefault
}: Wanted) {
  const db = testPortal();
  const box = openBallotBox(join(mkdtempSync(join(tmpdir(), 'sigida-vote-')), 'ballots.db'), Buffer.alloc(32, 7));
  const made = testConsultation(db, { stage: 'screening' });
  // Thirty people are enough, and fifteen at a second call.
  db.update(consultations).set({ households: 100 }).run();
  const at = (moment: Date) => ({
    first: { ...made.committee, now: moment } as StaffContext,
    second: { ...made.facilitator, now: moment } as StaffContext
  });
  const { first, second } = at(start);
  const chosen = titles.map((title) => {
    const id = must(receiveProposal(first, made.consultation, { ...well, title }, first.actor.account));
    must(screenProposal(first, id, { ...yes, cost: 1_000_000 }));
    return id;
  });
  const consultation = newestConsultation(db, made.community);
  if (!consultation) throw new Error('A vote has no consultation.');
  must(
    freezeOptions(first, second.actor.account, consultation, {
      chosen,
      reasons: {},
      sittings,
      rule,
      spareCards,
      agreed
    }) as { ok: true; value: PollId }
  );
  return new Vote(made, box, at);
}

type Two = { readonly first: StaffContext; readonly second: StaffContext };

/** What two people do, each call on the poll as it stands. */
export class Vote {
  readonly made: TestConsultation;
  readonly box: ReturnType<typeof openBallotBox>;
  readonly at: (moment: Date) => Two;
  now = start;

  constructor(made: TestConsultation, box: ReturnType<typeof openBallotBox>, at: (moment: Date) => Two) {
    this.made = made;
    this.box = box;
    this.at = at;
  }

  get two(): Two {
    return this.at(this.now);
  }

  get db() {
    return this.two.first.db;
  }

  get poll(): Poll {
    const poll = newestPoll(this.db, this.made.consultation);
    if (!poll) throw new Error('There is no poll.');
    return poll;
  }

  get stage() {
    return newestConsultation(this.db, this.made.community)?.stage;
  }

  open(present: ByColour<number>, place = 0) {
    const sheet = { present, youth: 0, disability: 0, disputes: 0, sitting: this.sittingAt(place).id };
    return openPoll(this.two.first, this.box, this.two.second.actor.account, this.poll, sheet);
  }

  /** @param who the first or the second of the two. */
  enter(who: keyof Two, count: HandCount, place = 0) {
    const { id } = this.sittingAt(place);
    const { round } = roundToEnter(countRounds(this.db, id), recountOf(this.db, this.poll)?.afterEntry);
    return enterCount(this.two[who], this.box, this.poll, { sitting: id, round, count });
  }

  enterTwice(count: HandCount, place = 0) {
    must(this.enter('first', count, place));
    return this.enter('second', count, place);
  }

  sittingAt(place: number) {
    const found = this.poll.sittings[place];
    if (!found) throw new Error('There is no such sitting.');
    return found;
  }

  /** @param yes one list per option, by colour; other figures follow from how many voted. */
  stones(voters: ByColour<number>, yes: readonly ByColour<number>[], marks: 'many' | 'one' = 'many'): HandCount {
    const each = marks === 'one' ? 1 : yes.length;
    const discard = (colour: keyof typeof voters) =>
      each * voters[colour] - yes.reduce((sum, bowl) => sum + bowl[colour], 0);
    return this.count('stones', { issued: voters, unused: four(0), yes, discard: byColour(discard) });
  }

  count(
    channel: HandChannel,
    figures: Partial<Record<Exclude<CountFigure, 'yes'>, ByColour<number>>> & { yes: readonly ByColour<number>[] }
  ): HandCount {
    const lines = countLines(channel, this.poll.kind, figures.yes.length);
    return Object.fromEntries(
      lines.flatMap((line) =>
        colourCodes.map((colour) => {
          const numbers = line.figure === 'yes' ? figures.yes[line.option ?? 0] : figures[line.figure];
          return [fieldName(line, colour), numbers?.[colour] ?? 0];
        })
      )
    );
  }
}

export const byColour = (of: (colour: keyof ByColour<number>) => number): ByColour<number> => ({
  HW: of('HW'),
  HM: of('HM'),
  RW: of('RW'),
  RM: of('RM')
});

/** The same for each colour, or one number for each. */
export const four = (HW: number, HM = HW, RW = HW, RM = HW): ByColour<number> => ({ HW, HM, RW, RM });
