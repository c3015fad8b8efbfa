// Owns bringing a phone to its booth for tests: the acts before it go straight to the phone's worker, since other stories show them.
import type { Page } from '@playwright/test';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { answerForPortal, grantKeeping, preparePhone, signWithPins, type Prepared } from './phone-stand.ts';

declare global {
  interface Window {
    phoneWorker?: Worker;
  }
}

/** What the page itself asks its worker, asked from a story. @throws where the phone refused. */
export const askPhone = (page: Page, name: string, ...given: readonly unknown[]): Promise<unknown> =>
  page.evaluate(
    ({ name, given }) =>
      new Promise((resolve, reject) => {
        const worker = window.phoneWorker;
        if (!worker) return reject(new Error('There is no phone'));
        const id = `story-${Math.random()}`;
        worker.addEventListener('message', function hear({ data }: MessageEvent) {
          const answer = data as { id?: string; value?: { ok?: boolean } };
          if (answer.id !== id) return;
          worker.removeEventListener('message', hear);
          if (answer.value?.ok === false) reject(new Error(JSON.stringify(answer.value)));
          else resolve(answer.value);
        });
        const argumentList = given.map((value) => ({ type: 'RAW', value }));
        worker.postMessage({ id, type: 'APPLY', path: [name], argumentList });
      }),
    { name, given: [...given] }
  );

export type BoothOptions = {
  readonly origin: string;
  readonly pack: Pack;
  readonly lang?: string;
  /** The phone stops at the check-in that is over, before anybody has practised. */
  readonly until?: 'ready' | 'voting';
  readonly people?: number;
};

export const unlockLabel = /deux$|fila$|hinka$/;

/** @returns the PINs; the booth of a vote that was just opened is on the screen. */
export async function standAtBooth(page: Page, options: BoothOptions): Promise<Prepared> {
  const { origin, pack, lang = 'fr', until = 'voting', people = 40 } = options;
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      constructor(...made: ConstructorParameters<typeof Worker>) {
        super(...made);
        window.phoneWorker = this;
      }
    };
  });
  await grantKeeping(page.context(), page, origin);
  await answerForPortal(page, pack);
  await page.goto(`${origin}/${lang}/assembly`);
  const prepared = await preparePhone(page);
  await page.locator('form.two-pins').waitFor();
  const by = { pins: [1, 2].map((number) => ({ number, pin: prepared.pins[number - 1] })) };
  const act = (each: object) => askPhone(page, 'act', each);
  await askPhone(page, 'unlock', pack, by);
  await act({ do: 'begin' });
  await act({ do: 'read-definition' });
  for (let place = 0; place < people; place += 1)
    await act({ do: 'count-in', what: ['HW', 'HM', 'RW', 'RM'][place % 4] });
  await act({ do: 'judge-quorum' });
  if (until === 'voting') {
    await act({ do: 'practise' });
    await askPhone(page, 'reportZero');
    await askPhone(page, 'sign', { do: 'open' }, by);
  }
  await askPhone(page, 'lock');
  await signWithPins(page, prepared, unlockLabel);
  if (until === 'voting') await page.locator('.hold').waitFor();
  return prepared;
}

/** As a finger holds it. */
export async function holdToUnlock(page: Page): Promise<void> {
  await page.locator('.hold').hover();
  await page.mouse.down();
  await page.locator('.hold').waitFor({ state: 'detached' });
  await page.mouse.up();
}

/** The helper's part. */
export async function bringVoter(page: Page, colour: number): Promise<void> {
  await holdToUnlock(page);
  await page.locator('.tokens button').nth(colour).click();
  await page.locator('.answers, .one-mark').waitFor();
}

/** The voter's part, to the thanks. */
export async function answerAll(page: Page, answers: readonly boolean[]): Promise<void> {
  for (const [place, yes] of answers.entries()) {
    await page.locator(`.dots li:nth-child(${place + 1}).now`).waitFor({ state: 'attached' });
    await page.locator(`.answers .${yes ? 'yes' : 'no'}`).click();
  }
}
