// Owns getting the program onto the phone so that the page opens without network, and saying that a vote is held, so that nothing
// newer takes its place. It refuses to say "kept" before all of it is.
import { fallbackLanguage } from '#lib/i18n/catalogues.ts';
import { heldCache, mediaCache, type Asked } from './kept-program.ts';

const keeper = '/service-worker.js';

/** True once the page opens without network. Where a newer program waited, it takes over and the page loads anew. */
export async function keepProgram(): Promise<boolean> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return false;
  const registration = await register();
  if (!registration) return false;
  const coming = registration.installing;
  if (coming) await settled(coming, ['installed', 'activating', 'activated', 'redundant']);
  const { waiting } = registration;
  const active = keeperIn(registration);
  if (waiting && active) return takeOver(waiting);
  // A reader of pages may stand there still: this one takes its place, and the page has nothing to load anew.
  waiting?.postMessage({ do: 'take-over' } satisfies Asked);
  const first = active ?? waiting;
  if (!first) return false;
  await settled(first, ['activated', 'redundant']);
  return first.state === 'activated';
}

/** What stands there may be a reader of pages, which keeps no program. */
const isKeeper = (worker: ServiceWorker | null): boolean =>
  worker !== null && new URL(worker.scriptURL).pathname === keeper;
const keeperIn = ({ active }: ServiceWorkerRegistration): ServiceWorker | null => (isKeeper(active) ? active : null);

async function register(): Promise<ServiceWorkerRegistration | null> {
  const { serviceWorker } = navigator;
  const kept = await serviceWorker.getRegistration('/');
  try {
    // Always the same address: another one would install all of it again.
    const registration = await serviceWorker.register(`${keeper}?lang=${fallbackLanguage}`, {
      scope: '/',
      updateViaCache: 'none'
    });
    await registration.update();
    return registration;
  } catch {
    // Without network: what was kept before still opens.
    return kept && keeperIn(kept) ? kept : null;
  }
}

function settled(worker: ServiceWorker, states: readonly ServiceWorkerState[]): Promise<void> {
  return new Promise((done) => {
    const look = () => states.includes(worker.state) && done();
    worker.addEventListener('statechange', look);
    look();
  });
}

const renewed = 'sigida-assembly-renewed';

/** True once, after a newer program took over while somebody prepared: they need not press again. */
export function wasRenewed(): boolean {
  const was = sessionStorage.getItem(renewed) !== null;
  sessionStorage.removeItem(renewed);
  return was;
}

async function takeOver(waiting: ServiceWorker): Promise<boolean> {
  waiting.postMessage({ do: 'take-over' } satisfies Asked);
  await settled(waiting, ['activated', 'redundant']);
  if (waiting.state === 'activated') {
    sessionStorage.setItem(renewed, 'yes');
    location.reload();
  }
  return false;
}

/** From now on this program stays, until `letGo`. */
export async function holdProgram(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration('/');
  const worker = [navigator.serviceWorker?.controller, registration?.active].find((one) => isKeeper(one ?? null));
  if (!worker) return false;
  const { port1, port2 } = new MessageChannel();
  const held = new Promise<boolean>((done) => (port1.onmessage = () => done(true)));
  worker.postMessage({ do: 'hold' } satisfies Asked, [port2]);
  return held;
}

/** After the wipe: pictures and voices go as well, the program may be renewed. */
export async function letGo(): Promise<void> {
  await globalThis.caches?.delete(mediaCache);
  await globalThis.caches?.delete(heldCache);
}
