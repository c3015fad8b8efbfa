// Owns wording the news of a community, from the same codes and sentences as its pages.
import type { NewsItem } from '#lib/domain/community/news.ts';
import { resultBase } from '#lib/domain/result/result-address.ts';
import { dateInWords } from './dates.ts';
import { money } from './numbers.ts';
import { reasonInWords } from './reason.ts';
import { quorumInWords } from './terms-in-words.ts';
import { translatorFor, type Translate } from './translator.ts';

type Words = { readonly title: string; readonly text: string };

/** One line for each thing that is told. */
export function newsInWords(lang: string, item: NewsItem): Words {
  const t = translatorFor(lang);
  const { title, lines } = wordsOf(t, lang, item);
  return { title: title.join(' · '), text: lines.filter(Boolean).join('\n') };
}

function wordsOf(t: Translate, lang: string, item: NewsItem): { title: readonly string[]; lines: readonly string[] } {
  switch (item.kind) {
    case 'stage': {
      const of = t('desk.consultation', { number: item.consultation });
      return { title: [t.code('stage', item.stage), of], lines: [item.reason ?? of] };
    }
    case 'frozen':
      return {
        title: [t('community.options'), t.code('poll-kind', item.pollKind)],
        lines: item.options.map(({ letter, title, cost }) => `${letter}. ${title} (${money(cost)})`)
      };
    case 'called':
      return {
        title: [t('community.sittings'), t.code('poll-kind', item.pollKind)],
        lines: item.sittings.map(
          ({ day, place, channel }) => `${dateInWords(lang, day)} · ${place} · ${t.code('channel', channel)}`
        )
      };
    case 'missed':
      return {
        title: [t('outcome.no-quorum'), t(item.call === 'second' ? 'sitting.second-call' : 'minutes.first-call')],
        lines: [
          item.call === 'second'
            ? t('quorum.second-call-failed')
            : `${t('common.label', { label: t('quorum.title') })} ${quorumInWords(t, item.quorum)}`
        ]
      };
    case 'result':
      return { title: [t('result.title'), outcomeOf(t, item)], lines: sentencesOf(t, lang, item) };
    case 'corrected':
      return {
        title: [t('news.corrected'), outcomeOf(t, item)],
        lines: [t('result.corrects', { reason: item.reason }), ...sentencesOf(t, lang, item)]
      };
    case 'void':
      return {
        title: [t('news.void'), t.code('poll-kind', item.pollKind)],
        lines: [t('void.told', { reason: item.reason })]
      };
    case 'objection-answered':
      return {
        title: [t('news.objection-answered')],
        lines: [item.text, `${t('common.label', { label: t('objection.answer') })} ${item.answer}`]
      };
  }
}

type Result = Extract<NewsItem, { kind: 'result' | 'corrected' }>;

function outcomeOf(t: Translate, { view, options }: Result): string {
  const winner = options.find(({ id }) => id === view.outcome.winner);
  if (!winner) return t.code('outcome', view.outcome.kind);
  const label = t(view.follows.step === 'ratification' ? 'result.to-ratify' : 'result.chosen');
  return `${t('common.label', { label })} ${winner.title}`;
}

const sentencesOf = (t: Translate, lang: string, { view, options }: Result): readonly string[] => [
  reasonInWords(lang, view.reason, options),
  view.follows.step === 'decided' ? '' : t.code('follows', view.follows.step)
];

/** Where the page says more, without the language. */
export function newsAddress(slug: string, item: NewsItem): string {
  const { consultation: number } = item;
  const isResult = ['result', 'corrected', 'objection-answered'].includes(item.kind);
  return 'poll' in item && isResult
    ? `${resultBase({ slug, number, poll: item.poll })}/result`
    : resultBase({ slug, number });
}
