// Owns what the next act of a consultation is called on the desk, and on which page of its community it is done.
import type { NextAct } from '#lib/domain/community/next-act.ts';
import type { MessageKey } from './catalogues.ts';

export const nextActWords: Readonly<Record<NextAct, { readonly words: MessageKey; readonly page: string }>> = {
  'publish-result': { words: 'poll.publish-title', page: '/poll' },
  'close-poll': { words: 'poll.close-title', page: '/poll' },
  'call-again': { words: 'second-call.title', page: '/second-call' },
  'call-ballot': { words: 'next-ballot.title', page: '/next-ballot' },
  'open-poll': { words: 'poll.open-title', page: '/poll' },
  freeze: { words: 'freeze.title', page: '/freeze' },
  screen: { words: 'stage.screening', page: '/proposals' },
  'start-screening': { words: 'desk.start-screening', page: '' },
  'open-consultation': { words: 'desk.open-consultation', page: '/open' }
};
