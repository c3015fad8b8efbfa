// Measures counting ballots that lie in memory against a bare loop that only adds their marks, in one run, and how both grow.
// npm run bench:count
import { countBallots, type GivenBallot } from '#lib/domain/vote/count-ballots.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';

const rounds = 5;
const options = ['a', 'b', 'c', 'd', 'e'] as OptionId[];
const groups = ['women', 'men'];

/** The same every time: each option has a yes from every second to sixth ballot. */
const ballotsOf = (number: number): readonly GivenBallot[] =>
  Array.from({ length: number }, (_, ballot) => ({
    group: groups[ballot % 2] ?? '',
    marks: options.filter((_option, place) => ballot % (place + 2) === 0)
  }));

function addMarks(ballots: readonly GivenBallot[]): number {
  let marks = 0;
  for (const ballot of ballots) marks += ballot.marks.length;
  return marks;
}

/** Milliseconds that half of the rounds stay under. */
function medianTime(call: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = process.hrtime.bigint();
    call();
    return Number(process.hrtime.bigint() - begun) / 1e6;
  });
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}

console.log('  ballots   bare loop       count   ratio');
for (const number of [250_000, 500_000, 1_000_000]) {
  const ballots = ballotsOf(number);
  const bare = medianTime(() => addMarks(ballots));
  const counted = medianTime(() => countBallots('accepted-by-all', { options, ballots }));
  const cells = [
    String(number).padStart(9),
    `${bare.toFixed(1)} ms`.padStart(11),
    `${counted.toFixed(0)} ms`.padStart(11)
  ];
  console.log(cells.join(' '), (counted / bare).toFixed(0).padStart(7));
}
