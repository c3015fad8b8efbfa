/** What the framework built, as scripts/bundle/program.ts puts it into the program. */
declare module 'virtual:handler' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export const handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  /** The databases are open from then on. */
  export const ready: Promise<void>;
}
