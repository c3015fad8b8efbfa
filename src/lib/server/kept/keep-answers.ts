// Owns answering public pages and feeds from memory, before the program that renders them is asked: as long as nothing public
// changed and the minute is the same, they are the same. It keeps nothing of whoever signed in, nothing typed, and no card.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageLine, remembersLanguage, sessionCookie } from '../http/cookies.ts';
import { readAsked, type Asked } from './asked.ts';
import { keptAnswer, mayBeKept, sendKept, type KeptAnswer } from './kept-answer.ts';
import { Memory } from './memory.ts';
import { asksOwn, isFeed, privately, publicly, routeFinder } from '../http/public-routes.ts';
import { recordAnswer } from './record-answer.ts';
import { WhenIdle } from './when-idle.ts';

/** Bytes. Addresses with a query are without number: they have a memory of their own, and push no page out of the other. */
const mostOfPages = 16 * 1024 * 1024;
const mostOfQueries = 8 * 1024 * 1024;

type Line = { readonly route: string; readonly method: string; readonly status: number; readonly milliseconds: number };

export type Surroundings = {
  /** Of the public content. */
  readonly version: () => number;
  /** Of the screens, as addresses name them. */
  readonly languages: readonly string[];
  /** Where people reach the portal. */
  readonly home: URL;
  readonly clock?: () => number;
  readonly log?: (line: Line) => void;
};

/** `render` answers; `plainly` is how what is not kept is sent. */
export type Behind = {
  readonly render: () => void;
  readonly plainly: (send: () => void) => void;
};

export type KeepAnswers = {
  /** @returns whether it was answered. */
  readonly fromMemory: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** @returns false where it is none of those that may be kept, and nothing was done. */
  readonly anew: (request: IncomingMessage, response: ServerResponse, behind: Behind) => boolean;
};

export function keepAnswers(around: Surroundings): KeepAnswers {
  const { version, languages, home, clock = Date.now, log } = around;
  const pages = new Memory<KeptAnswer>(mostOfPages);
  const queries = new Memory<KeptAnswer>(mostOfQueries);
  const idle = new WhenIdle();
  const routeOf = routeFinder(languages);
  const underWay = new Map<string, Promise<KeptAnswer | null>>();
  const own = { languages, sessionCookie: sessionCookie(home) };
  const memoryOf = ({ query }: Asked) => (query ? queries : pages);
  /** The second in which this version was seen first. */
  let seen = { version: -1, second: 0 };

  function state() {
    const [now, number] = [clock(), version()];
    if (seen.version !== number) seen = { version: number, second: Math.floor(now / 1000) };
    return { version: number, minute: Math.floor(now / 60_000) };
  }

  /** Within the second of a change, or of a new minute, a feed has no date yet: it will have one. */
  function isSettled(route: string): boolean {
    const second = Math.floor(clock() / 1000);
    return !isFeed(route) || (second !== seen.second && second % 60 !== 0);
  }

  const cookieFor = ({ method = '' }: IncomingMessage, { lang, path, known }: Asked) =>
    lang && remembersLanguage({ method, path, lang, known }) ? languageLine(lang, home) : null;

  function send(request: IncomingMessage, response: ServerResponse, asked: Asked, kept: KeptAnswer): void {
    const begun = performance.now();
    const status = sendKept(request, response, kept, cookieFor(request, asked));
    improve(kept);
    const milliseconds = Math.round(performance.now() - begun);
    log?.({ route: kept.route, method: request.method ?? '', status, milliseconds });
  }

  function improve({ body }: KeptAnswer): void {
    const work = body.improvement();
    if (work) idle.add(work);
  }

  function known(asked: Asked): KeptAnswer | null {
    const found = memoryOf(asked).get(asked.key);
    if (!found) return null;
    const now = state();
    return found.version === now.version && found.minute === now.minute ? found : null;
  }

  function fromMemory(request: IncomingMessage, response: ServerResponse): boolean {
    idle.asked();
    const asked = readAsked(request, own);
    const kept = asked && known(asked);
    if (kept) send(request, response, asked, kept);
    return kept !== null;
  }

  function anew(request: IncomingMessage, response: ServerResponse, behind: Behind): boolean {
    const asked = request.method === 'GET' ? readAsked(request, own) : null;
    const route = asked && routeOf(asked.path);
    if (!route || asksOwn(new URLSearchParams(asked.query))) return false;
    const waited = underWay.get(asked.key);
    if (waited)
      void waited.then((kept) =>
        kept ? send(request, response, asked, kept) : render(request, response, asked, route, behind)
      );
    else render(request, response, asked, route, behind);
    return true;
  }

  /** Asked as by a stranger who has nothing yet: what is kept for all holds nothing of whoever happened to come first. */
  function render(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Asked,
    route: string,
    behind: Behind
  ): void {
    const at = { route, ...state() };
    const cookie = cookieFor(request, asked);
    const lang = asked.lang ?? asked.known;
    const conditions = { tag: request.headers['if-none-match'], date: request.headers['if-modified-since'] };
    delete request.headers['if-none-match'];
    delete request.headers['if-modified-since'];
    if (lang) request.headers.cookie = `lang=${lang}`;
    else delete request.headers.cookie;
    const { promise, resolve } = Promise.withResolvers<KeptAnswer | null>();
    underWay.set(asked.key, promise);
    recordAnswer(response, (recorded) => {
      underWay.delete(asked.key);
      const kept = recorded && mayBeKept(recorded) ? keptAnswer(recorded, at, memoryOf(asked).get(asked.key)) : null;
      // What changed while it was rendered may be in it or not.
      const isTrue = kept !== null && version() === at.version && isSettled(route);
      if (isTrue) memoryOf(asked).set(asked.key, kept, kept.body.bytes);
      resolve(isTrue ? kept : null);
      if (!recorded) return;
      recorded.release();
      if (!kept) return behind.plainly(() => (addCookie(response, cookie), recorded.replay()));
      if (conditions.tag !== undefined) request.headers['if-none-match'] = conditions.tag;
      if (conditions.date !== undefined) request.headers['if-modified-since'] = conditions.date;
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      // The program behind has told the log already.
      sendKept(request, response, kept, cookie);
      improve(kept);
    });
    behind.render();
  }

  return { fromMemory, anew };
}

function addCookie(response: ServerResponse, cookie: string | null): void {
  if (cookie === null) return;
  response.appendHeader('set-cookie', cookie);
  if (response.getHeader('cache-control') === publicly) response.setHeader('cache-control', privately);
}
