import { expect, test } from 'vitest';
import { withDrawings } from './drawings.ts';

const icon = (name: string) => `<svg class="icon"><use href="/sprite.svg?v=1a2b3c4d#${name}"></use></svg>`;
const document = (...names: string[]) => `<html><body>${names.map(icon).join('')}</body></html>`;

test('each drawing stands in the document once, however often it is shown', () => {
  const html = withDrawings(document('drop', 'book', 'drop'));
  expect(html).not.toContain('/sprite.svg');
  expect(html.match(/<symbol id="i-drop"/g)).toHaveLength(1);
  expect(html.match(/href="#i-drop"/g)).toHaveLength(2);
  expect(html).toMatch(/<svg display="none">.*<\/svg><\/body><\/html>$/);
});

test('a page without drawings stays as it is', () => {
  expect(withDrawings('<html><body>a</body></html>')).toBe('<html><body>a</body></html>');
});

test.each(['nothing', 'constructor'])('%s is no drawing of ours, and stays an address', (name) => {
  expect(withDrawings(document(name))).toBe(document(name));
});

test('what people write about a drawing stays what they wrote', () => {
  const said = '<html><body><p>&lt;use href=&quot;/sprite.svg?v=1#drop&quot;></p></body></html>';
  expect(withDrawings(said)).toBe(said);
});
