// Owns what of a worker's global is asked for: the compiler knows pages only.

export type Waits = Event & { waitUntil(work: Promise<unknown>): void };
export type Fetches = Waits & {
  readonly request: Request;
  /** What the browser asked for itself while the worker woke up; undefined where it does not. */
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
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
  addEventListener(name: 'fetch', heard: (event: Fetches) => void): void;
};
