// Owns a portal that answers to envelopes, and what a phone still holds after it handed them in.
import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import type { EnvelopeAnswer } from '#lib/domain/assembly/judge-envelope.ts';
import { signedByPortal } from './portal-key.ts';
import { portalKeys } from './phone-stand.ts';

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
