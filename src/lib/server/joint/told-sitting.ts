// Owns how a sitting that is planned is told to the second person who signs: where, when, and until what hour.
import type { PlannedSitting } from '../vote/planned-sittings.ts';
import type { Fact } from './performer.ts';

export const whenAndWhere = ({ place, day, closesAt, channel }: PlannedSitting): readonly Fact[] => [
  { what: 'freeze.place', text: [place, day, closesAt?.slice(11, 16)].filter(Boolean).join(' · ') },
  { what: 'freeze.channel', text: { key: `channel.${channel}` } }
];
