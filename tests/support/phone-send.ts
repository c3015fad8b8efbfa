// Owns bringing a prepared phone straight to a later moment of its assembly, by asking its worker as the page does, and a portal that
// answers to envelopes. Screens of other moments have stories of their own.
import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import type { Counter } from '#lib/domain/assembly/acts.ts';
import type { EnvelopeAnswer } from '#lib/domain/assembly/judge-envelope.ts';
import { signedByPortal } from './portal-key.ts';
import { portalKeys, signWithPins, type Prepared } from './phone-stand.ts';

type Call = readonly [method: string, ...args: readonly unknown[]];

/** As comlink asks; the page hears answers to questions that it never put, and ignores them. */
async function askWorker(page: Page, calls: readonly Call[]): Promise<void> {
  const worker = page.workers().find((one) => one.url().includes('/workers/'));
  if (!worker) throw new Error('The page has no worker');
  await worker.evaluate(async (asked) => {
    // Types of a worker's global are not among those of tests.
    const scope = globalThis as unknown as { postMessage: (message: unknown) => void } & EventTarget;
    const answer = scope.postMessage.bind(scope);
    for (const [method, ...args] of asked) {
      const id = `story-${Math.random()}`;
      const said = new Promise<{ value?: { ok?: boolean } }>((done) => {
        scope.postMessage = (message) => {
          if ((message as { id?: string }).id === id) done(message as { value?: { ok?: boolean } });
          else answer(message);
        };
      });
      const argumentList = args.map((value) => ({ type: 'RAW', value }));
      scope.dispatchEvent(new MessageEvent('message', { data: { id, type: 'APPLY', path: [method], argumentList } }));
      const { value } = await said;
      if (value?.ok === false) throw new Error(`${method}: ${JSON.stringify(value)}`);
    }
    scope.postMessage = answer;
  }, calls);
}

const act = (what: object): Call => ['act', what];
const thirty: readonly Counter[] = (['HW', 'HM', 'RW', 'RM'] as const).flatMap((colour) =>
  Array.from({ length: 10 }, () => colour)
);
const nobody = { HW: 0, HM: 0, RW: 0, RM: 0 };

/** Forty people came, two voted, and the minutes are signed. The phone is unlocked before and after. */
export async function playToMinutes(page: Page, prepared: Prepared): Promise<void> {
  const by = { pins: [1, 2].map((number) => ({ number, pin: prepared.pins[number - 1] })) };
  const vote = (colour: string): readonly Call[] => [act({ do: 'take-token', colour }), ['vote', [true, false, true]]];
  await askWorker(page, [
    act({ do: 'begin' }),
    act({ do: 'read-definition' }),
    ...thirty.map((what) => act({ do: 'count-in', what })),
    act({ do: 'judge-quorum' }),
    act({ do: 'practise' }),
    ['reportZero'],
    ['sign', { do: 'open' }, by],
    ...vote('HW'),
    ...vote('RM'),
    ['sign', { do: 'close' }, by],
    ['sign', { do: 'count', unused: nobody, note: 'deux votes pour essayer' }, by],
    act({ do: 'announce' }),
    act({ do: 'note-minutes', notes: null })
  ]);
  await page.reload();
  await signWithPins(page, prepared, /deux$/);
}

export const receiptOf = (envelope: string, answer: EnvelopeAnswer): string =>
  JSON.stringify({
    answer,
    envelope: createHash('sha256').update(envelope).digest('hex'),
    format: 'sigida-receipt-1'
  });

/** @param answers one for each time that an envelope comes; `lost` receives it, and the reply gets nowhere. The last one stays. */
export async function answerEnvelopes(
  context: BrowserContext,
  answers: readonly (EnvelopeAnswer | 'lost' | 'no-network')[]
): Promise<readonly string[]> {
  const came: string[] = [];
  let times = 0;
  await context.route('**/assembly/envelopes', async (route) => {
    const answer = answers[Math.min(times++, answers.length - 1)] ?? 'accepted';
    const envelope = route.request().postData() ?? '';
    if (answer !== 'no-network') came.push(envelope);
    if (answer === 'lost' || answer === 'no-network') return route.abort();
    if (answer.startsWith('refused-')) return route.fulfill({ status: 409, json: { answer } });
    // The first answer's receipt, however often it is asked for.
    const receipt = receiptOf(envelope, 'accepted');
    return route.fulfill({ json: { answer, receipt, signature: signedByPortal(portalKeys, receipt) } });
  });
  return came;
}

/** What a browser keeps of a phone: private files, what caches hold, and what the small database knows. */
export const leftOn = (page: Page) =>
  page.evaluate(async () => {
    const files: string[] = [];
    const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
    for await (const name of folder.keys()) files.push(name);
    const keys = await new Promise<number>((done) => {
      const asked = indexedDB.open('sigida-assembly');
      asked.onsuccess = () => {
        const all = asked.result.transaction('phone').objectStore('phone').getAllKeys();
        all.onsuccess = () => done(all.result.length);
      };
    });
    // The framework notes where a page was scrolled to.
    const stored = [localStorage, sessionStorage].flatMap(Object.keys).filter((name) => !name.startsWith('sveltekit:'));
    const vote = (await caches.keys()).filter((name) => !name.startsWith('sigida-assembly-program-'));
    return { files, keys, caches: vote, stored };
  });
