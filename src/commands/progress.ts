// Owns showing how far a long command is: a bar on a terminal, a few plain lines in a log. Standard output stays clean.
import { SingleBar } from 'cli-progress';

export type Progress = { readonly show: (done: number, total: number) => void; readonly end: () => void };

/** @param what in a few words, before the bar. */
export const startProgress = (what: string): Progress => (process.stderr.isTTY ? bar(what) : lines(what));

function bar(what: string): Progress {
  const format = `${what} {bar} {percentage} % ({value}/{total})`;
  const shown = new SingleBar({ format, stream: process.stderr, synchronousUpdate: true });
  let started = false;
  return {
    show: (done, total) => {
      if (total === 0) return;
      if (!started) shown.start(total, 0);
      started = true;
      // It draws by itself from here: the work is synchronous, and a timer would not get a turn.
      shown.update(done);
    },
    end: () => {
      if (started) shown.stop();
    }
  };
}

function lines(what: string): Progress {
  let said = 0;
  return {
    show: (done, total) => {
      const quarter = total === 0 ? 0 : Math.floor((done / total) * 4);
      if (quarter > said) console.error(`${what}: ${quarter * 25} %`);
      said = Math.max(said, quarter);
    },
    end: () => undefined
  };
}
