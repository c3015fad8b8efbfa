import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withOwnStyles, written } from './own-styles.ts';

const page = (css: string, body: string) => `<html><head><style>${css}</style></head><body>${body}</body></html>`;
const own = (css: string, body: string) => /<style>(.*)<\/style>/s.exec(withOwnStyles(page(css, body)))?.[1];

test.each([
  ['.a{x:1}.b{x:2}', '<p class="b c">', '.b{x:2}'],
  ['.a,.b,p{x:1}', '<p class="b">', '.b,p{x:1}'],
  ['.a .b{x:1}.b>p{x:2}', '<p class="b">', '.b>p{x:2}'],
  ['h1{x:1}*{x:2}:root{--a:1}', '<p>', '*{x:2}:root{--a:1}'],
  ['.b:not(.on){x:1}[dir=rtl] :is(.a,.b){x:2}', '<p class="b">', '.b:not(.on){x:1}[dir=rtl] :is(.a,.b){x:2}'],
  ['.b[title="a, b"]:checked::before{x:1}', '<p class="b" title="a">', '.b[title="a, b"]:checked::before{x:1}'],
  ['[aria-invalid]{x:1}p[checked],[type=radio]{x:2}', '<input checked>', ''],
  ['[type=checkbox],[hidden]{x:1}', '<input type="checkbox" />', '[type=checkbox]{x:1}'],
  ['@media (width<=26em){.a{x:1}.b{x:2}}@media print{.a{x:1}}', '<p class="b">', '@media (width<=26em){.b{x:2}}'],
  ['@page{size:A4}\n\n.b{x:1}\n', '<p class="b">', '@page{size:A4}.b{x:1}']
])('of %s in %s there stays %s', (css, body, expected) => {
  expect(own(css, body)).toBe(expected);
});

test('a sheet that is not understood stays whole', () => {
  expect(own('.a{x:1}.b{', '<p>')).toBe('.a{x:1}.b{');
});

test('a page without styles stays as it is', () => {
  expect(withOwnStyles('<html><p>a</p></html>')).toBe('<html><p>a</p></html>');
});

test('what a script writes into a page keeps its styles there, and only there', () => {
  const css = '.keys button{x:1}.warn{x:2}.seen{x:3}';
  expect(own(css, '<main><input data-letters="ɛ"></main>')).toBe('.keys button{x:1}.warn{x:2}');
  expect(own(css, '<p>')).toBe('');
});

test('all that scripts write with a class is known', () => {
  const texts = [
    'static/sigida.js',
    'static/propose.js',
    'static/recorder.js',
    'src/lib/client/reader/page-parts.ts'
  ].map((path) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'));
  const found = texts.join('\n').matchAll(/className = '([^']+)'|class="([^"]+)"/g);
  const classes = [...found].flatMap(([, one, other]) => (one ?? other ?? '').split(' '));
  const known = Object.values(written).join(' ');
  // An ear is in the page already; `on` is in no rule but as what it is not, or beside it.
  const unknown = classes.filter((name) => !['ear', 'on'].includes(name) && !new RegExp(`\\b${name}\\b`).test(known));
  expect(unknown).toEqual([]);
});
