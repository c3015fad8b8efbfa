import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { scriptOf, type SpokenScript } from '#lib/i18n/on-air/script.ts';
import type { SpokenEvent } from '#lib/i18n/on-air/spoken-event.ts';
import { provideWords } from '#lib/i18n/use-translator.ts';
import SpokenScriptView from './SpokenScript.svelte';
import ToReview from './ToReview.svelte';

const event: SpokenEvent = {
  kind: 'match',
  title: '<b>Paix</b>',
  about: 'Mot '.repeat(140),
  language: 'fr',
  place: 'stade',
  communities: ['Gao'],
  startsAt: '2026-07-05T16:00:00Z',
  endsAt: null,
  organiser: 'Awa',
  audience: 'women',
  standing: 'planned',
  spokenLanguages: []
};

/** As on a page in that language. @returns its text, one space between words. */
function shown<Props extends Record<string, unknown>>(lang: string, view: Component<Props>, props: Props) {
  const page: Component<Props> = (internals, given) => {
    provideWords(lang);
    return view(internals, given);
  };
  const { body } = render<Component<Props>, Props>(page, { props, context: new Map() });
  return body.replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
}

it('says each sentence in its language, with day and hour bold and in digits', () => {
  const body = shown<{ script: SpokenScript }>('fr', SpokenScriptView, { script: scriptOf('bm', event) });
  expect(body).toMatch(/<time datetime="2026-07-05T16:00:00Z">dim\. 5 juil\. · 16:00<\/time>/);
  expect(body).toContain('Femmes');
  expect(body).toMatch(/<strong lang="bm">Bamanankan<\/strong>/);
  expect(body).toMatch(/<p lang="fr" dir="auto"[^>]*>\s*&lt;b>Paix&lt;\/b>\.\s*<\/p>/);
  expect(body).toMatch(/A bɛna kɛ <b>karidon, zuluyekalo tile duuru<\/b>, <b>nɛgɛkanɲɛ tan ni wɔɔrɔ<\/b>\./);
  expect(body).toMatch(/≈ \d\d s/);
});

it('owns up to a text that is not read to its end', () => {
  const short = 'Le texte de l’organisateur n’est pas lu en entier.';
  const of = (about: string) =>
    shown<{ script: SpokenScript }>('fr', SpokenScriptView, { script: scriptOf('fr', { ...event, about }) });
  expect(of(event.about)).toContain(short);
  expect(of('Venez.')).not.toContain(short);
});

it('asks once for each language that is still a draft', () => {
  const scripts = ['fr', 'bm', 'ses', 'ses'].map((lang) => scriptOf(lang, event));
  const body = shown<{ scripts: readonly SpokenScript[] }>('fr', ToReview, { scripts });
  expect(body.match(/À relire par un locuteur/g)).toHaveLength(2);
  expect(body).toContain('À relire par un locuteur de Soŋay senni avant l’antenne.');
  expect(shown<{ scripts: readonly SpokenScript[] }>('fr', ToReview, { scripts: scripts.slice(0, 1) }).trim()).toBe('');
});
