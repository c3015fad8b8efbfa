import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { countingRules } from '#lib/domain/vote/rules/index.ts';
import { ratification } from '#lib/domain/vote/rules/ratification.ts';
import type { CountingRule, Outcome } from '#lib/domain/vote/rules/rule.ts';
import { addTallies, groupYes, tallyBallots, type Tally } from '#lib/domain/vote/tally.ts';
import { box, optionId, tallies } from '../../../../../tests/support/tallies.ts';

const rules: readonly CountingRule[] = [...Object.values(countingRules), ratification];

/** An outcome without the order of its lists, its options renamed. */
function asSets(outcome: Outcome, rename: (id: OptionId) => string = (id) => id): unknown {
  const names = (ids: readonly OptionId[]): string[] => ids.map(rename).sort();
  return {
    ...outcome,
    ...(outcome.kind === 'winner' ? { winner: rename(outcome.winner) } : {}),
    ...(outcome.kind === 'tie' ? { tied: names(outcome.tied) } : {}),
    ...('secondBallot' in outcome ? { secondBallot: names(outcome.secondBallot) } : {}),
    options: outcome.options
      .map((option) => ({ ...option, id: rename(option.id) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  };
}

test('every rule is registered under its own id', () => {
  expect(Object.entries(countingRules).map(([id, rule]) => [id, rule.id])).toEqual(
    Object.values(countingRules).map((rule) => [rule.id, rule.id])
  );
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
    fc.shuffledSubarray([...items], { minLength: items.length });

  test('the order of options and of ballots changes nothing', () => {
    const twoOrders = box(rule.marks).chain(({ ids, ballots }) =>
      fc.tuple(fc.constant(tallyBallots(ids, ballots)), shuffled(ids), shuffled(ballots))
    );
    fc.assert(
      fc.property(twoOrders, ([tally, ids, ballots]) => {
        expect(asSets(rule.decide(tallyBallots(ids, ballots)))).toEqual(asSets(rule.decide(tally)));
      })
    );
  });

  test('renaming the options changes nothing but the names', () => {
    const renamed = tallies(rule.marks).chain((tally) => fc.tuple(fc.constant(tally), shuffled(tally.options)));
    fc.assert(
      fc.property(renamed, ([tally, others]) => {
        const names = new Map(tally.options.map(({ id }, place) => [id, others[place]?.id ?? optionId('none')]));
        const rename = (id: OptionId): OptionId => names.get(id) ?? optionId('none');
        const options = tally.options.map((option) => ({ ...option, id: rename(option.id) }));
        expect(asSets(rule.decide({ ...tally, options }))).toEqual(asSets(rule.decide(tally), rename));
      })
    );
  });

  test('splitting the ballots over sittings changes nothing', () => {
    fc.assert(
      fc.property(box(rule.marks), fc.nat(60), fc.nat(60), ({ ids, ballots }, from, to) => {
        const parts = [ballots.slice(0, from), ballots.slice(from, from + to), ballots.slice(from + to)];
        const sum = parts.map((part) => tallyBallots(ids, part)).reduce(addTallies);
        expect(rule.decide(sum)).toEqual(rule.decide(tallyBallots(ids, ballots)));
      })
    );
  });

  test('hosts and returned, women and men are treated alike', () => {
    const swap = <Value>({ HW, HM, RW, RM }: Record<'HW' | 'HM' | 'RW' | 'RM', Value>) => [
      { HW: RW, HM: RM, RW: HW, RM: HM },
      { HW: HM, HM: HW, RW: RM, RM: RW }
    ];
    const withoutGates = (outcome: Outcome): unknown => ({
      ...outcome,
      options: outcome.options.map(({ gates: _gates, ...option }) => option)
    });
    fc.assert(
      fc.property(tallies(rule.marks), fc.constantFrom(0, 1), (tally, way) => {
        const swapped: Tally = {
          ...tally,
          ballots: swap(tally.ballots)[way] ?? tally.ballots,
          options: tally.options.map((option) => ({ ...option, yes: swap(option.yes)[way] ?? option.yes }))
        };
        expect(withoutGates(rule.decide(swapped))).toEqual(withoutGates(rule.decide(tally)));
      })
    );
  });

  test('the winner is eligible and nothing eligible has more yes', () => {
    fc.assert(
      fc.property(tallies(rule.marks), (tally) => {
        const outcome = rule.decide(tally);
        const eligible = outcome.options.filter((option) => option.eligible);
        const most = Math.max(...eligible.map((option) => option.yes));
        const first = eligible.filter((option) => option.yes === most).map((option) => option.id);
        if (outcome.kind === 'winner') {
          expect(first).toContain(outcome.winner);
          expect(outcome.rung === 'most-yes').toBe(first.length === 1);
        }
        if (outcome.kind === 'tie') {
          expect(outcome.tied.length).toBeGreaterThan(1);
          expect(first).toEqual(expect.arrayContaining([...outcome.tied]));
          expect(outcome.secondBallot).toEqual(outcome.tied);
        }
        expect(outcome.kind === 'none-eligible' || outcome.kind === 'no-ballots').toBe(eligible.length === 0);
      })
    );
  });

  test('no option without a yes is eligible', () => {
    fc.assert(
      fc.property(tallies(rule.marks), (tally) => {
        const none = rule.decide(tally).options.filter(({ yes, eligible }) => yes === 0 && eligible);
        expect(none).toEqual([]);
      })
    );
  });

  test('a yes more for the winner from somebody who had not given it never costs the first place', () => {
    fc.assert(
      fc.property(tallies(rule.marks), (tally) => {
        const outcome = rule.decide(tally);
        if (outcome.kind !== 'winner') return;
        for (const colour of ['HW', 'HM', 'RW', 'RM'] as const) {
          const marked = tally.options.reduce((sum, { yes }) => sum + yes[colour], 0);
          const options = tally.options.map((option) =>
            option.id === outcome.winner
              ? { ...option, yes: { ...option.yes, [colour]: option.yes[colour] + 1 } }
              : option
          );
          const winner = tally.options.find(({ id }) => id === outcome.winner);
          const room = rule.marks === 'one' ? marked : (winner?.yes[colour] ?? 0);
          if (room >= tally.ballots[colour]) continue;
          expect(rule.decide({ ...tally, options })).toMatchObject({ kind: 'winner', winner: outcome.winner });
        }
      })
    );
  });

  test('no ballots is no ballots, and all blank picks nothing', () => {
    const ids = [optionId('a'), optionId('b'), optionId('c')];
    expect(rule.decide(tallyBallots(ids, [])).kind).toBe('no-ballots');
    expect(rule.decide(tallyBallots(ids, [{ colour: 'HW', yes: [] }]))).toMatchObject({
      kind: 'none-eligible',
      secondBallot: ids
    });
  });

  test('the figures of an outcome are those of the tally', () => {
    fc.assert(
      fc.property(tallies(rule.marks), (tally) => {
        for (const [place, option] of rule.decide(tally).options.entries()) {
          const counted = tally.options[place];
          expect(counted && option.yes === groupYes(counted, 'everybody')).toBe(true);
          for (const gate of option.gates) {
            expect(counted && gate.yes === groupYes(counted, gate.group)).toBe(true);
            expect(gate.passes).toBe(gate.yes / gate.ballots >= 1 / 3 || (gate.ballots === 0 && gate.yes === 0));
          }
        }
      })
    );
  });
});
