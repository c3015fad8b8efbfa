// Owns the worker in which a phone's files are opened: only there can they be written in place.
import { expose } from 'comlink';
import { writeEnvelope } from '#lib/domain/assembly/envelope.ts';
import { toldText } from '#lib/domain/assembly/told-text.ts';
import { signText } from '#lib/record/envelope-signature.ts';
import { publicKeyOf, signEnvelope } from './device-keys.ts';
import { sha256 } from './hash.ts';
import { keptDeviceKeys } from './kept-keys.ts';
import { phoneWith } from './phone.ts';
import { openPrivateFile, removePrivateFile, whyCannotHoldVote } from './private-files.ts';

// A clock that only goes forward: whoever changes the phone's own neither waits longer nor tries sooner.
const phone = phoneWith({ open: openPrivateFile, remove: removePrivateFile }, sha256, () => performance.now());

export type SignedTold = { readonly text: string; readonly signature: string };

const inWorker = {
  ...phone,
  whyCannotHoldVote,
  publicKey: async () => publicKeyOf(await keptDeviceKeys()),
  /** As they are sent, saved or shown to another phone. */
  signedEnvelopes: async (program: string): Promise<readonly string[]> => {
    const keys = await keptDeviceKeys();
    return Promise.all(phone.envelopes(program).map(async (each) => writeEnvelope(await signEnvelope(keys, each))));
  },
  /** What was announced of each ballot, for the code on the minutes. */
  signedTold: async (program: string): Promise<readonly SignedTold[]> => {
    const { privateKey } = await keptDeviceKeys();
    const told = phone.envelopes(program).flatMap((each) => (each.told === null ? [] : [toldText(each, each.told)]));
    return Promise.all(told.map(async (text) => ({ text, signature: await signText(privateKey, text) })));
  }
};

export type InWorker = typeof inWorker;

expose(inWorker);
