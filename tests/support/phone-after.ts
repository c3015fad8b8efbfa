// Owns the way of a phone to the close without its screens: acts go straight to the worker that holds the files, as the screens send
// them. Afterwards the page is loaded anew, so that each story begins with what the phone wrote.
import { expect, type Page } from '@playwright/test';
import type { Act } from '#lib/domain/assembly/acts.ts';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { signWithPins, type Prepared } from './phone-stand.ts';
import { byColour, type Four } from './tallies.ts';

/** Before the page is opened: keeps its worker where tests find it. */
export async function keepWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      constructor(...args: ConstructorParameters<typeof Real>) {
        super(...args);
        (globalThis as { phoneWorker?: Worker }).phoneWorker = this;
      }
    };
  });
}

/** Asks the worker as comlink does. @throws where the phone refuses. */
export async function askPhone(
  page: Page,
  asked: readonly (readonly [method: string, ...args: unknown[]])[]
): Promise<void> {
  await page.evaluate(
    async (calls) => {
      const worker = (globalThis as { phoneWorker?: Worker }).phoneWorker;
      if (!worker) throw new Error('The page has no worker');
      const ask = (method: string, args: readonly unknown[]) =>
        new Promise<unknown>((resolve) => {
          const id = crypto.randomUUID();
          const answer = ({ data }: MessageEvent) => {
            if (data.id !== id) return;
            worker.removeEventListener('message', answer);
            resolve(data.value);
          };
          worker.addEventListener('message', answer);
          const argumentList = args.map((value) => ({ type: 'RAW', value }));
          worker.postMessage({ id, type: 'APPLY', path: [method], argumentList });
        });
      for (const [method, ...args] of calls) {
        const done = (await ask(method, args)) as { ok?: boolean } | undefined;
        if (!done?.ok) throw new Error(`${method} ${JSON.stringify(args)}: ${JSON.stringify(done)}`);
      }
    },
    asked as [string, ...unknown[]][]
  );
}

const act = (one: Act | { readonly do: string; readonly [name: string]: unknown }) => ['act', one] as const;
export const pinsOf = ({ pins }: Prepared) => ({
  pins: [
    { number: 1, pin: pins[0] },
    { number: 2, pin: pins[1] }
  ]
});

export type Day = {
  readonly present: Four;
  /** Who voted on this phone, where not all did. */
  readonly votes?: Four;
  /** Yes of each project, by colour. */
  readonly yes?: readonly Four[];
  readonly channel?: 'phone' | 'stones' | 'paper' | 'hands';
  readonly phones?: 1 | 2;
  readonly role?: 'leading' | 'second';
};

/** Whoever said yes to a project, said it first: any other way gives the same counts. */
const ballotsOf = (present: ByColour<number>, yes: readonly ByColour<number>[]) =>
  colourCodes.flatMap((colour) =>
    Array.from({ length: present[colour] }, (_, voter) => [
      act({ do: 'take-token', colour }),
      ['vote', yes.map((of) => voter < of[colour])] as const
    ]).flat()
  );

/** From a prepared phone to a closed ballot. */
export async function playUntilClosed(page: Page, prepared: Prepared, day: Day): Promise<void> {
  const { present, votes = present, yes = [], channel = 'phone', phones = 1, role = 'leading' } = day;
  const by = pinsOf(prepared);
  const here = byColour(present);
  const checkIn = colourCodes.flatMap((what) =>
    Array.from({ length: here[what] }, () => act({ do: 'count-in', what }))
  );
  const begin =
    role === 'leading'
      ? [act({ do: 'begin' }), act({ do: 'read-definition' }), ...checkIn, act({ do: 'judge-quorum' })]
      : [act({ do: 'begin' })];
  const practised = role === 'leading' ? [['endPractice'] as const] : [];
  const channelChosen = channel === 'phone' ? [] : [act({ do: 'choose-channel', channel, agreed: true })];
  const twoPhones = phones === 2 ? [act({ do: 'use-phones', phones })] : [];
  await askPhone(page, [...begin, ...channelChosen, ...twoPhones, ...practised]);
  await voteAndClose(page, by, channel, ballotsOf(byColour(votes), yes.map(byColour)));
}

/** The ballot that is ready: a second one, or a ratification. */
export async function playNext(
  page: Page,
  prepared: Prepared,
  { present, yes = [], channel = 'phone' }: Day
): Promise<void> {
  const chosen = channel === 'phone' ? [] : [act({ do: 'choose-channel', channel, agreed: true })];
  await askPhone(page, chosen);
  await voteAndClose(page, pinsOf(prepared), channel, ballotsOf(byColour(present), yes.map(byColour)));
}

async function voteAndClose(
  page: Page,
  by: ReturnType<typeof pinsOf>,
  channel: string,
  ballots: ReturnType<typeof ballotsOf>
): Promise<void> {
  const zero = channel === 'phone' ? [['reportZero'] as const] : [];
  const votes = channel === 'phone' ? ballots : [];
  await askPhone(page, [...zero, ['sign', { do: 'open' }, by], ...votes, ['sign', { do: 'close' }, by]]);
}

const unlock = /^(Ouvrir à deux|A dayɛlɛ, mɔgɔ fila|A feeri, boro hinka)$/;

/** Two people open what is on the phone. */
export async function openByTwo(page: Page, prepared: Prepared): Promise<void> {
  await page.getByRole('button', { name: unlock }).waitFor({ timeout: 60_000 });
  await signWithPins(page, prepared, unlock);
  await expect(page.getByRole('button', { name: unlock })).toHaveCount(0, { timeout: 60_000 });
}

/** The page begins anew. */
export async function reopen(page: Page, prepared: Prepared): Promise<void> {
  await page.reload();
  await openByTwo(page, prepared);
}
