// Owns what of a worker's global is asked for: the compiler knows pages only.
import type { Asked } from '#lib/client/assembly/kept-program.ts';

export type Waits = Event & { waitUntil(work: Promise<unknown>): void };
export type Fetches = Waits & {
  /** Not every browser says that somebody reloads in so many words. */
  readonly request: Request & { readonly isReloadNavigation?: boolean };
  /** What the browser asked for itself while the worker woke up; undefined where it does not. */
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
};
/** A page asks; what it hears is written into it. */
export type Hears = Waits & {
  readonly data: Asked;
  readonly ports: readonly MessagePort[];
  readonly source: { readonly url: string; postMessage(said: string): void } | null;
};
export type ReadingWorker = {
  readonly location: Location;
  readonly registration: {
    readonly navigationPreload?: { enable(): Promise<void>; disable(): Promise<void> };
  };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(asked: {
      readonly type: 'window';
      readonly includeUncontrolled: boolean;
    }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', heard: (event: Waits) => void): void;
  addEventListener(name: 'message', heard: (event: Hears) => void): void;
  addEventListener(name: 'fetch', heard: (event: Fetches) => void): void;
};
