import { expect, test } from 'vitest';
import { withoutMarks } from './lean-pages.ts';

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
