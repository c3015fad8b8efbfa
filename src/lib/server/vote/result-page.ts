// Owns what the pages of a published result are handed, the same at each of its addresses.
import { readTerms } from '#lib/domain/vote/terms.ts';
import { resultBase, type ResultAddress } from '#lib/domain/result/result-address.ts';
import { newestConsultation, whereIs, type Community, type Consultation } from '../community/queries.ts';
import type { Context } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { heardVoices } from '../proposal/queries.ts';
import { publicNotes } from './minutes-notes.ts';
import { objectionsTo } from './objections.ts';
import { leftOffOf, publishedBallots, type PublishedResult } from './queries.ts';
import { sittingsOf } from './sittings.ts';
import { standIns } from './stand-ins.ts';
import { votedBy } from './voted-by.ts';

type Found<Result extends PublishedResult = PublishedResult> = {
  readonly community: Community;
  readonly consultation: Consultation;
  readonly result: Result;
};
type Whole = PublishedResult & { readonly record: NonNullable<PublishedResult['record']> };

/** @param address at which it was asked for: the links of the page stay under it. */
export function resultPage({ db, now }: Context, { community, consultation, result }: Found, address: ResultAddress) {
  const { slug, name } = community;
  const ballots = publishedBallots(db, consultation.id);
  const newest = newestOf(ballots);
  const { number } = result.poll;
  const voices = heardVoices(
    db,
    now,
    result.poll.options.map(({ proposal }) => proposal)
  );
  return {
    slug,
    name,
    number: consultation.number,
    base: resultBase(address),
    canonical: `${canonicalBase(db, { community, consultation, result }, newest)}/result`,
    kind: result.poll.kind,
    record: result.record,
    voided: result.voided,
    options: result.poll.options.map(({ id, proposal, letter, colour, icon, title, language }) => ({
      id,
      letter,
      colour,
      icon,
      title,
      language,
      voice: voices.get(proposal)
    })),
    /** Those against the result that is told whole. */
    objections: result.record ? objectionsTo(db, result.poll.id) : [],
    view: result.view,
    before: ballots.filter((ballot) => ballot.number < number),
    /** Whether another result of the consultation took this one's place since. */
    isOlder: newest !== null && newest > number
  };
}

/** @param project reference of the project that the installation serves; empty where none is set. */
export function minutesPage(ctx: Context, found: Found<Whole>, address: ResultAddress, project: string) {
  const { db } = ctx;
  const { community, consultation, result } = found;
  const { poll, view, record } = result;
  const how = votedBy(db, poll.id);
  return {
    slug: community.slug,
    name: community.name,
    base: resultBase(address),
    canonical: `${canonicalBase(db, found, newestOf(publishedBallots(db, consultation.id)))}/minutes`,
    where: whereIs(db, community.id),
    number: consultation.number,
    sum: consultation.sumAvailable,
    ownShare: consultation.ownShare,
    sittings: sittingsOf(db, poll.id).map(({ id, place, day, channel, call, state }) => ({
      place,
      day,
      channel: how.get(id) ?? channel,
      call,
      state
    })),
    kind: poll.kind,
    reason: record.reason,
    voided: result.voided,
    objections: objectionsTo(db, poll.id),
    options: poll.options.map(({ id, letter, title, language, cost, upkeepOwner, proposerGroup }) => ({
      id,
      letter,
      title,
      language,
      cost,
      upkeepOwner,
      proposerGroups: proposerGroup.split(',')
    })),
    leftOff: leftOffOf(db, poll.id),
    standIns: standIns(db, poll.id, community.id),
    rule: poll.rule,
    terms: readTerms(poll.terms),
    notes: publicNotes(ctx, project, poll),
    view,
    fingerprint: record.fingerprint,
    publishedAt: record.publishedAt,
    auditHead: record.auditHead
  };
}

/** The newest that stands, by its number; null where none does. */
const newestOf = (ballots: ReturnType<typeof publishedBallots>): number | null =>
  ballots.findLast(({ isVoid }) => !isVoid)?.number ?? null;

/** The one of several addresses of the same content that search engines keep: the shortest while it is the latest, else its own. */
function canonicalBase(db: Portal, { community, consultation, result }: Found, newest: number | null): string {
  const { slug } = community;
  const { number } = consultation;
  const isLatest = newest === result.poll.number && newestConsultation(db, community.id)?.number === number;
  return resultBase(isLatest ? { slug } : { slug, number, poll: result.poll.number });
}
