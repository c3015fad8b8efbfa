// Owns the sentences that a recorded voice says on the way of who does not read: from the first page to the result, and in the booth.
// No machine speaks any of them: what nobody recorded stays silent, and shows as a gap where voices are recorded.

/** In the order that people walk them. */
export const spokenPaths = ['find', 'propose', 'card', 'ballot', 'assembly', 'result'] as const;
export type SpokenPath = (typeof spokenPaths)[number];

/** `says`: key of the words that are recorded. */
type Spoken = { readonly path: SpokenPath; readonly says: string };

export const spokenLabels = {
  'what-this-is': { path: 'find', says: 'home.title' },
  'open-votes': { path: 'find', says: 'home.open-votes' },
  'next-events': { path: 'find', says: 'home.next-events' },
  'where-are-we': { path: 'find', says: 'community.where-are-we' },
  projects: { path: 'find', says: 'community.options' },
  'stage-proposing': { path: 'find', says: 'stage.proposing' },
  'stage-screening': { path: 'find', says: 'stage.screening' },
  'stage-frozen': { path: 'find', says: 'stage.frozen' },
  'stage-voting': { path: 'find', says: 'stage.voting' },
  'stage-second-ballot': { path: 'find', says: 'stage.second-ballot' },
  'stage-ratification': { path: 'find', says: 'stage.ratification' },
  'stage-no-decision': { path: 'find', says: 'stage.no-decision' },
  'stage-decided': { path: 'find', says: 'stage.decided' },
  'stage-carrying-out': { path: 'find', says: 'stage.carrying-out' },
  'stage-completed': { path: 'find', says: 'stage.completed' },
  'stage-cancelled': { path: 'find', says: 'stage.cancelled' },
  propose: { path: 'propose', says: 'propose.title' },
  'propose-lead': { path: 'propose', says: 'propose.lead' },
  'propose-closed': { path: 'propose', says: 'propose.closed' },
  'propose-errors': { path: 'propose', says: 'form.errors-title' },
  'propose-category': { path: 'propose', says: 'proposal.category' },
  'propose-name': { path: 'propose', says: 'proposal.title' },
  'propose-need': { path: 'propose', says: 'proposal.need-ask' },
  'propose-gainers': { path: 'propose', says: 'proposal.gainers' },
  'propose-place': { path: 'propose', says: 'proposal.place' },
  'propose-group': { path: 'propose', says: 'proposal.group' },
  'propose-language': { path: 'propose', says: 'proposal.language' },
  'propose-picture': { path: 'propose', says: 'proposal.picture' },
  'propose-voice': { path: 'propose', says: 'proposal.voice' },
  'propose-thanks': { path: 'propose', says: 'propose.thanks' },
  card: { path: 'card', says: 'vote.title' },
  'card-code': { path: 'card', says: 'vote.code' },
  'card-secret': { path: 'card', says: 'vote.secret' },
  'card-recorded': { path: 'card', says: 'vote.recorded' },
  'card-used': { path: 'card', says: 'vote.used' },
  'error-card-code-incomplete': { path: 'card', says: 'error.card-code-incomplete' },
  'error-card-code-mistyped': { path: 'card', says: 'error.card-code-mistyped' },
  'error-card-unknown': { path: 'card', says: 'error.card-unknown' },
  'error-card-void': { path: 'card', says: 'error.card-void' },
  'error-card-too-many-wrong': { path: 'card', says: 'error.card-too-many-wrong' },
  'error-box-can-not-write': { path: 'card', says: 'error.box-can-not-write' },
  'each-project': { path: 'ballot', says: 'vote.ballot-title' },
  'answer-every': { path: 'ballot', says: 'vote.answer-every' },
  'one-choice': { path: 'ballot', says: 'vote.one-choice' },
  'yes-or-no': { path: 'ballot', says: 'vote.answer-this' },
  ratify: { path: 'ballot', says: 'booth.ratify' },
  recap: { path: 'ballot', says: 'vote.recap-title' },
  confirm: { path: 'ballot', says: 'vote.confirm' },
  'cannot-change': { path: 'ballot', says: 'vote.cannot-change' },
  thanks: { path: 'ballot', says: 'vote.thanks' },
  practice: { path: 'ballot', says: 'practice.notice' },
  'practice-over': { path: 'ballot', says: 'practice.over' },
  'fruit-mango': { path: 'ballot', says: 'fruit.mango' },
  'fruit-watermelon': { path: 'ballot', says: 'fruit.watermelon' },
  'fruit-banana': { path: 'ballot', says: 'fruit.banana' },
  'returned-means': { path: 'assembly', says: 'poll.returned-means' },
  'rule-accepted-by-all': { path: 'assembly', says: 'rule.accepted-by-all.text' },
  'rule-approval': { path: 'assembly', says: 'rule.approval.text' },
  'rule-plurality': { path: 'assembly', says: 'rule.plurality.text' },
  'no-quorum': { path: 'assembly', says: 'quorum.not-met' },
  reconvene: { path: 'assembly', says: 'quorum.reconvene' },
  'second-call-failed': { path: 'assembly', says: 'quorum.second-call-failed' },
  'zero-lead': { path: 'assembly', says: 'assembly.ready-zero-lead' },
  'box-empty': { path: 'assembly', says: 'assembly.ready-box-empty' },
  'open-lead': { path: 'assembly', says: 'assembly.ready-open-lead' },
  'vote-open': { path: 'assembly', says: 'poll.is-open' },
  'practice-title': { path: 'assembly', says: 'practice.title' },
  'next-voter': { path: 'assembly', says: 'booth.next-voter' },
  'are-you-there': { path: 'assembly', says: 'booth.are-you-there' },
  practised: { path: 'assembly', says: 'booth.practised' },
  wiped: { path: 'assembly', says: 'booth.wiped' },
  'give-back': { path: 'assembly', says: 'booth.give-back' },
  'not-written': { path: 'assembly', says: 'booth.not-written' },
  'call-committee': { path: 'assembly', says: 'booth.call-committee' },
  'box-broken': { path: 'assembly', says: 'booth.broken' },
  'two-open': { path: 'assembly', says: 'booth.two-open' },
  'resumed-recorded': { path: 'assembly', says: 'booth.resumed-recorded' },
  'resumed-not-recorded': { path: 'assembly', says: 'booth.resumed-not-recorded' },
  'pause-lead': { path: 'assembly', says: 'assembly.pause-lead' },
  paused: { path: 'assembly', says: 'assembly.paused' },
  'close-lead': { path: 'assembly', says: 'assembly.close-lead' },
  'void-lead': { path: 'assembly', says: 'assembly.void-lead' },
  'result-chosen': { path: 'result', says: 'result.chosen' },
  'result-to-ratify': { path: 'result', says: 'result.to-ratify' },
  'outcome-none-eligible': { path: 'result', says: 'outcome.none-eligible' },
  'outcome-no-ballots': { path: 'result', says: 'outcome.no-ballots' },
  'outcome-tie': { path: 'result', says: 'outcome.tie' },
  'follows-ratification': { path: 'result', says: 'follows.ratification' },
  'follows-second-ballot': { path: 'result', says: 'follows.second-ballot' },
  'follows-lot': { path: 'result', says: 'follows.lot' },
  'follows-casting-vote': { path: 'result', says: 'follows.casting-vote' },
  'follows-no-decision': { path: 'result', says: 'follows.no-decision' }
} as const satisfies Record<string, Spoken>;

export type SpokenLabel = keyof typeof spokenLabels;
export const spokenLabelCodes = Object.keys(spokenLabels) as SpokenLabel[];
export const isSpokenLabel = (text: string): text is SpokenLabel => Object.hasOwn(spokenLabels, text);

export const labelsOf = (path: SpokenPath): readonly SpokenLabel[] =>
  spokenLabelCodes.filter((label) => spokenLabels[label].path === path);

/** Phones take along what is said where there is no network. */
const onPhones: readonly SpokenPath[] = ['ballot', 'assembly', 'result'];
export const isOnPhones = (label: SpokenLabel): boolean => onPhones.includes(spokenLabels[label].path);
