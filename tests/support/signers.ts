// Owns staff with a PIN who sign acts of two people beside no server, and what there is to sign.
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import { makeAccount } from '#lib/server/account/make-account.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import type { Planned } from '#lib/server/joint/performer.ts';
import { receiveProposal } from '#lib/server/proposal/receive-proposal.ts';
import { screenProposal } from '#lib/server/proposal/screen-proposal.ts';
import type { TestConsultation } from './consultation.ts';
import { well, yes } from './proposals.ts';
import { must } from './hire.ts';

export type Signer = { readonly ctx: StaffContext; readonly phone: string; readonly secret: string };

export const signersKey = Buffer.alloc(32, 7);
export const signedOn = new Date('2026-07-05T09:00:00Z');
export const nobody = { secondPhone: '', secondSecret: '' };

let phones = 0;

export async function hireSigner(db: Portal, grant: Grant): Promise<Signer> {
  const phone = `7600${String(++phones).padStart(4, '0')}`;
  const made = await makeAccount({ db, now: signedOn }, signersKey, { name: phone, phone, grants: [grant] });
  const { id, secret } = must(made);
  return { ctx: { db, now: signedOn, actor: { account: id, name: phone, grants: [grant] } }, phone, secret };
}

/** Forage, École and Marché, all feasible. */
export const threeFeasible = ({ ctx }: Signer, { consultation }: TestConsultation): readonly ProposalId[] =>
  ['Forage', 'École', 'Marché'].map((title) => {
    const id = must(receiveProposal(ctx, consultation, { ...well, title }, ctx.actor.account));
    must(screenProposal(ctx, id, { ...yes, cost: 1_000_000 }));
    return id;
  });

/** @param read what the form showed, where an earlier reading is to be compared. */
export function freezeOf(
  { community, consultation }: TestConsultation,
  chosen: readonly ProposalId[],
  read?: string
): Planned {
  const onTheSquare = { channel: 'cards', place: 'Place', day: '2026-07-10', closesAt: null } as const;
  const input = { chosen, reasons: {}, sittings: [onTheSquare], ...(read === undefined ? {} : { read }) };
  return { act: 'freeze', payload: { community, consultation, input } };
}
