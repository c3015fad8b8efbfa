// Owns which acts enter the audit chain and what each may say of itself. It refuses everything that is not named here: there is
// no kind for free text, so no code, choice, phone number, address or step of a turnout can be written down by mistake.

/**
 * Kinds of details. `word`: a code of the program, such as a stage or a role. `place`: a P-code. `id`: one of the program's
 * own. `hash`: SHA-256 of something public. `print`: a fingerprint of a published result.
 */
export const detailKinds = {
  count: /^\d{1,9}$/,
  word: /^[a-z][a-z-]{1,39}$/,
  place: /^ML\d{2,14}$/,
  id: /^[0-9a-hjkmnp-tv-z]{12}$/,
  hash: /^[0-9a-f]{64}$/,
  print: /^[0-9A-HJKMNP-TV-Z]{6}$/
} as const;

type Kind = keyof typeof detailKinds;

/** Every act with the details that it may carry. All of them may be left out. */
export const auditActs = {
  'database-migrated': { migrations: 'count' },
  'places-loaded': { places: 'count' },
  'places-imported': { added: 'count', renamed: 'count', altered: 'count', moved: 'count', vanished: 'count' },
  'demonstration-seeded': { scenario: 'word' },
  'account-made': {},
  'account-ended': {},
  'sessions-ended': { sessions: 'count' },
  'slip-given': {},
  'secret-reset': {},
  'sign-in-unlocked': {},
  'device-enrolled': {},
  'role-granted': { role: 'word', community: 'id', area: 'place', station: 'id' },
  'station-made': { station: 'id' },
  'station-changed': { station: 'id' },
  'station-ended': { station: 'id' },
  'stage-changed': { stage: 'word' },
  'ballot-frozen': { options: 'count', ballot: 'hash' },
  'phone-paired': { role: 'word' },
  'phone-enrolled': { role: 'word' },
  'envelope-received': { answer: 'word', envelope: 'hash' },
  'cards-printed': { HW: 'count', HM: 'count', RW: 'count', RM: 'count' },
  'cards-lost': { HW: 'count', HM: 'count', RW: 'count', RM: 'count' },
  'cards-void': { HW: 'count', HM: 'count', RW: 'count', RM: 'count' },
  'quorum-missed': { call: 'word' },
  'second-call': { sittings: 'count' },
  'poll-opened': { call: 'word' },
  'sitting-closed': {},
  'sitting-void': {},
  'count-entered': { round: 'count' },
  'poll-closed': {},
  'minutes-noted': {},
  'lot-drawn': {},
  'casting-vote-heard': {},
  'recount-begun': {},
  'poll-void': {},
  'objection-received': {},
  'objection-answered': {},
  'box-wiped': {},
  'backup-made': {},
  'backup-restored': {},
  'result-published': { fingerprint: 'print' },
  'result-superseded': { fingerprint: 'print' }
} as const satisfies Record<string, Readonly<Record<string, Kind>>>;

export type AuditAct = keyof typeof auditActs;

type ValueOf<K extends Kind> = K extends 'count' ? number : string;
type Fields<Act extends AuditAct> = (typeof auditActs)[Act];
export type Details<Act extends AuditAct> = {
  readonly [Name in keyof Fields<Act>]?: Fields<Act>[Name] extends Kind ? ValueOf<Fields<Act>[Name]> : never;
};

/** @returns the first detail that the act may not carry, or null where all may stand in the chain. */
export function wrongDetail(act: AuditAct, details: Readonly<Record<string, unknown>>): string | null {
  const allowed: Readonly<Record<string, Kind>> = auditActs[act];
  const wrong = Object.entries(details).find(([name, value]) => {
    const kind = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (kind === undefined || (kind === 'count') !== (typeof value === 'number')) return true;
    return !detailKinds[kind].test(String(value));
  });
  return wrong?.[0] ?? null;
}
