// Owns reading a table as Python's own reader does, where there is one: spreadsheets and statisticians use it.
import { runPython } from './calendar-readers.ts';

const script =
  'import csv, io, json, sys\njson.dump(list(csv.reader(io.TextIOWrapper(sys.stdin.buffer, "utf-8", newline=""))), sys.stdout)';

/** @returns the table, or nothing on a machine without Python. @throws what it says, where it does not take the file. */
export function readCsvByPython(body: string): readonly string[][][] {
  const done = runPython(script, body);
  if (!done) return [];
  if (done.status !== 0) throw new Error(done.stderr);
  return [JSON.parse(done.stdout) as string[][]];
}
