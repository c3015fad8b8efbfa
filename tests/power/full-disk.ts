// Owns voting over HTTP while the disk of the built server fills up and empties, and what the box holds in between and at the end.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { colours } from '#lib/domain/vote/colours.ts';
import { catalogueFiles } from '../support/catalogues.ts';
import { confirm, connections, pageOf, type Answer } from '../support/confirm.ts';
import { openVote, type OpenVote } from '../support/open-vote.ts';
import { filledSlots, marksOf, otherMarks } from '../support/parallel-confirms.ts';
import { startPortal, type Portal } from '../support/server.ts';
import { diskLibrary } from './disk.ts';

export type Disk = {
  /** All of the portal's folder, the box and its journal among it. @param room how many writes still succeed. */
  readonly fill: (room: number) => void;
  /** Seen by the server before this returns. */
  readonly empty: () => Promise<void>;
};

export type DiskPortal = { readonly portal: Portal; readonly vote: OpenVote; readonly disk: Disk };

/** @param cards of the one vote that is open on it. */
export async function startOnDisk(cards: number): Promise<DiskPortal> {
  const full = join(mkdtempSync(join(tmpdir(), 'sigida-full-')), 'full');
  const votes: OpenVote[] = [];
  const portal = await startPortal({
    scenario: 'empty',
    prepare: async (data) => void votes.push(await openVote(data, 'Bara', cards)),
    surroundings: (data) => ({ LD_PRELOAD: diskLibrary(), POWER_WATCHED: realpathSync(data), POWER_FULL: full })
  });
  const [vote] = votes;
  if (!vote) throw new Error('The vote was not made.');
  const fill = (room: number) => writeFileSync(full, String(room));
  const empty = async () => {
    rmSync(full, { force: true });
    await fetch(`${portal.origin}/healthz`);
  };
  return { portal, vote, disk: { fill, empty } };
}

export type FullDisk = {
  readonly cards: number;
  /** Confirms that found no room and were told so plainly, by the language of the page. */
  readonly refused: Readonly<Record<string, number>>;
  /** Recorded while the disk filled and emptied. */
  readonly acknowledged: number;
  /** Whether the box then held these and no others. */
  readonly intact: boolean;
  /** Once there is room, each card is confirmed again; and what the slots hold is what was confirmed first, once each. */
  readonly ballots: number;
  readonly same: boolean;
  /** Answers that are neither. */
  readonly wrong: readonly string[];
};

const sentence = (lang: string, key: string): string =>
  catalogueFiles.find(({ tag }) => tag === lang)?.messages[key] ?? 'This text is missing.';

const onPaper = 'error.box-can-not-write';
type Told = 'recorded' | 'on-paper' | string;

/** What a voter reads. Who is sent to paper is shown no form that they could try again with. */
function read(answer: Answer, lang: string): Told {
  const page = pageOf(answer);
  const says = (key: string) => page.includes(sentence(lang, key));
  if (answer.status === 200 && says('vote.recorded')) return 'recorded';
  return answer.status === 503 && says(onPaper) && !says('vote.recorded') && !/<main.*<form/s.test(page)
    ? 'on-paper'
    : `${lang} ${answer.status}: ${/<main.*<\/main>/s.exec(page)?.[0] ?? page}`;
}

type Manner = {
  /** Confirms under way. */
  readonly atOnce?: number;
  readonly onProgress?: (done: number) => void;
  /** Whoever fills the disk stops. */
  readonly calm?: () => Promise<void>;
};

/** @param cards how many, from the first. @param before each of them, where the disk may be filled or time may pass. */
export async function voteOnFullDisk(
  { portal, vote, disk }: DiskPortal,
  cards: number,
  before: (index: number) => Promise<void>,
  { atOnce = 1, onProgress, calm }: Manner = {}
): Promise<FullDisk> {
  const agent = connections(atOnce);
  const langs = catalogueFiles.map(({ tag }) => tag);
  const refused = Object.fromEntries(langs.map((lang) => [lang, 0]));
  const wrong: string[] = [];
  const recorded: number[] = [];
  const used = vote.cards.slice(0, cards);
  const langOf = (index: number) => langs[index % langs.length] ?? '';
  const ask = async (index: number, marks: string) =>
    read(await confirm(agent, portal.origin, used[index]?.code ?? '', marks, langOf(index)), langOf(index));
  /** The step before: on a disk that is full it shows the ballot, or sends to paper. */
  const isLookedUp = async (index: number): Promise<boolean> => {
    const body = new URLSearchParams({ code: used[index]?.code ?? '' });
    const { origin } = portal;
    const answer = await fetch(`${origin}/${langOf(index)}/vote?/code`, { method: 'POST', body, headers: { origin } });
    const page = await answer.text();
    return answer.status === 200 || (answer.status === 503 && page.includes(sentence(langOf(index), onPaper)));
  };
  const slotsAre = async (indexes: readonly number[]) => {
    const wanted = indexes.flatMap((index) => {
      const card = used[index];
      return card ? [colours[card.colour].letter + marksOf(index)] : [];
    });
    return (await filledSlots(portal.data, vote)).toSorted().join() === wanted.toSorted().join();
  };

  let next = 0;
  const voters = Array.from({ length: atOnce }, async () => {
    for (let index = next++; index < cards; index = next++) {
      await before(index);
      const told = await ask(index, marksOf(index));
      if (told === 'recorded') recorded.push(index);
      else if (told === 'on-paper') {
        refused[langOf(index)] = (refused[langOf(index)] ?? 0) + 1;
        if (!(await isLookedUp(index))) wrong.push(`${langOf(index)}: the code is answered otherwise`);
      } else wrong.push(told);
      // Whose reply was lost must not read that nothing is recorded, whatever the disk does by then.
      const earlier = recorded.at(Math.floor(index / 2) % Math.max(1, recorded.length));
      const again = earlier === undefined ? 'recorded' : await ask(earlier, otherMarks(marksOf(earlier)));
      if (again !== 'recorded') wrong.push(`again ${again}`);
      onProgress?.(index + 1);
    }
  });
  await Promise.all(voters);
  await calm?.();
  await disk.empty();
  const acknowledged = recorded.length;
  const intact = await slotsAre(recorded);
  for (const index of used.keys()) {
    const marks = recorded.includes(index) ? otherMarks(marksOf(index)) : marksOf(index);
    for (const again of [marks, otherMarks(marksOf(index))]) {
      const told = await ask(index, again);
      if (told !== 'recorded') wrong.push(`after ${told}`);
    }
  }
  agent.destroy();
  const ballots = (await filledSlots(portal.data, vote)).length;
  return { cards, refused, acknowledged, intact, ballots, same: await slotsAre([...used.keys()]), wrong };
}
