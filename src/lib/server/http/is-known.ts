// Owns telling whether the asker already has the same bytes, so that the answer is 304 and no body.

/** A date is asked only of those who sent no tag (RFC 9110, 13.2.2): the tag sees what a date can not. */
export function isKnown(asked: Pick<Headers, 'get'>, etag: string, changedAt: string | null): boolean {
  const tags = asked.get('if-none-match');
  if (tags !== null) return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  const since = changedAt === null ? null : asked.get('if-modified-since');
  return changedAt !== null && since !== null && Date.parse(changedAt) <= Date.parse(since);
}
