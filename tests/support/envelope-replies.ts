// Owns phones that hand in over a network which loses, doubles and delays what they send and what is answered.
import { isDeepStrictEqual } from 'node:util';
import { readEnvelope } from '#lib/domain/assembly/envelope.ts';
import { results } from '#lib/server/db/schema/result.ts';
import { envelopesOf } from '#lib/server/vote/envelopes.ts';
import { pollPhase } from '#lib/server/vote/poll-phase.ts';
import { sealedResult } from '#lib/server/vote/queries.ts';
import type { SealedCount } from '#lib/server/vote/seal-result.ts';
import { frozenVote, sitting, type Vote } from './ballots.ts';
import { handedIn, letIn, publish, send } from './phone-vote.ts';
import { byColour, type Four } from './tallies.ts';
import { must } from './two-files.ts';

/** @returns a whole number from 0 up to `below`. */
type Draw = (below: number) => number;
type Fates = { lost: number; unanswered: number; doubled: number; late: number };
export type Replies = Fates & { readonly histories: number; readonly wrong: readonly string[] };

const present: Four = [9, 9, 9, 9];
const [more, fewer]: readonly [Four, Four] = [
  [7, 7, 7, 7],
  [2, 2, 2, 2]
];
const none: Four = [0, 0, 0, 0];

/** One box in two phones, counted under the tree; each hands in one text. */
async function twoPhones(): Promise<{ vote: Vote; texts: readonly string[] }> {
  const vote = frozenVote({ sittings: [sitting('phone')] });
  const [lead, second] = [await letIn(vote), await letIn(vote, 'second')];
  lead.play.checkIn(present).do({ do: 'use-phones', phones: 2 }).open();
  lead.play.voteAll(more, [more, none, none]).close();
  second.play.do({ do: 'begin' }).open();
  second.play.voteAll(fewer, [fewer, none, none]).close();
  second.play.do({ do: 'hand-over', ...second.play.sum });
  const [other = ''] = await handedIn(second);
  lead.play.do({ do: 'take-counts', envelope: must(readEnvelope(other)).envelope });
  lead.play.count().do({ do: 'announce' });
  const [own = ''] = await handedIn(lead);
  return { vote, texts: [own, other] };
}

/** Until each phone has an answer. @returns what is still under way somewhere, and all that was answered to each text. */
async function handIn(vote: Vote, texts: readonly string[], draw: Draw, fates: Fates) {
  const answers = new Map(texts.map((text) => [text, new Set<string>()]));
  const ask = async (text: string) => void answers.get(text)?.add(JSON.stringify(await send(vote, text)));
  const [waiting, late] = [[...texts], [] as string[]];
  while (waiting.length > 0) {
    const at = draw(waiting.length);
    const text = waiting[at] ?? '';
    switch (draw(5)) {
      case 0:
        fates.lost += 1;
        break;
      case 1:
        fates.unanswered += 1;
        await ask(text);
        break;
      case 2:
        fates.doubled += 1;
        await Promise.all([ask(text), ask(text)]);
        waiting.splice(at, 1);
        break;
      case 3:
        fates.late += 1;
        late.push(text);
        break;
      default:
        await ask(text);
        waiting.splice(at, 1);
    }
  }
  return { answers, late, ask };
}

/** What is not as if each had been sent once and answered once. */
function faults(vote: Vote, answers: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const { db, poll } = vote;
  const count = JSON.parse(sealedResult(db, poll.id)?.sealed ?? 'null') as SealedCount | null;
  const expected: readonly (readonly [string, boolean])[] = [
    ['envelopes', envelopesOf(db, poll.id).length === answers.size],
    ['answers', [...answers.values()].every(({ size }) => size === 1)],
    ['counted twice', db.select().from(results).all().length === 1],
    ['sum', isDeepStrictEqual(count?.tally.ballots, byColour(present))]
  ];
  return expected.flatMap(([what, fits]) => (fits ? [] : [what]));
}

/** @param histories of a vote on two phones each. */
export async function loseReplies(histories: number, draw: Draw): Promise<Replies> {
  const fates: Fates = { lost: 0, unanswered: 0, doubled: 0, late: 0 };
  const wrong: string[] = [];
  for (let number = 0; number < histories; number += 1) {
    const { vote, texts } = await twoPhones();
    const { answers, late, ask } = await handIn(vote, texts, draw, fates);
    if (pollPhase(vote.db, vote.poll) !== 'counted') wrong.push(`${number}: not counted`);
    // What was on its way all the time arrives before publication or after it.
    const before = late.splice(0, draw(late.length + 1));
    for (const text of before) await ask(text);
    must(publish(vote));
    for (const text of [...late, ...texts]) await ask(text);
    wrong.push(...faults(vote, answers).map((what) => `${number}: ${what}`));
  }
  return { ...fates, histories, wrong };
}
