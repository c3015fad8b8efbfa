// Owns holding an answer back until it is whole, so that it can be kept, and letting it go as it came otherwise.
import type { ServerResponse } from 'node:http';

export type Recorded = {
  readonly status: number;
  /** As they were set, in small letters. */
  readonly headers: ReadonlyMap<string, string | readonly string[]>;
  readonly body: Buffer;
  /** Puts the response back as if nothing had been answered yet, its headers apart. */
  readonly release: () => void;
  /** Writes it as whoever answered wrote it. Call it once it is released. */
  readonly replay: () => void;
};

type Written = (...given: readonly unknown[]) => unknown;

/** @param over handed what was answered, or null where the asker left before. */
export function recordAnswer(response: ServerResponse, over: (recorded: Recorded | null) => void): void {
  const { writeHead, write, end } = response as unknown as Record<'writeHead' | 'write' | 'end', Written>;
  const parts: Buffer[] = [];
  let head: readonly unknown[] | null = null;
  let isOver = false;
  const finish = (recorded: Recorded | null) => {
    if (isOver) return;
    isOver = true;
    over(recorded);
  };
  const take = (part: unknown) => {
    if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part as string));
  };
  const release = () => void Object.assign(response, { writeHead, write, end });
  const closed = () => finish(null);
  response.once('close', closed);
  Object.assign(response, {
    writeHead: (...given: readonly unknown[]) => {
      head = given;
      response.statusCode = Number(given[0]);
      return response;
    },
    write: (part: unknown) => (take(part), true),
    end: (part?: unknown) => {
      take(part);
      response.off('close', closed);
      const body = Buffer.concat(parts);
      const headers = new Map(Object.entries(response.getHeaders()).map(([name, value]) => [name, headerOf(value)]));
      const replay = () => {
        if (head) writeHeadAs(response, head);
        response.end(body);
      };
      finish({ status: response.statusCode, headers, body, release, replay });
      return response;
    }
  });
}

const headerOf = (value: number | string | readonly string[] | undefined): string | readonly string[] =>
  typeof value === 'object' ? value : String(value);

const writeHeadAs = (response: ServerResponse, given: readonly unknown[]): void =>
  void (response.writeHead as unknown as Written).apply(response, [...given]);
