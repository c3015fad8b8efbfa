// Owns the branded identifiers: a proposal's id can not be handed where an option's is wanted.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PCode = Branded<'PCode'>;
export type CommunityId = Branded<'CommunityId'>;
export type ConsultationId = Branded<'ConsultationId'>;
export type ProposalId = Branded<'ProposalId'>;
export type PollId = Branded<'PollId'>;
export type OptionId = Branded<'OptionId'>;
export type SittingId = Branded<'SittingId'>;
export type AccountId = Branded<'AccountId'>;
export type DeviceId = Branded<'DeviceId'>;
export type EventId = Branded<'EventId'>;
export type StationId = Branded<'StationId'>;
export type MediumId = Branded<'MediumId'>;
