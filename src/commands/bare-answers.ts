// Owns the headers of what Kit answers before or beside our hooks: files, redirects to an address without its last slash, faults.
import type { ServerResponse } from 'node:http';
import { everyAnswer, policyOfFiles } from '#lib/server/hooks/every-answer.ts';

const policy = 'content-security-policy';

/** To be called before anything answers: whoever answers may set each header anew. */
export function setBareHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(everyAnswer)) response.setHeader(name, value);
  response.setHeader(policy, policyOfFiles);
  response.setHeader('cache-control', 'no-cache');
  const writeHead = response.writeHead.bind(response) as (...given: readonly unknown[]) => ServerResponse;
  response.writeHead = (...given: readonly unknown[]) => {
    // A browser gives the headers of a 304 to the page that it kept, which has policies of its own (RFC 9111, 3.2).
    if (given[0] === 304) for (const name of [policy, 'permissions-policy']) response.removeHeader(name);
    // Kit says "Not found" without naming a type; it writes the head without headers of its own.
    if (Number(given[0]) >= 400 && !response.hasHeader('content-type') && given.length === 1)
      response.setHeader('content-type', 'text/plain; charset=utf-8');
    return writeHead(...given);
  };
}
