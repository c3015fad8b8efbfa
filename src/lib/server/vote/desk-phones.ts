// Owns what the desk sees of the phones of a vote: which were prepared for a sitting, and what each handed in. It tells no figure.
import type { Portal } from '../db/portal.ts';
import { envelopesHandedIn, type EnvelopeRow } from './envelopes.ts';
import { phoneDifferences } from './phone-differences.ts';
import { phonesOf, sittingsAwaitingPhones } from './phone-sittings.ts';
import { readPoll, type Poll } from './queries.ts';
import { replaceable, whyCannotReplace } from './supersede-by-envelope.ts';

const told = ({ number, kind, answer, at, countsAt }: EnvelopeRow) => ({
  number,
  kind,
  answer,
  at,
  counts: countsAt !== null
});

/** Of this vote and the one before it: people may have gone on to it with the same phone. */
export function deskPhones(db: Portal, poll: Poll) {
  const before = poll.after === null ? null : readPoll(db, poll.after);
  const polls = before ? [before, poll] : [poll];
  const awaited = sittingsAwaitingPhones(db, poll).map(({ id }) => id);
  const sittings = polls
    .flatMap((one) => one.sittings)
    .filter(({ channel }) => channel === 'phone')
    .map(({ id, place, day, state }) => ({
      ...{ id, place, day, state, awaits: awaited.includes(id) },
      phones: phonesOf(db, id).map((phone) => ({
        ...{ id: phone.id, role: phone.role, at: phone.at },
        envelopes: envelopesHandedIn(db, phone.id).map(told)
      }))
    }));
  const replacing = replaceable(db, poll)
    .filter(({ chosen }) => whyCannotReplace(db, poll, { reason: '-', envelope: chosen.number }).ok)
    .map(({ chosen: { number, at } }) => ({ number, at }));
  return { sittings, replacing, differences: polls.flatMap((one) => phoneDifferences(db, one)) };
}

export type DeskPhones = ReturnType<typeof deskPhones>;
