import { describe, expect, it } from 'vitest';
import { readSittings } from './planned-sittings.ts';

const first = { 'place-0': 'École', 'day-0': '2026-07-05', 'channel-0': 'cards', 'hour-0': '16:30' };
const other = (at: number) => ({
  [`place-${at}`]: `Arbre ${at}`,
  [`day-${at}`]: '2026-07-06',
  [`channel-${at}`]: 'stones'
});

describe('women who vote apart', () => {
  it('have a sitting of their own at the same place, day and hour, right after the first', () => {
    const read = readSittings({ ...first, ...other(1), apart: 'yes' }, 'femmes');
    expect(read).toMatchObject({
      value: [
        { place: 'École', closesAt: '2026-07-05T16:30:00Z' },
        { place: 'École · femmes', day: '2026-07-05', channel: 'cards', closesAt: '2026-07-05T16:30:00Z' },
        { place: 'Arbre 1' }
      ]
    });
  });

  it('have none where nobody asked, or where the form does not offer it', () => {
    expect(readSittings(first, 'femmes')).toMatchObject({ value: { length: 1 } });
    expect(readSittings({ ...first, apart: 'yes' })).toMatchObject({ value: { length: 1 } });
  });

  it('are not added where there are as many sittings as there may be', () => {
    const full = { ...first, ...other(1), ...other(2), ...other(3), apart: 'yes' };
    expect(readSittings(full, 'femmes')).toMatchObject({ refusal: { code: 'sittings-too-many', field: 'apart' } });
  });
});
