import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closed, runsOf, sentencesOf, unended } from './sentences.ts';

describe('sentences', () => {
  it.each([
    ['', []],
    [' \n … ', []],
    ['Venez nombreux', ['Venez nombreux.']],
    ['Venez ! Il y aura du thé. Merci', ['Venez !', 'Il y aura du thé.', 'Merci.']],
    ['Aw ka na.Bɛɛ welelen don.', ['Aw ka na.Bɛɛ welelen don.']],
    ['Avec M. Touré et le Dr. Maïga. Entrée libre.', ['Avec M. Touré et le Dr. Maïga.', 'Entrée libre.']],
    ['Il a dit « Venez. » Puis rien.', ['Il a dit « Venez. »', 'Puis rien.']],
    ['- De l’eau\n- Un chapeau', ['De l’eau.', 'Un chapeau.']],
    ['À 16.30 h,  au stade :\nvenez', ['À 16.30 h, au stade.', 'venez.']],
    ['تعالوا. مرحبا؟ نعم', ['تعالوا.', 'مرحبا؟', 'نعم.']]
  ])('of %j', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences));
});

it.each([
  ['Tournoi de la paix', 'Tournoi de la paix.'],
  ['Qui vient ?', 'Qui vient ?'],
  ['Fête ;', 'Fête.']
])('%j is closed as %j', (text, said) => expect(closed(text)).toBe(said));

it('an address that ends with a full stop does not bring a second one', () => {
  expect(unended(' École  A. ')).toBe('École A');
});

describe('runs', () => {
  it('sets day and hour apart', () => {
    expect(runsOf('A bɛna kɛ karidon, wula fɛ.', ['karidon', 'wula fɛ'])).toEqual([
      { text: 'A bɛna kɛ ', bold: false },
      { text: 'karidon', bold: true },
      { text: ', ', bold: false },
      { text: 'wula fɛ', bold: true },
      { text: '.', bold: false }
    ]);
  });

  it('are the sentence again, whatever is bold', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, bold) => {
        expect(
          runsOf(text, bold)
            .map((run) => run.text)
            .join('')
        ).toBe(text);
      })
    );
  });
});
