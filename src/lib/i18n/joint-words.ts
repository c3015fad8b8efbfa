// Owns what each act of two people is called, in the words of the page where it begins.
import type { JointAct } from '#lib/domain/account/joint-acts.ts';
import type { MessageKey } from './catalogues.ts';

export const jointWords: Readonly<Record<JointAct, MessageKey>> = {
  freeze: 'freeze.title',
  'open-poll': 'poll.open-title',
  'close-poll': 'poll.close-title',
  'publish-result': 'poll.publish-title',
  'draw-lot': 'lot.title',
  'casting-vote': 'casting-vote.title',
  'call-ballot': 'next-ballot.title',
  'void-sitting': 'void.sitting-title',
  'void-poll': 'void.title',
  'enrol-device': 'phones.prepare',
  supersede: 'recount.title',
  'cancel-consultation': 'cancel.title',
  slip: 'account-act.slip',
  reset: 'account-act.reset',
  unlock: 'account-act.unlock'
};
