// Owns what the matrix stands on: two communities with everything an address can name, one of them in another region, and
// somebody of each role who signed in.
import sharp from 'sharp';
import type { Actor, Grant, Role, Subject } from '#lib/domain/account/permissions.ts';
import { expiryOf } from '#lib/domain/account/joint-acts.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { communitySubject, newestConsultation } from '#lib/server/community/queries.ts';
import { moment } from '#lib/server/db/context.ts';
import { jointActs } from '#lib/server/db/schema/joint.ts';
import { proposalPictures, proposalVoices } from '#lib/server/db/schema/proposal.ts';
import { announceEvent } from '#lib/server/event/announce-event.ts';
import { storePicture } from '#lib/server/media/store-picture.ts';
import { storeVoice } from '#lib/server/media/store-voice.ts';
import { recordMedium } from '#lib/server/media/stored-medium.ts';
import type { Station } from '#lib/server/station/queries.ts';
import { makeStation } from '#lib/server/station/write-station.ts';
import { freezeCandidates } from '#lib/server/vote/freeze-candidates.ts';
import { freezeOptions } from '#lib/server/vote/freeze-options.ts';
import { newestPoll } from '#lib/server/vote/queries.ts';
import { match } from './event.ts';
import { makeVillage, type Village } from './factories.ts';
import { beside, must, proofOf, type Beside, type Member } from './hire.ts';
import type { Portal } from './server.ts';
import { ogg } from './uploads/voices.ts';

export type Side = {
  readonly slug: string;
  readonly proposal: string;
  /** The file's name of the proposal's picture. */
  readonly picture: string;
  /** That of its voice. */
  readonly voice: string;
  readonly event: string;
  /** A radio that is heard there. */
  readonly station: Station;
  /** Of an act that waits for its second signature. */
  readonly act: number;
  /** Of somebody in its committee. */
  readonly account: string;
  readonly subject: Subject;
};
export type Person = Actor & { readonly role: Role | 'visitor'; readonly cookie: string };
export type Stand = { readonly own: Side; readonly foreign: Side; readonly people: readonly Person[] };

export const nextWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

export async function makeMatrixStand(portal: Portal, name: string): Promise<Stand> {
  const titles = ['Puits', 'École', 'Santé'];
  const here = await makeVillage(portal, name, titles);
  const there = await makeVillage(portal, `${name} ailleurs`, titles, undefined, 'ML06');
  return beside(portal, async (at) => {
    const own = await furnish(at, here, 'ML07');
    const foreign = await furnish(at, there, 'ML06');
    const people: Person[] = [{ role: 'visitor', grants: [], cookie: '' }];
    const grants: readonly Grant[] = [
      { role: 'committee', community: here.id },
      { role: 'facilitator', area: 'ML07' as PCode },
      { role: 'radio', station: own.station.id },
      { role: 'speaker' },
      { role: 'administrator' }
    ];
    for (const grant of grants) {
      const { member } = await at.hire([grant]);
      people.push({ role: grant.role, grants: [grant], cookie: await cookieOf(portal, member) });
    }
    return { own, foreign, people };
  });
}

/** A frozen poll with two options and an event, both by staff of its own. */
async function furnish({ db, store, hire }: Beside, { id, slug }: Village, area: string): Promise<Side> {
  const { ctx } = await hire([{ role: 'facilitator', area: area as PCode }]);
  const second = await hire([{ role: 'committee', community: id }]);
  const consultation = newestConsultation(db, id);
  const chosen = consultation ? freezeCandidates(db, consultation.id).map((candidate) => candidate.id) : [];
  const [proposal] = chosen;
  if (!consultation || !proposal) throw new Error('A factory found no proposals where it just screened some.');
  const sitting = { channel: 'cards', place: 'Centre', day: nextWeek(), closesAt: null } as const;
  const input = { chosen, reasons: {}, sittings: [sitting] };
  const poll = must(freezeOptions(ctx, second.ctx.actor.account, consultation, input));
  const drawn = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#1f2a5a' } })
    .webp()
    .toBuffer();
  const stored = must(await storePicture(ctx, store, new Blob([new Uint8Array(drawn)]), ctx.actor.account));
  const medium = recordMedium(ctx, stored);
  db.insert(proposalPictures).values({ proposal, medium }).run();
  const said = must(await storeVoice(ctx, store, new Blob([Uint8Array.from(ogg(1))]), ctx.actor.account));
  const voice = recordMedium(ctx, said);
  db.insert(proposalVoices).values({ proposal, medium: voice, smallMedium: voice }).run();
  const event = must(announceEvent(ctx, id, { ...match, day: nextWeek() }));
  // By nobody else's: an act is told to whoever signed it first in other words.
  const { number: act } = db
    .insert(jointActs)
    .values({
      act: 'close-poll',
      community: id,
      payload: JSON.stringify({ community: id, poll, sitting: newestPoll(db, consultation.id)?.sitting.id }),
      at: moment(ctx.now),
      by: ctx.actor.account,
      expiresAt: moment(expiryOf('freeze', ctx.now))
    })
    .returning({ number: jointActs.number })
    .get();
  return {
    act,
    station: must(makeStation(ctx, { name: `Radio ${slug}`, languages: ['fr'], areas: [area as PCode] })),
    slug,
    proposal,
    picture: `${medium}.webp`,
    voice: `${voice}.ogg`,
    event,
    account: second.ctx.actor.account,
    subject: communitySubject(db, id)
  };
}

/** Signs in as a browser does. @param home what the portal calls itself. @returns the cookies to send. */
export async function cookieOf({ origin }: Pick<Portal, 'origin'>, member: Member, home = origin): Promise<string> {
  const answer = await fetch(`${origin}/fr/desk/sign-in`, {
    method: 'POST',
    headers: { origin: home, accept: 'text/html' },
    body: new URLSearchParams({ phone: member.phone, secret: member.secret, proof: proofOf(member) }),
    redirect: 'manual'
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (!cookies.some((cookie) => cookie.includes('session='))) throw new Error(`Sign-in answered ${answer.status}.`);
  return cookies.join('; ');
}
