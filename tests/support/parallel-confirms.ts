// Owns confirming each card many times at once, and what the box then holds. The story and the long run share it.
import Database from 'better-sqlite3';
import { colours } from '#lib/domain/vote/colours.ts';
import { readBoxBytes } from '#lib/server/operations/ask-server.ts';
import { confirm, connections } from './confirm.ts';
import type { OpenVote } from './open-vote.ts';
import type { Portal } from './server.ts';

export const atOnce = 50;

export type Confirmed = {
  readonly cards: number;
  readonly requests: number;
  readonly ballots: number;
  /** Requests that were answered otherwise than with 200. */
  readonly errors: number;
  /** Answers that differ from one another in any byte, by how many there are. One is the goal. */
  readonly answers: number;
  /** Whether the slots hold what was confirmed and nothing else. */
  readonly same: boolean;
};

/** As the slot of this card must read. */
export const marksOf = (index: number): string => ['yny', 'nny', 'yyn', 'nnn', 'ynn'][index % 5] ?? '';

/** Other marks in every second repetition: whoever goes back and chooses anew gets the same answer and changes nothing. */
export const otherMarks = (marks: string): string => [...marks].map((mark) => (mark === 'y' ? 'n' : 'y')).join('');

/** @param cards how many of the vote's, from its first. */
export async function confirmAtOnce(
  { origin, data }: Pick<Portal, 'origin' | 'data'>,
  vote: OpenVote,
  cards: number,
  onProgress: (done: number) => void = () => undefined
): Promise<Confirmed> {
  const agent = connections(atOnce);
  const used = vote.cards.slice(0, cards);
  const answers = new Set<string>();
  let [errors, requests] = [0, 0];
  for (const [index, { code }] of used.entries()) {
    const marks = marksOf(index);
    const parallel = Array.from({ length: atOnce }, () => confirm(agent, origin, code, marks));
    // Once more after them, with the same and with other marks: a reply that was lost on the way.
    const first = await Promise.all(parallel);
    const later = [await confirm(agent, origin, code, marks), await confirm(agent, origin, code, otherMarks(marks))];
    for (const { status, bytes } of [...first, ...later]) {
      requests += 1;
      errors += Number(status !== 200);
      answers.add(bytes);
    }
    onProgress(index + 1);
  }
  agent.destroy();
  const wanted = used.map(({ colour }, index) => colours[colour].letter + marksOf(index));
  const slots = await filledSlots(data, vote);
  const same = slots.toSorted().join() === wanted.toSorted().join();
  return { cards: used.length, requests, ballots: slots.length, errors, answers: answers.size, same };
}

/** From a copy that the server hands out, since the box is its own. */
export async function filledSlots(data: string, { box, options }: OpenVote): Promise<readonly string[]> {
  const copy = new Database(await readBoxBytes(data));
  try {
    return copy
      .prepare<[number, string], string>('SELECT ballot FROM slots WHERE box = ? AND ballot <> ?')
      .pluck()
      .all(box, '-'.repeat(options + 1)) as string[];
  } finally {
    copy.close();
  }
}
