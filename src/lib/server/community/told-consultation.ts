// Owns what visitors are told of a community's consultation; of a hidden vote neither its days, nor reasons, which may name days,
// nor that people vote now.
import { toldStage } from '#lib/domain/community/discretion.ts';
import type { Portal } from '../db/portal.ts';
import { hidesVote } from './hidden-vote.ts';
import {
  consultationByNumber,
  consultationNumbers,
  newestConsultation,
  stageHistory,
  type Community
} from './queries.ts';

/** @param which its number as addresses name it; the newest where none is meant. */
export function toldConsultation(db: Portal, community: Community, now: Date, which: number | null = null) {
  const { id: of } = community;
  const found = which === null ? newestConsultation(db, of) : consultationByNumber(db, of, which);
  if (!found) return null;
  const { id, number, sumAvailable, stage } = found;
  const hidden = hidesVote(db, id, now);
  const history = stageHistory(db, id);
  return {
    id,
    number,
    sum: sumAvailable,
    stage: toldStage(community, stage),
    hidden,
    /** `at` is null where days are not told. */
    history: hidden
      ? history.flatMap((change) => (change.stage === 'voting' ? [] : [{ ...change, at: null, reason: null }]))
      : history
  };
}

/** Every consultation of a community, the newest first, each with the stage that visitors are told. */
export const toldConsultations = (db: Portal, community: Community, now: Date) =>
  consultationNumbers(db, community.id).flatMap((number) => {
    const told = toldConsultation(db, community, now, number);
    return told ? [{ id: told.id, number, stage: told.stage }] : [];
  });
