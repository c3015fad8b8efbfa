import { expect, test } from 'vitest';
import { withClosedMarks, withoutMarks } from './lean-pages.ts';

test('a page without a script comes without the marks of one, and with all of its text', () => {
  expect(
    withoutMarks('<head><!--1a2b--><title>A</title><!----></head><p><!--[--><!--[-1-->a<!--]--> <!--[!-->b<!--]--></p>')
  ).toBe('<head><title>A</title></head><p>a b</p>');
});

test.each(['<p>&lt;!--[-->', '<!-- said by a person -->', '<!-->', 'a --> b'])('%s stays', (html) => {
  expect(withoutMarks(html)).toBe(html);
});

test('no sheet is named whose rules stand in the page', () => {
  const named = '<link href="./a/b.css" rel="stylesheet" disabled media="(max-width: 0)">';
  expect(withoutMarks(`<head><style>a{}</style>\n\t\t${named}\n  </head>`)).toBe('<head><style>a{}</style>\n  </head>');
});

test('a page that a script takes over keeps its marks', () => {
  const page = '<p><!--[-->a<!--]--></p><script>__sveltekit_1x = {}</script>';
  expect(withoutMarks(page)).toBe(page);
});

test.each([
  ['<b>Théâtre : « Le puits »</b>', '<b>Théâtre\u00a0: «\u00a0Le puits\u00a0»</b>'],
  ['<p>« Oui » ou « non » ?</p>', '<p>«\u00a0Oui\u00a0» ou «\u00a0non\u00a0»\u00a0?</p>'],
  ['<a title="« a »">à :b</a>', '<a title="« a »">à :b</a>'],
  ['<textarea rows="2">« a »</textarea>', '<textarea rows="2">« a »</textarea>'],
  ['<p>a</p><input value="> « b »"> « c »', '<p>a</p><input value="> « b »"> «\u00a0c\u00a0»'],
  ['<style>a :b{}</style>', '<style>a :b{}</style>']
])('in %s no mark stands alone on a line', (html, expected) => {
  expect(withClosedMarks(html)).toBe(expected);
});
