import { describe, expect, it, test } from 'vitest';
import { cardCodeFrom, formatCardCode } from '#lib/domain/vote/card-code.ts';
import { auditActs, detailKinds, wrongDetail, type AuditAct } from './acts.ts';

describe('details of an act', () => {
  it.each([
    ['cards-printed', { HW: 24, HM: 0, RW: 24, RM: 48 }],
    ['role-granted', { role: 'committee', community: '1c6s8scva52e' }],
    ['role-granted', { role: 'facilitator', area: 'ML07' }],
    ['result-published', { fingerprint: 'R3DHNE' }],
    ['stage-changed', { stage: 'second-ballot' }],
    ['poll-closed', {}]
  ] as const)('%s may carry %j', (act, details) => expect(wrongDetail(act, details)).toBeNull());

  it.each([
    ['poll-closed', { ballots: 58 }, 'ballots'],
    ['poll-opened', { call: 'first', present: 68 }, 'present'],
    ['cards-printed', { HW: 'dyny' }, 'HW'],
    ['cards-printed', { HW: 24.5 }, 'HW'],
    ['cards-printed', { HW: -1 }, 'HW'],
    ['role-granted', { role: 'committee', phone: '76123456' }, 'phone'],
    ['role-granted', { role: '76123456' }, 'role'],
    ['role-granted', { role: 'committee', community: 'Fatoumata Maïga' }, 'community'],
    ['stage-changed', { stage: 'The well, by 41 votes' }, 'stage'],
    ['stage-changed', { toString: 'word' }, 'toString']
  ] as const)('%s may not carry %j', (act, details, name) => expect(wrongDetail(act, details)).toBe(name));
});

/** What must never stand in the chain, in the forms in which it could be handed over. */
const secrets = {
  'a card code': [cardCodeFrom('123456789012345'), formatCardCode(cardCodeFrom('123456789012345'))],
  'a phone number': ['76123456', '76 12 34 56', '+22376123456'],
  'a PIN': ['123456', '000001'],
  'an address': ['127.0.0.1', '192.168.1.20', '2001:db8::1', '::1'],
  'a name or a word of somebody': ['Aïssata Touré', 'Le forage du quartier', '']
};

test.each(Object.entries(secrets))('no kind of text detail lets %s by', (_, values) => {
  const kinds = Object.entries(detailKinds).filter(([kind]) => kind !== 'count' && kind !== 'print');
  for (const value of values)
    for (const [kind, form] of kinds) expect(form.test(value), `${kind} ${value}`).toBe(false);
});

test('six digits have the form of a fingerprint, which only a published result may carry', () => {
  const acts = Object.entries(auditActs) as [AuditAct, Readonly<Record<string, string>>][];
  const withPrint = acts.filter(([, details]) => Object.values(details).includes('print')).map(([act]) => act);
  expect(withPrint).toEqual(['result-published', 'result-superseded']);
});
