// Owns which words travel to a phone for an assembly: families of message keys. All of them would be ten times the weight.

/** What stands before the first dot of a key. A guard rail holds them against what the screens say. */
export const assemblyFamilies = [
  'assembly',
  'booth',
  'call-way',
  'casting-vote',
  'category',
  'channel',
  'common',
  'count',
  'follows',
  'form',
  'fruit',
  'group',
  'helper-role',
  'layout',
  'lot',
  'minutes',
  'minutes-notes',
  'outcome',
  'poll',
  'poll-kind',
  'practice',
  'prevention',
  'proposer-group',
  'quorum',
  'reason',
  'reconcile',
  'result',
  'rule',
  'sitting',
  'tie',
  'token',
  'vote'
] as const;

const inFamily = new RegExp(`^(${assemblyFamilies.join('|')})\\.`);

/** @param refusals codes that a phone may answer; the words of others stay at the portal. */
export const isAssemblyKey = (key: string, refusals: readonly string[]): boolean =>
  inFamily.test(key) || refusals.some((code) => key === `error.${code}` || key.startsWith(`error.${code}_`));
