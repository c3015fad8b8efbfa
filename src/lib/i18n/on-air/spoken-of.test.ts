import { describe, expect, it } from 'vitest';
import { asTold } from '#lib/domain/event/hidden-event.ts';
import { readChange, readEvent } from '../../../../tests/support/event.ts';
import { scriptOf } from './script.ts';
import { spokenOf } from './spoken-of.ts';

const guest = { id: 'c2', slug: 'bara', name: 'Bara' } as unknown as ReturnType<typeof readEvent>['community'];
const say = (event: ReturnType<typeof readEvent>, lang: string) =>
  scriptOf(lang, spokenOf(event, lang))
    .sentences.map(({ text }) => text)
    .join(' ');

describe('an event as it is said on air', () => {
  it('has the text of the language where there is one, else its own, and names host and guests', () => {
    const event = readEvent({ guests: [guest], texts: [{ language: 'fr', title: 'Match', about: 'Venez.' }] });
    expect(spokenOf(event, 'fr')).toMatchObject({
      title: 'Match',
      language: 'fr',
      communities: ['Gounzoureye', 'Bara']
    });
    expect(spokenOf(event, 'ses')).toMatchObject({ title: 'Ntolatan', language: 'bm' });
    expect(spokenOf(event, 'ses')).toMatchObject({ standing: 'planned', masked: false });
  });

  it('says from where and when it moved last, and why only in the language of whoever wrote it', () => {
    const changes = [readChange({ previousPlace: 'x' }), readChange({ number: 2 }), readChange({ change: 'hidden' })];
    const texts = [{ language: 'fr' as const, title: 'Match', about: '' }];
    const event = readEvent({ changes, texts });
    const before = { previousStart: '2026-07-04T16:00:00Z', previousPlace: 'stade' };
    expect(spokenOf(event, 'bm')).toMatchObject({ standing: 'moved', ...before, reason: 'Pluie' });
    expect(spokenOf(event, 'fr')).not.toHaveProperty('reason');
  });

  it('says why it was cancelled, and not why it had moved before', () => {
    const changes = [readChange(), readChange({ change: 'cancelled', reason: 'Deuil' })];
    const spoken = spokenOf(readEvent({ cancelledAt: 'then', changes }), 'bm');
    expect(spoken).toMatchObject({ standing: 'cancelled', reason: 'Deuil' });
    expect(spoken).not.toHaveProperty('previousStart');
  });
});

describe('of an event whose place the radio alone tells', () => {
  const hidden = readEvent({ hidden: true, changes: [readChange()] });

  it.each(['fr', 'bm', 'ses'])(
    'a public script in %s has kind, community and day, and says who tells the rest',
    (lang) => {
      const said = say(asTold(hidden), lang);
      expect(said).toContain('Gounzoureye');
      expect(said).not.toMatch(/Wabaria|Fatouma|Ntolatan|Pluie|stade|16|seize/);
      expect(scriptOf(lang, spokenOf(asTold(hidden), lang)).draft).toBe(lang !== 'fr');
    }
  );

  it('the day is said twice, and that it is cancelled', () => {
    const planned = say(asTold({ ...hidden, changes: [] }), 'fr');
    expect(planned.match(/dimanche cinq juillet/g)).toHaveLength(2);
    expect(planned).not.toContain('Attention');
    expect(planned).toContain('La radio donne le lieu et l’heure.');
    const off = say(asTold({ ...hidden, cancelledAt: 'then', changes: [readChange({ change: 'cancelled' })] }), 'fr');
    expect(off).toContain('Attention, changement.');
    expect(off).toContain('Elle n’aura pas lieu dimanche cinq juillet.');
  });

  it('the script of the radio that was told says it whole', () => {
    expect(say(hidden, 'fr')).toContain('terrain de Wabaria');
  });
});
