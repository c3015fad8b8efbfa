// Owns what visitors are told of a community's newest consultation; of a hidden vote neither its days nor that people vote now.
import { toldStage } from '#lib/domain/community/discretion.ts';
import type { Portal } from '../db/portal.ts';
import { hidesVote } from './hidden-vote.ts';
import { newestConsultation, stageHistory, type Community } from './queries.ts';

export function toldConsultation(db: Portal, community: Community, now: Date) {
  const found = newestConsultation(db, community.id);
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
      ? history.filter((change) => change.stage !== 'voting').map((change) => ({ ...change, at: null }))
      : history
  };
}
