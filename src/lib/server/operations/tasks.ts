// Owns the list of what the program does by itself, how often, and when each was last done: a new task is one entry here.
import { moment, type Context } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { taskRuns } from '../db/schema/operations.ts';
import { wipeFailures } from '../auth/authenticate.ts';
import { wipeSessions } from '../auth/session.ts';
import { wipeSenders } from '../auth/throttle.ts';
import { daysPhonesKept, forgetPhones } from '../event/forget-phones.ts';
import { daysJointActsKept, wipeJointActs } from '../joint/wipe-joint-acts.ts';
import type { BallotBox } from '../vote/ballot-box.ts';
import { closeDue } from '../vote/close-due.ts';
import { daysBeforeWipe, wipeBoxes } from '../vote/wipe-boxes.ts';
import { daysRemarksKept, wipeRemarks } from '../wording/remarks.ts';
import { wipeCountPhotos } from './wipe-count-photos.ts';
import { daysReplacedKept, wipeInReplaced, wipeReplaced } from './replaced-files.ts';

export type TaskTools = Context & {
  readonly box: BallotBox;
  readonly data: string;
  /** Makes one and answers how many it made; null where backups are switched off. */
  readonly backUp: (() => Promise<number>) | null;
  /** Once the server was told to stop, what it cuts off has not failed. */
  readonly stopping: AbortSignal;
};

export type Task = {
  readonly name: string;
  /** One sentence for the operator. */
  readonly what: string;
  readonly everyMinutes: number;
  /** @returns how many rows or files it changed. @throws with the reason it could not. */
  readonly run: (tools: TaskTools) => number | Promise<number>;
};

export const tasks = [
  {
    name: 'close-due',
    what: 'closes and counts sittings by card whose hour has come',
    everyMinutes: 1,
    run: ({ db, now, box }) => closeDue({ db, now }, box)
  },
  {
    name: 'cards-and-slots',
    what: `wipes voting cards, ballots and photos of counts ${daysBeforeWipe} days after their result was published or their vote called off, in kept copies too`,
    everyMinutes: 60,
    run: ({ db, now, box, data }) =>
      wipeBoxes({ db, now }, box, (number) => wipeInReplaced(data, number)) + wipeCountPhotos({ db, now }, data)
  },
  {
    name: 'sessions',
    what: 'wipes sessions that are over',
    everyMinutes: 60,
    run: ({ db, now }) => wipeSessions(db, now)
  },
  {
    name: 'sign-in-failures',
    what: 'wipes wrong attempts to sign in that are older than a day and block nobody',
    everyMinutes: 60,
    run: wipeFailures
  },
  {
    name: 'proposal-senders',
    what: 'wipes hashes of addresses that sent proposals or remarks, after an hour',
    everyMinutes: 60,
    run: ({ db }) => wipeSenders(db)
  },
  {
    name: 'organisers-phones',
    what: `forgets phone numbers of organisers, ${daysPhonesKept} days after their event`,
    everyMinutes: 24 * 60,
    run: forgetPhones
  },
  {
    name: 'joint-acts',
    what: `removes acts that waited for a second person, ${daysJointActsKept} days after they could last be signed`,
    everyMinutes: 24 * 60,
    run: wipeJointActs
  },
  {
    name: 'wording-remarks',
    what: `removes remarks on wording, ${daysRemarksKept} days after a reviewer was done with them`,
    everyMinutes: 24 * 60,
    run: wipeRemarks
  },
  {
    name: 'replaced-files',
    what: `removes what a restore replaced, after ${daysReplacedKept} days`,
    everyMinutes: 24 * 60,
    run: ({ data, now }) => wipeReplaced(data, now)
  },
  {
    // Last, so that what was wiped is not copied once more.
    name: 'backup',
    what: 'makes a backup, and removes those that are too old',
    everyMinutes: 60,
    run: ({ backUp }) => backUp?.() ?? 0
  }
] as const satisfies readonly Task[];

export type TaskName = (typeof tasks)[number]['name'];

export type TaskState = Pick<Task, 'name' | 'what' | 'everyMinutes'> & {
  /** Null before its first run. */
  readonly last: typeof taskRuns.$inferSelect | null;
  /** When it is due; null before its first run, when it is due at once. */
  readonly next: string | null;
};

/** What an operator is shown. */
export function listTasks(db: Portal): readonly TaskState[] {
  const runs = new Map(
    db
      .select()
      .from(taskRuns)
      .all()
      .map((run) => [run.task, run])
  );
  return tasks.map(({ name, what, everyMinutes }) => {
    const last = runs.get(name) ?? null;
    const next = last && moment(new Date(Date.parse(last.at) + everyMinutes * 60_000));
    return { name, what, everyMinutes, last, next };
  });
}
