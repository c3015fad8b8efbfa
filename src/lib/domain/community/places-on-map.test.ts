import { expect, test } from 'vitest';
import { outlines } from './outlines.ts';
import { frameOf, onMap, placeNames } from './places-on-map.ts';

test.each([
  ['Gao', 16.2711, -0.0459, 'ML07'],
  ['Kayes', 14.4467, -11.4444, 'ML01'],
  ['Kidal', 18.4412, 1.408, 'ML08']
])('%s stands within the frame of its region', (_, latitude, longitude, pcode) => {
  const { x, y } = onMap({ latitude, longitude });
  const frame = frameOf(pcode);
  expect(frame).not.toBeNull();
  if (!frame) return;
  expect(x).toBeGreaterThan(frame.x);
  expect(x).toBeLessThan(frame.x + frame.width);
  expect(y).toBeGreaterThan(frame.y);
  expect(y).toBeLessThan(frame.y + frame.height);
});

test('each region has an outline that fits the drawing', () => {
  expect(Object.keys(outlines)).toHaveLength(9);
  for (const pcode of Object.keys(outlines)) {
    const frame = frameOf(pcode);
    expect(frame && frame.x >= -3 && frame.x + frame.width <= 262 && frame.y + frame.height <= 250).toBe(true);
  }
});

test('a code without an outline has no frame', () => expect(frameOf('ML99')).toBeNull());

test('names that would cover each other go to the other side, or away', () => {
  const frame = { x: 0, y: 0, width: 100, height: 100 };
  const near = [50, 50.1, 50.2].map((x, at) => ({ x, y: 50, name: `Village ${at}` }));
  expect(placeNames(near, frame, 4).map(({ side }) => side)).toEqual(['start', 'end', null]);
  expect(placeNames([{ x: 95, y: 5, name: 'Bourem' }], frame, 4)[0]?.side).toBe('end');
});
