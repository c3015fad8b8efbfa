// Owns the news of a community: what visitors are told of its consultations anyway, as acts with their moments. Whatever of a discreet
// community has no moment that may be told yet is not among them.
import { eq } from 'drizzle-orm';
import { stagesInNews, type News, type NewsItem } from '#lib/domain/community/news.ts';
import type { ConsultationId, PollId } from '#lib/domain/shared/ids.ts';
import { toldConsultation, toldConsultations, type Community } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { publications } from '../db/schema/result.ts';
import { missedQuorums, secondCalls } from '../db/schema/sitting.ts';
import { objectionsTo } from './objections.ts';
import { readPoll } from './queries.ts';
import { toldBallots, type ToldBallot } from './told-ballots.ts';

/** One act, with what its id ends in. */
type Act = { readonly own: string; readonly at: string; readonly changedAt?: string; readonly news: News };

/** Newest first. */
export const newsOf = (db: Portal, community: Community, now: Date): readonly NewsItem[] =>
  toldConsultations(db, community, now)
    .flatMap(({ id, number }) =>
      [...stageNews(db, community, number, now), ...ballotNews(db, id, now)].map(
        ({ own, at, changedAt = at, news }) => ({
          ...news,
          id: `${community.slug}:${number}:${own}`,
          consultation: number,
          at,
          changedAt
        })
      )
    )
    // Of one moment, what was done last comes first.
    .toReversed()
    .sort((one, other) => (one.changedAt === other.changedAt ? 0 : one.changedAt < other.changedAt ? 1 : -1));

function stageNews(db: Portal, community: Community, number: number, now: Date): readonly Act[] {
  const history = toldConsultation(db, community, now, number)?.history ?? [];
  return history.flatMap(({ stage, at, reason }, step) => {
    const isNews = (stagesInNews as readonly string[]).includes(stage);
    return isNews && at !== null ? [{ own: `stage:${step + 1}`, at, news: { kind: 'stage', stage, reason } }] : [];
  });
}

const ballotNews = (db: Portal, consultation: ConsultationId, now: Date): readonly Act[] =>
  toldBallots(db, consultation, now).flatMap((ballot) => {
    const { number, kind, voided } = ballot;
    const of = { poll: number, pollKind: kind };
    const acts: readonly Act[] = [
      ...(ballot.hidden ? [] : callsOf(db, ballot, of)),
      ...resultNews(db, ballot, of),
      ...(voided?.at && voided.reason !== null
        ? [{ own: 'void', at: voided.at, news: { kind: 'void', reason: voided.reason, ...of } } as const]
        : [])
    ];
    return acts.map((act) => ({ ...act, own: `${number}:${act.own}` }));
  });

type OfPoll = { readonly poll: number; readonly pollKind: ToldBallot['kind'] };

/** That it was frozen, where and when people are called to it, and the calls to which too few came. */
function callsOf(db: Portal, { poll: id, quorum }: ToldBallot, of: OfPoll): readonly Act[] {
  const poll = readPoll(db, id);
  if (!poll) return [];
  const { frozenAt: at } = poll;
  const again = db.select().from(secondCalls).where(eq(secondCalls.poll, id)).get();
  const sittings = poll.sittings.map(({ place, day, channel }) => ({ place, day, channel }));
  const missed = db.select().from(missedQuorums).where(eq(missedQuorums.poll, id)).all();
  return [
    { own: 'frozen', at, news: { kind: 'frozen', options: poll.options, ...of } },
    { own: 'called', at, changedAt: again?.at ?? at, news: { kind: 'called', sittings, ...of } },
    ...missed.map(({ at: then, call }): Act => ({
      own: `missed:${call}`,
      at: then,
      news: { kind: 'missed', call, quorum, ...of }
    }))
  ];
}

/** Of a void ballot only that it is void, in place of what it had published too: a reader that keeps entries must not keep that. */
function resultNews(db: Portal, { poll, result, voided }: ToldBallot, of: OfPoll): readonly Act[] {
  if (!result?.record) return [];
  const [first, ...corrections] = publicationsOf(db, poll);
  const { publishedAt } = result.record;
  const at = first?.at ?? publishedAt;
  if (voided) {
    const isTold = voided.at !== null && voided.reason !== null;
    return isTold
      ? [{ own: 'result', at, changedAt: voided.at, news: { kind: 'void', reason: voided.reason, ...of } }]
      : [];
  }
  const told = { view: result.view, options: result.poll.options, ...of };
  return [
    { own: 'result', at, changedAt: publishedAt, news: { kind: 'result', ...told } },
    ...corrections.map(({ at, reason }, time): Act => ({
      own: `corrected:${time + 1}`,
      at,
      news: { kind: 'corrected', reason: reason ?? '', ...told }
    })),
    ...objectionsTo(db, poll).flatMap(({ number, text, answer, answeredOn }): Act[] =>
      answer === null || answeredOn === null
        ? []
        : [{ own: `objection:${number}`, at: answeredOn, news: { kind: 'objection-answered', text, answer, ...of } }]
    )
  ];
}

/** When each was made public, the first and those that took its place, with the reason why. */
const publicationsOf = (db: Portal, poll: PollId) =>
  db
    .select({ at: publications.at, reason: publications.reason })
    .from(publications)
    .where(eq(publications.poll, poll))
    .orderBy(publications.number)
    .all();
