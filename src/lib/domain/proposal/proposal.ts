// Owns what is told of a proposal once its answers and its duplicates are put together. Nothing here tells who typed it.
import { mediumName, type VoiceEnding } from '#lib/domain/media/media-kinds.ts';
import type { Category } from '#lib/domain/proposal/categories.ts';
import type { ProposalState } from '#lib/domain/proposal/proposal-states.ts';
import type { ProposerGroup } from '#lib/domain/proposal/proposer-groups.ts';
import type { LandState, Screening } from '#lib/domain/proposal/screening.ts';
import type { ConsultationId, MediumId, ProposalId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';

/** In the order that forms offer them. */
export const landStates = ['agreed', 'none-needed', 'not-agreed'] as const satisfies LandState[];

/** The last answer, with its number and moment. */
export type Screened = Screening & { readonly feasible: boolean; readonly number: number; readonly at: string };

/** What may be told of a duplicate: its text was never answered, so it stays at the desk. */
export type Joined = {
  readonly id: ProposalId;
  readonly title: string;
  readonly language: ContentLanguage;
  readonly proposerGroup: ProposerGroup;
};

/** Its size is that of the whole picture, in pixels. */
export type ProposalPicture = { readonly id: MediumId; readonly width: number; readonly height: number };

/** As it was recorded. `small`: the same for phones, which may be the very same; null where it could not be made. */
export type ProposalVoice = { readonly id: MediumId; readonly ending: VoiceEnding; readonly small: MediumId | null };

/** The small one where there is one: people pay by the megabyte. */
export const proposalVoiceAddress = ({ id, ending, small }: ProposalVoice): string =>
  `/media/${mediumName(small ? { id: small, ending: 'ogg', small: false } : { id, ending, small: false })}`;

export type Proposal = Joined & {
  readonly consultation: ConsultationId;
  /** Its place among those of its consultation, in the order they came. */
  readonly number: number;
  readonly need: string;
  readonly gainers: string;
  readonly place: string;
  readonly category: Category;
  readonly receivedAt: string;
  /** Seen where the text is seen. A duplicate's own stays at the desk. */
  readonly picture: ProposalPicture | null;
  /** Heard where the text is read, as the picture. */
  readonly voice: ProposalVoice | null;
  /** Entered at the desk, or brought by a visitor without an account. */
  readonly atDesk: boolean;
  readonly state: ProposalState;
  readonly screening: Screened | null;
  /** The one that it joined. */
  readonly mergedInto: ProposalId | null;
  /** The duplicates that joined it. */
  readonly joined: readonly Joined[];
  /** Its own group first, then those of the joined ones. */
  readonly proposerGroups: readonly ProposerGroup[];
};
