// Owns who may do what: one typed table, read by one `can()`. Deny by default; a role not named in a row may not.
import type { CommunityId, PCode, StationId } from '#lib/domain/shared/ids.ts';

export const roles = ['committee', 'facilitator', 'radio', 'speaker', 'administrator'] as const;
export type Role = (typeof roles)[number];

/**
 * Where a role holds: committee in one community, facilitator in one area (a place and all beneath it), radio at one station,
 * speaker (who lends their voice to the portal's sentences) and administrator everywhere. Radios of before stations were kept have none: they read, and mark nothing.
 */
export type Grant =
  | { readonly role: 'committee'; readonly community: CommunityId }
  | { readonly role: 'facilitator'; readonly area: PCode }
  | { readonly role: 'radio'; readonly station: StationId | null }
  | { readonly role: 'speaker' }
  | { readonly role: 'administrator' };

/** Somebody who signed in, or nobody in particular. */
export type Actor = { readonly grants: readonly Grant[] };
export const visitor: Actor = { grants: [] };

/**
 * What the act is about. `areas` holds, for each of the community's localities, the codes from its region down to itself:
 * chief towns have codes that do not begin with their commune's, so a code alone does not tell where it lies.
 */
export type Subject = {
  readonly community?: CommunityId;
  readonly areas?: readonly (readonly PCode[])[];
  readonly station?: StationId;
};

/** How far a right reaches: `own` needs the subject inside the grant's scope; `all` does not ask. */
type Reach = 'own' | 'all';

const everyone = {
  visitor: 'all',
  committee: 'all',
  facilitator: 'all',
  radio: 'all',
  speaker: 'all',
  administrator: 'all'
} as const;
const committeeAndFacilitator = { committee: 'own', facilitator: 'own' } as const;

export const permissions = {
  'read-published': everyone,
  'propose-to-queue': everyone,
  'remark-on-wording': everyone,
  'sign-in': everyone,
  /** A phone of an assembly has no session: its code, its token or its signature is what it may do. */
  'hand-in-envelope-by-phone': everyone,
  'use-desk': { committee: 'all', facilitator: 'all', radio: 'all', speaker: 'all', administrator: 'all' },
  'see-community-desk': { committee: 'own', facilitator: 'own', administrator: 'all' },
  propose: committeeAndFacilitator,
  screen: committeeAndFacilitator,
  freeze: committeeAndFacilitator,
  'open-poll': committeeAndFacilitator,
  'close-poll': committeeAndFacilitator,
  'publish-result': committeeAndFacilitator,
  'enter-attendance': committeeAndFacilitator,
  'hand-in-envelope': committeeAndFacilitator,
  'declare-void': committeeAndFacilitator,
  supersede: committeeAndFacilitator,
  'answer-objection': committeeAndFacilitator,
  'cancel-consultation': committeeAndFacilitator,
  'print-cards': { facilitator: 'own' },
  'enrol-device': { facilitator: 'own' },
  'enter-paper-count': committeeAndFacilitator,
  'announce-event': committeeAndFacilitator,
  'send-event-to-radios': committeeAndFacilitator,
  'change-event': committeeAndFacilitator,
  /** Its own station's sheet in full: with phones and hidden places, and what it took and aired. */
  'pull-sheet': { radio: 'own' },
  'mark-aired': { facilitator: 'own', radio: 'own' },
  'invite-account': { facilitator: 'own', administrator: 'all' },
  'manage-accounts': { administrator: 'all' },
  'manage-stations': { administrator: 'all' },
  'manage-places': { administrator: 'all' },
  'manage-languages': { administrator: 'all' },
  'review-translations': { facilitator: 'all', administrator: 'all' },
  'end-sessions': { committee: 'own', facilitator: 'own', administrator: 'all' },
  'reset-secret': committeeAndFacilitator,
  'sign-together': committeeAndFacilitator,
  'make-community': { facilitator: 'own', administrator: 'all' },
  'change-community': { committee: 'own', facilitator: 'own', administrator: 'all' },
  'open-consultation': { committee: 'own', facilitator: 'own' },
  'record-head-count': committeeAndFacilitator,
  'write-follow-up': committeeAndFacilitator,
  'answer-complaint': committeeAndFacilitator,
  'record-voices': { speaker: 'all', administrator: 'all' },
  'manage-backups': { administrator: 'all' },
  'read-audit-head': everyone,
  'read-audit-chain': { committee: 'own', facilitator: 'own', administrator: 'all' }
} as const satisfies Record<string, Partial<Record<Role | 'visitor', Reach>>>;

export type Action = keyof typeof permissions;

/** Whoever is one proves themselves with a second factor, whatever else they are. */
export const isAdministrator = ({ grants }: Actor): boolean => grants.some(({ role }) => role === 'administrator');

/** Nobody, staff included, sees a running count: there is no such action. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const row: Partial<Record<Role | 'visitor', Reach>> = permissions[action];
  if (row.visitor !== undefined) return true;
  return actor.grants.some((grant) => {
    const reach = row[grant.role];
    return reach === 'all' || (reach === 'own' && isWithin(grant, subject));
  });
}

/** An act that concerns several places at once needs the right in each; one that concerns nothing is nobody's. */
export const canInAll = (actor: Actor, action: Action, subjects: readonly Subject[]): boolean =>
  subjects.length > 0 && subjects.every((subject) => can(actor, action, subject));

function isWithin(grant: Grant, subject: Subject): boolean {
  switch (grant.role) {
    case 'committee':
      return grant.community === subject.community;
    case 'facilitator':
      return (
        subject.areas !== undefined &&
        subject.areas.length > 0 &&
        subject.areas.every((path) => path.includes(grant.area))
      );
    case 'radio':
      return grant.station !== null && grant.station === subject.station;
    case 'speaker':
    case 'administrator':
      return false;
  }
}
