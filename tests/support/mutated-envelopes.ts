// Owns envelopes that somebody changed on their way, and whoever takes them in. The short run and the long one share it.
import { addCounts, type Counts } from '#lib/domain/assembly/counts.ts';
import { readEnvelope, writeEnvelope, type Envelope, type SignedEnvelope } from '#lib/domain/assembly/envelope.ts';
import { entersCount, judgeEnvelope, type EnvelopeAnswer } from '#lib/domain/assembly/judge-envelope.ts';
import { makeDeviceKeys, publicKeyOf, signEnvelope } from '#lib/client/assembly/device-keys.ts';
import { checkEnvelope, enrolledKeys } from '#lib/record/check-envelope.ts';
import { ballotDigest, device, envelope } from './assemblies.ts';
import { optionId } from './tallies.ts';

const options = ['a', 'b', 'c'].map(optionId);
/** The number of points of the curve: what turns a signature into its twin. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

type Draw = (below: number) => number;
type Mutation = (text: string, draw: Draw, other: SignedEnvelope) => Uint8Array;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const signedIn = (text: string): SignedEnvelope => JSON.parse(text) as SignedEnvelope;

/** Changes one figure somewhere inside, as whoever wants another winner would, and writes the rest as it must be. */
function anotherFigure(text: string, draw: Draw): Uint8Array {
  const figures = [...text.matchAll(/(?<=:)\d+(?=[,}])/g)];
  const found = figures[draw(figures.length)];
  const [figure, index] = [found?.[0] ?? '', found?.index ?? 0];
  const changed = String(Number(figure) + 1 + draw(9));
  return bytesOf(text.slice(0, index) + changed + text.slice(index + figure.length));
}

const changedMembers: readonly Partial<Envelope>[] = [
  { device: device('phone2') },
  { kind: 'ratification' },
  { recovered: 'yes' },
  { note: 'ok' },
  { program: '0.1.1' },
  { ballot: 'f'.repeat(64) },
  { settled: { rung: 'lot', winner: optionId('a') } }
];

export const mutations: Readonly<Record<string, Mutation>> = {
  'one bit': (text, draw) => {
    const bytes = bytesOf(text);
    const at = draw(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8));
    return bytes;
  },
  'one figure': anotherFigure,
  'another member': (text, draw) => {
    const { envelope: inside, signature } = signedIn(text);
    const change = changedMembers[draw(changedMembers.length)];
    return bytesOf(writeEnvelope({ signature, envelope: { ...inside, ...change } }));
  },
  'another order': (text, draw) => {
    const { envelope: inside, signature } = signedIn(text);
    const members = Object.entries(inside);
    const turned = [...members.slice(1 + draw(members.length - 1)), ...members].slice(0, members.length);
    return bytesOf(JSON.stringify({ signature, envelope: Object.fromEntries(turned) }));
  },
  'projects in another order': (text) => {
    const { envelope: inside, signature } = signedIn(text);
    const { counts } = inside;
    const tally = { ...counts.tally, options: counts.tally.options.toReversed() };
    return bytesOf(writeEnvelope({ signature, envelope: { ...inside, counts: { ...counts, tally } } }));
  },
  'a signature from elsewhere': (text, _, other) =>
    bytesOf(writeEnvelope({ ...signedIn(text), signature: other.signature })),
  'the twin of the signature': (text) => {
    const { envelope: inside, signature } = signedIn(text);
    const twin = (order - BigInt(`0x${signature.slice(64)}`)).toString(16).padStart(64, '0');
    return bytesOf(writeEnvelope({ envelope: inside, signature: signature.slice(0, 64) + twin }));
  },
  'cut off or longer': (text, draw) =>
    bytesOf(draw(2) ? text.slice(0, draw(text.length)) : text + text.slice(draw(text.length)))
};

/** A poll that takes two phones, as the server would. */
export async function receiver() {
  const phones = await Promise.all(
    ['phone1', 'phone2'].map(async (name) => ({ name: device(name), keys: await makeDeviceKeys() }))
  );
  const enrolled = new Map(
    await Promise.all(
      phones.map(
        async ({ name, keys }) => [name, { sitting: envelope().sitting, key: await publicKeyOf(keys) }] as const
      )
    )
  );
  const kept = new Map<string, string>();
  let counted: Counts | null = null;

  const sign = (place: 0 | 1, change: Partial<Envelope> = {}): Promise<SignedEnvelope> => {
    const phone = phones[place];
    if (!phone) throw new Error('There are two phones.');
    return signEnvelope(phone.keys, envelope({ device: phone.name, ...change }));
  };

  const take = async (bytes: Uint8Array): Promise<EnvelopeAnswer> => {
    const checked = await checkEnvelope(bytes, enrolledKeys(enrolled));
    const text = new TextDecoder().decode(bytes);
    const before = checked.envelope && kept.get(checked.envelope.device);
    const poll = { state: 'open', digest: ballotDigest, options, marks: 'many' } as const;
    const already = before ? (before === text ? 'same' : 'different') : 'none';
    const answer = judgeEnvelope(checked.envelope, { ...checked, poll, sitting: 'listed', kept: already });
    if (checked.envelope && entersCount(answer)) {
      kept.set(checked.envelope.device, text);
      const sum = counted ? addCounts(counted, checked.envelope.counts) : null;
      counted = sum?.ok ? sum.value : checked.envelope.counts;
    }
    return answer;
  };

  return { sign, take, counted: () => counted, enrolled: enrolledKeys(enrolled) };
}

/** @returns how many of so many mutated envelopes were received in any way, and how many were sent of each kind. */
export async function sendMutated(count: number, draw: Draw) {
  const { sign, take, counted } = await receiver();
  const texts = await Promise.all(
    [{}, { note: 'une personne est partie' }].map(async (change) => writeEnvelope(await sign(0, change)))
  );
  const other = await sign(1);
  const kinds = Object.entries(mutations);
  const received: string[] = [];
  const sent: Record<string, number> = {};
  for (let number = 0; number < count; number += 1) {
    const [kind, mutate] = kinds[number % kinds.length] ?? ['', () => new Uint8Array()];
    const text = texts[draw(texts.length)] ?? '';
    const answer = await take(mutate(text, draw, other));
    sent[kind] = (sent[kind] ?? 0) + 1;
    if (!answer.startsWith('refused-')) received.push(`${kind}: ${answer}`);
  }
  return { received, sent, counted: counted(), readable: texts.every((text) => readEnvelope(text).ok) };
}
