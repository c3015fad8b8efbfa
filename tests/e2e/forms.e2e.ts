// Each wrong input of each form answers with the field's message in the person's language, and keeps what was typed.
import { readFileSync } from 'node:fs';
import { signAlone, signIn } from '../support/actions.ts';
import { makeEvents, type EventStand } from '../support/event-stand.ts';
import { makeVillage, type Member } from '../support/factories.ts';
import { fullestNotes, notesAsTyped } from '../support/minutes.ts';
import { makePhoneVote } from '../support/make-phone-vote.ts';
import { makeStonesVote } from '../support/stones.ts';
import { beside } from '../support/hire.ts';
import { expect, test } from '../support/portal.ts';
import { makeRadio, tellRadios } from '../support/radio.ts';
import { filesUnder } from '../support/project-files.ts';
import { expectMessages, type WrongForm } from '../support/wrong-input.ts';
import { freezeUnseen } from '../support/unseen.ts';

const tricky = 'Puits & <b>pompe</b> "ɛɔɲŋ"';
const long = (length: number) => 'ɛ'.repeat(length);

const proposal = {
  typed: {
    title: tricky,
    need: `${tricky}\nDeuxième ligne`,
    gainers: tricky,
    place: tricky,
    category: 'water',
    proposerGroup: 'women',
    language: 'bm'
  },
  wrong: [
    ['title', '', 'field-required'],
    ['title', long(81), 'text-too-long'],
    ['need', '   ', 'field-required'],
    ['need', long(1001), 'text-too-long'],
    ['gainers', '', 'field-required'],
    ['gainers', long(301), 'text-too-long'],
    ['place', '', 'field-required'],
    ['place', long(121), 'text-too-long'],
    ['category', 'gold', 'choice-required'],
    ['proposerGroup', '', 'choice-required'],
    ['language', 'xx', 'choice-required'],
    ['picture', 'photo.jpg', 'file-expected']
  ]
} as const satisfies Partial<WrongForm>;

/** Nobody's number. Each language has one of its own, since too many wrong tries at one are made to wait. */
const strangers = { fr: '70 00 00 01', bm: '70 00 00 02', ses: '70 00 00 03' } as const;
const stranger = 'nobody';
/** Stands for the PIN of whoever is signed in. */
const self = 'own';
const second = { ownSecret: self, secondPhone: stranger, secondSecret: '918273' };
const nobody = ['secondSecret', '918273', 'sign-in-wrong'] as const;
const noSecond = ['secondPhone', '', 'field-required'] as const;
const noPin = ['secondSecret', '', 'field-required'] as const;
const notOneself = ['ownSecret', '918273', 'sign-in-wrong'] as const;

/** Forms of a visitor; the community takes proposals. */
const forVisitors: readonly WrongForm[] = [
  { route: '/[lang=lang]/communities/[slug]/propose', path: '/communities/kabara/propose', ...proposal },
  {
    route: '/[lang=lang]/wording',
    path: '/wording?page=/fr/vote',
    typed: { said: tricky, better: tricky, language: 'ses' },
    wrong: [
      ['said', ' ', 'field-required'],
      ['said', long(301), 'text-too-long'],
      ['better', long(301), 'text-too-long'],
      ['language', 'xx', 'choice-required']
    ]
  },
  {
    route: '/[lang=lang]/desk/sign-in',
    path: '/desk/sign-in',
    typed: { phone: stranger, secret: '918273' },
    wrong: [
      ['phone', '', 'field-required'],
      ['secret', '', 'field-required'],
      ['secret', '918273', 'sign-in-wrong']
    ]
  },
  {
    route: '/[lang=lang]/vote',
    path: '/vote',
    action: 'code',
    typed: {},
    wrong: [
      ['code', '', 'card-code-incomplete'],
      ['code', '1234 5678', 'card-code-incomplete'],
      ['code', '1234 5678 9012 345x', 'card-code-mistyped'],
      ['code', '0000 0000 0000 0000', 'card-unknown']
    ]
  }
];

/** Forms of the desk, before and under screening. @param waiting a community without consultation. @param screened one under screening. */
const forFacilitators = (
  waiting: string,
  screened: string,
  proposalPath: string,
  accountPath: string,
  actPath: string
): readonly WrongForm[] => [
  {
    route: '/[lang=lang]/desk/accounts/new',
    path: '/desk/accounts/new',
    typed: { name: tricky, phone: '76 00 00 99', post: 'facilitator ML07' },
    wrong: [
      ['name', '', 'field-required'],
      ['name', long(61), 'text-too-long'],
      ['phone', '', 'field-required'],
      ['phone', '12', 'phone-invalid'],
      ['post', '', 'field-required'],
      ['post', 'administrator', 'choice-required']
    ]
  },
  {
    route: '/[lang=lang]/desk/accounts/[id]',
    path: accountPath,
    action: 'together',
    typed: { act: 'slip', ...second },
    wrong: [['act', '', 'choice-required'], ['act', 'erase', 'choice-required'], notOneself, noSecond, nobody]
  },
  {
    route: '/[lang=lang]/desk/communities/new',
    path: '/desk/communities/new?q=Djebock',
    action: 'make-community',
    typed: { name: tricky, kind: 'village', localities: 'ML070101005' },
    wrong: [
      ['name', '', 'field-required'],
      ['name', long(81), 'text-too-long'],
      ['kind', 'town', 'choice-required'],
      ['discreet', '', 'choice-required']
    ]
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/settings',
    path: `/desk/communities/${waiting}/settings`,
    typed: { discreet: 'yes', hiddenUntil: '2020-01-01' },
    wrong: [
      ['discreet', 'perhaps', 'choice-required'],
      ['hiddenUntil', 'demain', 'day-invalid'],
      ['hiddenUntil', '2099-01-01', 'event-too-far']
    ]
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/open',
    path: `/desk/communities/${waiting}/open`,
    action: 'open-consultation',
    typed: { sumAvailable: '10 000 000', ownShare: '5 000', households: '90', adultHosts: '', adultReturned: '40' },
    wrong: [
      ['sumAvailable', '', 'field-required'],
      ['sumAvailable', 'dix', 'number-invalid'],
      ['sumAvailable', '0', 'sum-required'],
      ['ownShare', '-5', 'number-invalid'],
      ['households', 'x', 'number-invalid'],
      ['adultHosts', '99999999999', 'number-too-large'],
      ['adultReturned', '1,5', 'number-invalid']
    ]
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/proposals/new',
    path: `/desk/communities/${screened}/proposals/new`,
    ...proposal
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/proposals/[id]',
    path: proposalPath,
    action: 'screen',
    typed: {
      feasible: 'yes',
      cost: '4 200 000',
      land: 'agreed',
      upkeepOwner: tricky,
      beneficiaries: tricky,
      reason: ''
    },
    wrong: [
      ['feasible', '', 'screening-feasible-missing'],
      ['cost', '', 'screening-cost-missing'],
      ['cost', 'cher', 'number-invalid'],
      ['cost', '99 000 000', 'screening-cost-above-sum'],
      ['land', '', 'screening-land-missing'],
      ['land', 'not-agreed', 'screening-land-not-agreed'],
      ['upkeepOwner', '', 'screening-upkeep-missing'],
      ['beneficiaries', '', 'screening-beneficiaries-missing']
    ]
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/proposals/[id]',
    path: proposalPath,
    action: 'merge',
    typed: {},
    wrong: [['into', '', 'choice-required']]
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/freeze',
    path: `/desk/communities/${screened}/freeze`,
    typed: {
      'place-0': tricky,
      'day-0': '2030-01-31',
      'channel-0': 'cards',
      'hour-0': '17:00',
      rule: 'approval',
      ...second
    },
    wrong: [
      ['place-0', '', 'field-required'],
      ['place-0', long(121), 'text-too-long'],
      ['day-0', 'demain', 'date-invalid'],
      ['hour-0', '', 'hour-needed'],
      ['hour-0', '25:00', 'hour-needed'],
      ['womenPercent', '100', 'quorum-percent'],
      ['statusLeast', '0', 'quorum-people'],
      ['statusLeast', '11', 'quorum-least-above-enough'],
      ['mostAsked', 'beaucoup', 'number-invalid'],
      ['office', tricky, 'office-without-casting-vote'],
      notOneself,
      noSecond,
      nobody
    ]
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/cancel',
    path: `/desk/communities/${screened}/cancel`,
    typed: { reason: tricky, ...second },
    wrong: [
      ['reason', '  ', 'field-required'],
      ['reason', long(501), 'text-too-long'],
      notOneself,
      noSecond,
      noPin,
      nobody
    ]
  },
  {
    route: '/[lang=lang]/desk/acts/[number]',
    path: actPath,
    action: 'countersign',
    typed: { secondPhone: stranger, secondSecret: '918273' },
    wrong: [noSecond, noPin, nobody]
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/events/new',
    path: `/desk/communities/${screened}/events/new`,
    typed: {
      kind: 'drama',
      title: tricky,
      day: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
      hour: '16:30',
      place: tricky,
      about: tricky,
      language: 'ses',
      organiser: tricky,
      phone: '76 12 34 56'
    },
    wrong: [
      ['kind', '', 'choice-required'],
      ['title', long(81), 'text-too-long'],
      ['day', '', 'field-required'],
      ['day', '2020-01-01', 'event-in-past'],
      ['day', '2099-01-01', 'event-too-far'],
      ['hour', '25:00', 'hour-invalid'],
      ['place', '', 'field-required'],
      ['about', long(601), 'text-too-long'],
      ['language', 'xx', 'choice-required'],
      ['organiser', '', 'field-required'],
      ['phone', '12', 'phone-invalid'],
      ['endHour', '16:00', 'event-ends-before-start'],
      ['weeks', '27', 'number-too-large'],
      ['picture', 'photo.jpg', 'file-expected']
    ]
  }
];

/** Forms about events of the story's own village. */
const forEvents = ({ waiting, draft, cancelled, begun }: EventStand): readonly WrongForm[] => {
  const at = (id: string, page = '') => `/desk/events/${id}${page}`;
  const route = '/[lang=lang]/desk/events/[id]';
  return [
    {
      route,
      path: at(waiting),
      action: 'hold-back',
      typed: {},
      wrong: [
        ['holdReason', ' ', 'field-required'],
        ['holdReason', long(201), 'text-too-long']
      ]
    },
    {
      route,
      path: at(cancelled),
      action: 'restore',
      typed: {},
      wrong: [['restoreReason', '', 'field-required']]
    },
    {
      route: `${route}/texts`,
      path: at(waiting, '/texts'),
      action: 'correct',
      typed: {
        title: tricky,
        about: `${tricky}\nDeuxième ligne`,
        language: 'fr',
        organiser: tricky,
        phone: '76 12 34 56',
        audience: 'women',
        'title-bm': tricky,
        'about-ses': tricky
      },
      wrong: [
        ['title', long(81), 'text-too-long'],
        ['about', long(601), 'text-too-long'],
        ['language', 'xx', 'choice-required'],
        ['organiser', '', 'field-required'],
        ['phone', '12', 'phone-invalid'],
        ['audience', 'nobody', 'choice-required'],
        ['title-bm', long(81), 'text-too-long'],
        ['about-taq', long(601), 'text-too-long']
      ]
    },
    {
      route: `${route}/texts`,
      path: at(draft, '/texts'),
      action: 'plan',
      typed: { kind: 'drama', hour: '16:30', place: tricky },
      wrong: [
        ['kind', '', 'choice-required'],
        ['day', '2020-01-01', 'event-in-past'],
        ['hour', 'midi', 'hour-invalid'],
        ['endHour', '09:00', 'event-ends-before-start'],
        ['place', '', 'field-required']
      ]
    },
    {
      route: `${route}/voices`,
      path: at(waiting, '/voices'),
      action: 'keep',
      typed: { language: 'ses' },
      wrong: [
        ['language', 'xx', 'choice-required'],
        ['voice', 'voix.mp3', 'file-expected'],
        ['voice', '', 'field-required']
      ]
    },
    {
      route: `${route}/head-count`,
      path: at(begun, '/head-count'),
      typed: { HW: 'none', HM: 'more', RW: 'up-to-10', RM: 'up-to-25', 'counted-HM': '130' },
      wrong: [
        ['HW', '', 'choice-required'],
        ['RM', 'many', 'choice-required'],
        ['counted-RW', 'douze', 'number-invalid'],
        ['counted-RW', '100001', 'number-too-large']
      ]
    }
  ];
};

/** Forms about an event of the demonstration, and about its community that votes. */
const forTheVote = (event: string): readonly WrongForm[] => [
  {
    route: '/[lang=lang]/desk/events/[id]',
    path: event,
    action: 'move',
    typed: {
      day: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
      hour: '09:00',
      place: tricky,
      reason: tricky
    },
    wrong: [
      ['reason', '', 'field-required'],
      ['day', '2020-01-01', 'event-in-past'],
      ['hour', 'midi', 'hour-invalid'],
      ['place', '', 'field-required']
    ]
  },
  {
    route: '/[lang=lang]/desk/events/[id]',
    path: event,
    action: 'cancel',
    typed: {},
    wrong: [['cancelReason', '', 'field-required']]
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/cards',
    path: '/desk/communities/bagoundie/cards',
    action: 'print',
    typed: { HW: '1', HM: '2', RW: '0', RM: '1' },
    wrong: [
      ['HW', '', 'field-required'],
      ['HM', 'deux', 'number-invalid'],
      ['RM', '21', 'number-too-large']
    ]
  },
  {
    route: '/[lang=lang]/desk/communities/[slug]/poll',
    path: '/desk/communities/bagoundie/poll',
    action: 'close',
    typed: second,
    wrong: [notOneself, noSecond, nobody]
  }
];

/** Forms of an administrator. @param read the newest change of the demonstration's first station. */
const forAdministrators = (read: string): readonly WrongForm[] => {
  const typed = { name: tricky, languages: 'ses', areas: 'ML0701' };
  const wrong: WrongForm['wrong'] = [
    ['name', ' ', 'field-required'],
    ['name', long(61), 'text-too-long'],
    ['languages', 'xx', 'choice-required'],
    ['areas', '', 'choice-required'],
    ['areas', 'ML9999', 'area-unknown']
  ];
  return [
    { route: '/[lang=lang]/desk/stations/new', path: '/desk/stations/new', typed, wrong },
    {
      route: '/[lang=lang]/desk/stations/[slug]',
      path: '/desk/stations/radio-wabaria',
      action: 'change-station',
      typed: { ...typed, read },
      wrong
    },
    {
      route: '/[lang=lang]/desk/voices/[language=lang]/[label=spoken]',
      path: '/desk/voices/ses/recap',
      action: 'keep',
      typed: {},
      wrong: [
        ['voice', 'voix.mp3', 'file-expected'],
        ['voice', '', 'field-required']
      ]
    }
  ];
};

/** The forms of a radio's own sheet, with one event on it. */
const forProducers = (query: string): readonly WrongForm[] => {
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  return [
    {
      route: '/[lang=lang]/radio',
      path: `/radio?${query}`,
      action: 'aired',
      typed: { day: day(0), hour: '00:00' },
      wrong: [
        ['day', 'hier', 'day-invalid'],
        ['day', day(2), 'aired-in-future'],
        ['day', '2020-01-31', 'aired-before-announced'],
        ['hour', 'midi', 'hour-invalid']
      ]
    }
  ];
};

function asStranger(form: WrongForm, lang: keyof typeof strangers, own: string): WrongForm {
  const meant: Readonly<Record<string, string>> = { [stranger]: strangers[lang], [self]: own };
  const entries = Object.entries(form.typed).map(([name, text]) => [name, meant[text] ?? text]);
  return { ...form, typed: Object.fromEntries(entries) };
}

/** The form that opens a poll, signed by a second person who may. */
const forTheOpening = (slug: string, { phone, secret }: Member): readonly WrongForm[] => [
  {
    route: '/[lang=lang]/desk/communities/[slug]/poll',
    path: `/desk/communities/${slug}/poll`,
    action: 'open',
    typed: {
      ...{ HW: '0', HM: '0', RW: '0', RM: '0', youth: '0', disability: '0', disputes: '0' },
      ...{ ownSecret: self, secondPhone: phone, secondSecret: secret }
    },
    wrong: [
      ['HW', '', 'field-required'],
      ['HM', 'dix', 'number-invalid'],
      ['RW', '5', 'cards-too-few'],
      ['youth', '3', 'count-above-present'],
      ['disability', '3', 'count-above-present'],
      ['disputes', '', 'field-required'],
      noSecond,
      nobody
    ]
  }
];

/** Villages that vote with stones, each at the moment at which a form waits, and who signs there beside whoever is signed in. */
type Votes = Readonly<Record<'open' | 'missed' | 'asked' | 'decided' | 'apart' | 'phones' | 'phone', string>>;

const forTheVotes = (at: Votes): readonly WrongForm[] => {
  const desk = (slug: string, page: string) => ({
    route: `/[lang=lang]/desk/communities/[slug]/${page.replace(/\/\d+$/, '/[sitting]')}`,
    path: `/desk/communities/${slug}/${page}`
  });
  const four = (name: string, count: string) =>
    Object.fromEntries(['HW', 'HM', 'RW', 'RM'].map((colour) => [`${name}-${colour}`, count]));
  const stones = Object.assign(
    {},
    ...['issued', 'unused', 'yes-0', 'yes-1', 'yes-2', 'discard'].map((name) => four(name, '3'))
  ) as Readonly<Record<string, string>>;
  const reasoned: WrongForm['wrong'] = [
    ['reason', '  ', 'field-required'],
    ['reason', long(501), 'text-too-long'],
    noSecond
  ];
  const sitting = { 'place-0': tricky, 'day-0': '2030-01-31', 'channel-0': 'stones', 'hour-0': '' };
  const badSitting: WrongForm['wrong'] = [
    ['place-0', '', 'field-required'],
    ['day-0', 'demain', 'date-invalid']
  ];
  return [
    {
      ...desk(at.open, 'count/1'),
      typed: stones,
      wrong: [
        ['issued-HW', '', 'field-required'],
        ['yes-1-RM', 'dix', 'number-invalid'],
        ['unused-HM', '4', 'tokens-too-many'],
        ['discard-RW', '100001', 'number-too-large'],
        ['photo', 'photo.jpg', 'file-expected']
      ]
    },
    {
      ...desk(at.missed, 'second-call'),
      typed: sitting,
      wrong: [...badSitting, ['day-0', '2030-01-31', 'second-call-day'], ['day-0', '2020-01-31', 'second-call-day']]
    },
    {
      ...desk(at.open, 'minutes-notes'),
      typed: { ...notesAsTyped(fullestNotes), authorities: tricky },
      wrong: [
        ['calledOn', 'hier', 'day-invalid'],
        ['authorities', long(121), 'text-too-long'],
        ['assisted', 'trois', 'number-invalid'],
        ['land', long(91), 'text-too-long'],
        ['siteDay', '31/6/2026', 'day-invalid'],
        ['nextPlace', long(61), 'text-too-long'],
        ['closedAt', '25:00', 'hour-invalid'],
        ['language', 'xx', 'choice-required']
      ]
    },
    { ...desk(at.asked, 'next-ballot'), typed: { ...sitting, ...second }, wrong: [...badSitting, noSecond] },
    { ...desk(at.decided, 'recount'), typed: { reason: tricky, ...second }, wrong: reasoned },
    {
      ...desk(at.decided, 'objections'),
      action: 'receive',
      typed: { heard: 'voice', text: tricky, language: 'ses' },
      wrong: [
        ['heard', '', 'choice-required'],
        ['text', ' ', 'field-required'],
        ['text', long(1001), 'text-too-long'],
        ['language', 'xx', 'choice-required']
      ]
    },
    {
      ...desk(at.decided, 'void'),
      typed: { reason: tricky, ...sitting, ...second },
      wrong: [...reasoned, ...badSitting]
    },
    { ...desk(at.apart, 'void-sitting/1'), typed: { reason: tricky, ...second }, wrong: reasoned },
    {
      ...desk(at.phones, 'phones'),
      action: 'prepare',
      typed: { sitting: at.phone, role: 'leading', ...second },
      wrong: [['role', 'xx', 'choice-required'], noSecond]
    }
  ];
};

for (const lang of ['fr', 'bm', 'ses'] as const) {
  test(`every wrong input is answered in ${lang}`, async ({ browser, page, portal }) => {
    test.setTimeout(150_000);
    // A parser that runs: the pages themselves are never shown in it.
    const parser = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
    const check =
      (forms: readonly WrongForm[], own = '') =>
      async () => {
        for (const form of forms)
          await expectMessages(parser, page.request, portal.origin, lang, asStranger(form, lang, own));
      };
    const waiting = await makeVillage(portal, `Attente ${lang}`);
    const screened = await makeVillage(portal, `Examen ${lang}`, ['Puits', 'École', 'Santé']);

    await test.step('visitors', check(forVisitors));
    await signIn(page, screened.facilitator);
    await page.goto(`/fr/desk/communities/${screened.slug}/proposals`);
    const proposalPath = (await page.getByRole('link', { name: 'Puits' }).getAttribute('href'))?.slice(3) ?? '';
    await page.goto('/fr/desk/accounts');
    const colleague = page.getByRole('link', { name: screened.committee[0].phone });
    const accountPath = (await colleague.getAttribute('href'))?.slice(3) ?? '';
    const actPath = await signAlone(page, `/fr/desk/communities/${screened.slug}/cancel`);
    await test.step(
      'the desk before a vote',
      check(
        forFacilitators(waiting.slug, screened.slug, proposalPath, accountPath, actPath),
        screened.facilitator.secret
      )
    );
    await signIn(page, screened.committee[0]);
    await freezeUnseen(page, `/fr/desk/communities/${screened.slug}`, screened.committee[1], 3);
    await test.step(
      'opening a poll',
      check(forTheOpening(screened.slug, screened.committee[1]), screened.committee[0].secret)
    );
    await signIn(page, screened.facilitator);
    await page.goto('/fr/communities/bagoundie');
    const event =
      (await page.locator('a[href*="/events/"]').first().getAttribute('href'))?.replace('/fr/', '/desk/') ?? '';
    await test.step('the desk during a vote', check(forTheVote(event), screened.facilitator.secret));
    await test.step('events', check(forEvents(await makeEvents(portal, screened))));
    const byPhone = await makePhoneVote(portal, `Téléphones ${lang}`);
    const votes = {
      open: (await makeStonesVote(portal, `Compte ${lang}`, 'open')).slug,
      missed: (await makeStonesVote(portal, `Rappel ${lang}`, 'missed')).slug,
      asked: (await makeStonesVote(portal, `Deuxième ${lang}`, 'none-eligible')).slug,
      decided: (await makeStonesVote(portal, `Publié ${lang}`, 'decided')).slug,
      apart: (await makeStonesVote(portal, `Séances ${lang}`, 'open', 2)).slug,
      phones: byPhone.slug,
      phone: byPhone.sitting
    };
    await test.step('votes by hand', check(forTheVotes(votes), screened.facilitator.secret));
    const administrator = await beside(portal, ({ hire }) => hire([{ role: 'administrator' }]));
    await signIn(page, administrator.member);
    await page.goto('/fr/desk/stations/radio-wabaria');
    const read = await page.locator('[name=read]').inputValue();
    await test.step('administration', check(forAdministrators(read)));
    const radio = await makeRadio(portal, `Radio Formes ${lang}`);
    await tellRadios(portal, waiting.id, [{}]);
    await signIn(page, radio.producer);
    await test.step('a radio', check(forProducers(`station=${radio.slug}&community=${waiting.slug}`)));
    await parser.context().close();
  });
}

const noVotes = { open: '', missed: '', asked: '', decided: '', apart: '', phones: '', phone: '' };

test('no form is left out', () => {
  const withActions = filesUnder('src/routes/', /\+page\.server\.ts$/)
    .filter((path) => readFileSync(path, 'utf8').includes('export const actions'))
    .map((path) => path.slice('src/routes'.length, -'/+page.server.ts'.length));
  const told = new Set(
    [
      ...forVisitors,
      ...forFacilitators('', '', '', '', ''),
      ...forTheVote(''),
      ...forEvents({ waiting: '', draft: '', cancelled: '', begun: '' }),
      ...forTheVotes(noVotes),
      ...forAdministrators(''),
      ...forProducers('')
    ].map(({ route }) => route)
  );
  // Buttons and choices: there is nothing to type wrongly.
  const withoutFields = [
    '/[lang=lang]/desk/me',
    '/[lang=lang]/desk/sign-out',
    '/[lang=lang]/desk/communities/[slug]',
    '/[lang=lang]/vote/practice',
    '/[lang=lang]/desk/wording'
  ];
  expect(withActions.filter((route) => !told.has(route) && !withoutFields.includes(route))).toEqual([]);
});
