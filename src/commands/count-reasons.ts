// Owns saying in sentences why a count ended as it did, so that a critic can follow it by hand.
import { everybody, nextBallot, type Counted } from '#lib/domain/vote/count-ballots.ts';
import type { RuleId } from '#lib/domain/vote/rules/index.ts';
import type { Rung } from '#lib/domain/vote/rules/rule.ts';

const rungs: Readonly<Record<Rung, string>> = {
  'most-yes': 'it has the most yes of the eligible options',
  'lowest-rate': 'of those with the most yes it is accepted best by the group that accepts it least, rung (a)',
  leximin: 'of those with the most yes it is accepted better by the groups that accept it less, rung (b)',
  lot: 'it was drawn by lot',
  'casting-vote': 'it was given the casting vote'
};

const named = (group: string): string => (group === everybody ? 'everybody' : `group "${group}"`);

export function reasonsOf(rule: RuleId, counted: Counted): readonly string[] {
  const { outcome } = counted;
  const again = nextBallot(rule, counted);
  return [
    ...outcome.options.flatMap(({ id, yes, gates }) => {
      if (yes === 0) return [`${id} has no yes.`];
      if (rule !== 'accepted-by-all') return [];
      const failed = gates.filter(({ passes }) => !passes);
      return failed.map((gate) => `${id}: ${gate.yes} of ${gate.ballots} in ${named(gate.group)}, fewer than a third.`);
    }),
    ...ending(counted),
    ...(again.length > 0 ? [`A second ballot is held over ${again.join(', ')}.`] : [])
  ];
}

function ending({ outcome }: Counted): readonly string[] {
  switch (outcome.kind) {
    case 'no-ballots':
      return ['There is no valid ballot.'];
    case 'none-eligible':
      return ['No option is eligible.'];
    case 'tie':
      return [`${outcome.tied.join(', ')} are equal after rungs (a) and (b).`];
    case 'winner':
      return [
        `${outcome.winner} wins: ${rungs[outcome.rung]}.`,
        ...(outcome.ratification ? ['It has yes from under half of all ballots, so it is put to ratification.'] : [])
      ];
  }
}
