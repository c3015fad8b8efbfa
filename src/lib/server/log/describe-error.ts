// Owns what the log says of an error: its name, its code and where in our own files. Never its message: SQLite, parsers and
// `fetch` quote in it what somebody typed.

/** Enough to find the place; more is the machinery around it. */
const mostFrames = 10;

export type ErrorFields = { readonly name: string; readonly code?: string; readonly frames: readonly string[] };

export function describeError(thrown: unknown): ErrorFields {
  if (!(thrown instanceof Error)) return { name: 'NoError', frames: [] };
  const code = 'code' in thrown ? { code: String(thrown.code) } : {};
  return { name: thrown.constructor.name, ...code, frames: framesOf(thrown) };
}

/** What stands after the message, which may imitate a frame. Paths begin in the project: a folder of the machine is nobody's. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const begin = stack.indexOf(message);
  if (begin < 0) return [];
  return stack
    .slice(begin + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node_modules'))
    .flatMap((line) => /\/((?:src|build|scripts)\/[^\s()]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
    .slice(0, mostFrames);
}
