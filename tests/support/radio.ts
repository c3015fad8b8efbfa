// Owns what stories of radios start from: a station with its producer, and events that a second person sent.
import type { CommunityId, EventId, PCode } from '#lib/domain/shared/ids.ts';
import { announceEvent, type EventExtras } from '#lib/server/event/announce-event.ts';
import { cancelEvent } from '#lib/server/event/cancel-event.ts';
import type { NewEvent } from '#lib/server/event/forms.ts';
import { hideEvent } from '#lib/server/event/hide-event.ts';
import { moveEvent } from '#lib/server/event/move-event.ts';
import { answerRadios } from '#lib/server/event/second-person.ts';
import { endStation, makeStation, type StationInput } from '#lib/server/station/write-station.ts';
import { match } from './event.ts';
import type { Village } from './factories.ts';
import { beside, must, type Member } from './hire.ts';
import type { Portal } from './server.ts';

export type Radio = { readonly slug: string; readonly producer: Member };

/** Heard in the region where stories' villages lie. */
export const makeRadio = (
  portal: Pick<Portal, 'data'>,
  name: string,
  languages: StationInput['languages'] = ['fr', 'ses']
): Promise<Radio> =>
  beside(portal, async ({ hire }) => {
    const { ctx } = await hire([{ role: 'administrator' }]);
    const { id, slug } = must(makeStation(ctx, { name, languages, areas: ['ML07' as PCode] }));
    const { member } = await hire([{ role: 'radio', station: id }]);
    return { slug, producer: member };
  });

/** @returns its address, which answers no more. */
export const endedRadio = (portal: Pick<Portal, 'data'>, name: string): Promise<string> =>
  beside(portal, async ({ hire }) => {
    const { ctx } = await hire([{ role: 'administrator' }]);
    const { id, slug } = must(makeStation(ctx, { name, languages: ['fr'], areas: ['ML07' as PCode] }));
    must(endStation(ctx, id));
    return slug;
  });

/** `became`: what one person did to it since; `waiting` has not been sent, and is a day old where it is `unconfirmed`. */
export type Told = Partial<NewEvent & EventExtras> & {
  readonly became?: 'cancelled' | 'moved' | 'hidden' | 'unconfirmed' | 'waiting';
};

/** As a second person of its committee does. */
export const sendToRadios = (portal: Pick<Portal, 'data'>, { id: community }: Pick<Village, 'id'>, event: string) =>
  beside(portal, async ({ hire }) => {
    const { ctx } = await hire([{ role: 'committee', community }]);
    must(answerRadios(ctx, event as EventId, { answer: 'sent', reason: '' }));
  });

/** @param told each takes place in as many days as it stands in the list from 1, unless it says a day. */
export const tellRadios = (
  portal: Pick<Portal, 'data'>,
  community: CommunityId,
  told: readonly Told[]
): Promise<readonly EventId[]> =>
  beside(portal, async ({ hire }) => {
    const [first, second] = [
      await hire([{ role: 'committee', community }]),
      await hire([{ role: 'committee', community }])
    ];
    const dayAgo = { ...first.ctx, now: new Date(first.ctx.now.getTime() - 25 * 3_600_000) };
    return told.map(({ became, ...event }, place) => {
      const day = new Date(first.ctx.now.getTime() + (place + 1) * 86_400_000).toISOString().slice(0, 10);
      const by = became === 'unconfirmed' ? dayAgo : first.ctx;
      const id = must(announceEvent(by, community, { ...match, day, ...event }));
      if (became !== 'unconfirmed' && became !== 'waiting')
        must(answerRadios(second.ctx, id, { answer: 'sent', reason: '' }));
      if (became === 'cancelled') must(cancelEvent(first.ctx, id, { reason: 'L’arbitre est malade.' }));
      if (became === 'hidden') must(hideEvent(first.ctx, id));
      const moved = {
        day: event.day ?? day,
        hour: '18:30',
        place: 'Cour de l’école',
        reason: 'Le terrain est inondé.'
      };
      if (became === 'moved') must(moveEvent(first.ctx, id, moved));
      return id;
    });
  });
