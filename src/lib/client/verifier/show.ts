// Owns how a verdict looks. It puts words of a file in as text and never as markup, and shows no figure of a file that is wrong.
import type { Checked } from '#lib/record/check-signed-file.ts';
import { readBallot } from '#lib/record/signed-file-shape.ts';
import { toldAs } from './findings.ts';
import type { Say } from './words.ts';

type Part = Node | string;

function make(tag: string, className: string, ...parts: readonly Part[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...parts);
  return element;
}

/** @param pinned the key that somebody typed, or null. */
export function verdict(t: Say, { findings, file }: Checked, pinned: string | null): HTMLElement {
  if (findings.length > 0 || !file) return broken(t, findings);
  const { community, consultation, fingerprint, publishedAt, supersedes } = file.record;
  const isKnown = pinned === file.key;
  const label = (words: string) => t('common.label', { label: words });
  return make(
    'section',
    'whole',
    make('h2', '', `✓ ${t('verify.whole')}`),
    make('p', isKnown ? '' : 'care', t(isKnown ? 'verify.key-known' : 'verify.key-compare')),
    make('p', '', label(t('verify.key-of-file'))),
    make('p', 'key', (file.key.match(/.{4}/g) ?? []).join(' ')),
    make('h3', 'name', community.name),
    make('p', 'soft', community.place.join(' · ')),
    make('p', '', `${t('desk.consultation', { number: consultation })} · ${dayOf(publishedAt)}`),
    ...(supersedes ? [make('p', 'care', t('verify.supersedes', { reason: supersedes.reason }))] : []),
    make('p', '', label(t('minutes.fingerprint')), ' ', make('strong', 'code', fingerprint)),
    ...figures(t, file.record)
  );
}

/** As on the portal, and without a browser's own words for months, which know neither Bambara nor Songhai. */
const dayOf = (moment: string): string => moment.slice(0, 10).split('-').map(Number).reverse().join('/');

function broken(t: Say, findings: Checked['findings']): HTMLElement {
  const told = [...new Set(findings.map(({ code }) => toldAs[code]))];
  return make(
    'section',
    'broken',
    make('h2', '', `✗ ${t('verify.broken')}`),
    ...told.map((name) => make('p', '', t.code('record-finding', name))),
    make('p', 'soft', findings.map(({ code, at }) => (at ? `${code} (${at})` : code)).join(', '))
  );
}

function figures(t: Say, { ballot, published }: NonNullable<Checked['file']>['record']): readonly HTMLElement[] {
  const { winner, kind } = published.outcome;
  const titles = new Map(readBallot(ballot).options.map(({ id, title }) => [id, title]));
  const chosen = published.follows.step === 'ratification' ? 'result.to-ratify' : 'result.chosen';
  const told = winner
    ? [make('p', '', t('common.label', { label: t(chosen) }), ' ', make('strong', '', titles.get(winner) ?? ''))]
    : [make('p', '', make('strong', '', t.code('outcome', kind)))];
  const step = published.follows.step === 'decided' ? [] : [make('p', '', t.code('follows', published.follows.step))];
  if (published.size === 'small') return [...told, ...step, make('p', 'soft', t('result.small-hidden'))];
  const rows = published.options.map(({ id, yes }) =>
    make(
      'li',
      '',
      `${titles.get(id) ?? ''} `,
      make('strong', '', t('result.yes-of', { yes, ballots: published.ballots }))
    )
  );
  return [...told, ...step, make('ul', '', ...rows)];
}
