// Owns packs, envelopes and small counts for tests of the offline assembly.
import { createHash } from 'node:crypto';
import type { Counts } from '#lib/domain/assembly/counts.ts';
import { envelopeFormat, type Envelope } from '#lib/domain/assembly/envelope.ts';
import { hashBallot, makePack, packFormat, type Pack, type PackBody } from '#lib/domain/assembly/pack.ts';
import type { DeviceId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { agreedByDefault, freezeTerms } from '#lib/domain/vote/terms.ts';
import { optionMarks } from '#lib/domain/vote/options.ts';
import { byColour, optionId, tallyOf } from './tallies.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const device = (name: string): DeviceId => name as DeviceId;

/** Thirty people are enough, and fifteen at a second call. */
export function packBody(change: Partial<PackBody> = {}, options: readonly string[] = ['a', 'b', 'c']): PackBody {
  return {
    format: packFormat,
    program: '0.1.0',
    chainHead: 'c'.repeat(64),
    languages: ['ses', 'fr'],
    community: { slug: 'bara', name: 'Bara', place: ['Gao', 'Ansongo', 'Bara'] },
    consultation: 1,
    poll: { id: 'poll1' as PollId, number: 1, kind: 'first' },
    ballot: {
      rule: 'accepted-by-all',
      terms: freezeTerms('accepted-by-all', agreedByDefault),
      options: options.map((id, place) => ({
        id: optionId(id),
        letter: optionMarks[place]?.letter ?? 'A',
        title: `Projet ${id}`,
        cost: 25_000_000,
        place: 'Bara',
        upkeepOwner: 'le comité'
      }))
    },
    looks: options.map(() => ({ colour: 'a', icon: 'water', language: 'fr', proposerGroup: 'women' })),
    call: 'first',
    sittings: [{ id: 'sitting1' as SittingId, place: 'Bara', day: '2026-07-05' }],
    sitting: 'sitting1' as SittingId,
    device: device('phone1'),
    adults: { hosts: 80, returned: 40 },
    households: 100,
    files: [],
    ...change
  };
}

export const pack = (change: Partial<PackBody> = {}, options?: readonly string[]): Pack =>
  makePack(sha256, packBody(change, options));

export const ballotDigest = hashBallot(sha256, packBody().ballot);

/** Ten of each colour: a 10, 10, 3, 3 · b 6 each · c 9, 9, 4, 4, as in the first numbered example. */
export const firstExample: Counts = {
  tally: tallyOf([10, 10, 10, 10], { a: [10, 10, 3, 3], b: [6, 6, 6, 6], c: [9, 9, 4, 4] }),
  damaged: 0
};

export const envelope = (change: Partial<Envelope> = {}): Envelope => ({
  format: envelopeFormat,
  program: '0.1.0',
  poll: 'poll1' as PollId,
  kind: 'first',
  sitting: 'sitting1' as SittingId,
  device: device('phone1'),
  ballot: ballotDigest,
  channel: 'phone',
  call: 'first',
  counts: firstExample,
  attendance: { present: byColour([10, 10, 10, 10]), youth: 12, disability: 3, disputes: 1 },
  tokens: { used: byColour([10, 10, 10, 10]), unused: byColour([0, 0, 0, 0]) },
  heard: [],
  told: 'ABC123',
  notes: null,
  note: '',
  settled: null,
  recovered: 'no',
  ...change
});
