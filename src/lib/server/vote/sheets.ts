// Owns what the printed sheets of a vote read. It answers nothing that tells one ballot from another, and no figure that is not
// published.
import type { Subject } from '#lib/domain/account/permissions.ts';
import { countingRules, defaultRule, isRuleId } from '#lib/domain/vote/rules/index.ts';
import { sheets, type Sheet } from '#lib/domain/vote/sheets.ts';
import type { Community, Consultation } from '../community/queries.ts';
import type { Context } from '../db/context.ts';
import { qrPath } from '../form/qr-path.ts';
import { publishedResult, type Poll, type PollOption } from './queries.ts';

export type SheetOption = Pick<PollOption, 'id' | 'letter' | 'colour' | 'icon' | 'title' | 'language' | 'place'>;

const shown = ({ id, letter, colour, icon, title, language, place }: PollOption): SheetOption => ({
  id,
  letter,
  colour,
  icon,
  title,
  language,
  place
});

type Found = {
  readonly community: Community;
  readonly consultation: Consultation;
  readonly poll: Poll;
  readonly subject: Subject;
};

/** The sheets that can be printed now: there is a poster once there is a result to show. */
export const sheetsFor = (ctx: Context, found: Found): readonly Sheet[] =>
  sheets.filter((sheet) => sheet !== 'poster' || posterSheet(ctx, found, '') !== null);

/** What ballots, bowls and the count are about: the newest frozen ballot. */
export function ballotSheet({ community, poll }: Found) {
  const rule = countingRules[isRuleId(poll.rule) ? poll.rule : defaultRule];
  return {
    slug: community.slug,
    name: community.name,
    day: poll.sitting.day,
    place: poll.sitting.place,
    marks: rule.marks,
    options: poll.options.map(shown)
  };
}

/**
 * What hangs on walls, read as a visitor reads it: null until it is published, and while a discreet community keeps a part of it
 * to itself.
 * @param address of the public result page.
 */
export function posterSheet({ db, now }: Context, { consultation }: Found, address: string) {
  const result = publishedResult(db, consultation.id, now, 'visitor');
  if (!result?.record) return null;
  const { fingerprint, day, place } = result.record;
  const options = result.poll.options.map(shown);
  return { options, view: result.view, fingerprint, day, place, address, qr: qrPath(address) };
}
