import { expect, test } from 'vitest';
import { screeningProblems, type Screening } from '#lib/domain/proposal/screening.ts';

const complete: Screening = {
  feasible: true,
  cost: 5_000_000,
  land: 'agreed',
  upkeepOwner: 'The parents',
  beneficiaries: 'Two hundred pupils',
  reason: '',
  withheld: false
};

test.each<[string, Partial<Screening>, { code: string; field: string }[]]>([
  ['complete, cost equal to the sum', {}, []],
  ['no land needed', { land: 'none-needed' }, []],
  ['not answered', { feasible: null }, [{ code: 'screening-feasible-missing', field: 'feasible' }]],
  ['no cost', { cost: null }, [{ code: 'screening-cost-missing', field: 'cost' }]],
  ['a cost of nothing', { cost: 0 }, [{ code: 'screening-cost-missing', field: 'cost' }]],
  ['a cost with a fraction', { cost: 10.5 }, [{ code: 'screening-cost-missing', field: 'cost' }]],
  ['above the sum', { cost: 5_000_001 }, [{ code: 'screening-cost-above-sum', field: 'cost' }]],
  ['land not asked', { land: null }, [{ code: 'screening-land-missing', field: 'land' }]],
  ['land refused', { land: 'not-agreed' }, [{ code: 'screening-land-not-agreed', field: 'land' }]],
  ['nobody looks after it', { upkeepOwner: ' ' }, [{ code: 'screening-upkeep-missing', field: 'upkeepOwner' }]],
  ['for nobody', { beneficiaries: '' }, [{ code: 'screening-beneficiaries-missing', field: 'beneficiaries' }]],
  ['a no without a reason', { feasible: false }, [{ code: 'screening-reason-missing', field: 'reason' }]],
  ['a text withheld of a yes', { withheld: true }, [{ code: 'screening-withheld-feasible', field: 'withheld' }]],
  ['a text withheld of a no', { feasible: false, withheld: true, reason: 'It names somebody.' }, []],
  [
    'a text withheld without a reason',
    { feasible: false, withheld: true },
    [{ code: 'screening-reason-missing', field: 'reason' }]
  ],
  ['a no with a reason needs no more', { feasible: false, cost: null, land: null, reason: 'Flooded each year.' }, []]
])('%s', (_name, change, expected) => {
  expect(screeningProblems({ ...complete, ...change }, 5_000_000)).toMatchObject(expected);
  expect(screeningProblems({ ...complete, ...change }, 5_000_000)).toHaveLength(expected.length);
});

test('every gap is told at once', () => {
  const empty: Screening = { ...complete, cost: null, land: null, upkeepOwner: '', beneficiaries: '' };
  expect(screeningProblems(empty, 1).map(({ field }) => field)).toEqual([
    'cost',
    'land',
    'upkeepOwner',
    'beneficiaries'
  ]);
});

test('the sum and the cost are told', () => {
  expect(screeningProblems(complete, 4_000_000)[0]?.detail).toEqual({ cost: 5_000_000, sum: 4_000_000 });
});
