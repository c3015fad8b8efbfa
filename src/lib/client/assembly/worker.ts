// Owns the worker in which a phone's files are opened: only there can they be written in place.
import { expose } from 'comlink';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import { toldText } from '#lib/domain/assembly/told-text.ts';
import { signText } from '#lib/record/envelope-signature.ts';
import { publicKeyOf } from './device-keys.ts';
import { sha256 } from './hash.ts';
import { keptDeviceKeys } from './kept-keys.ts';
import { phoneWith } from './phone.ts';
import { signOnce } from './sign-once.ts';
import { openPrivateFile, removePrivateFile, whyCannotHoldVote } from './private-files.ts';

// A clock that only goes forward: whoever changes the phone's own neither waits longer nor tries sooner.
const phone = phoneWith({ open: openPrivateFile, remove: removePrivateFile }, sha256, () => performance.now());

export type SignedTold = { readonly text: string; readonly signature: string };

async function signaturesSoFar(): Promise<AssemblyState['signatures']> {
  const held = await phone.look();
  return held.ok && held.value.held === 'open' ? held.value.state.signatures : {};
}

const inWorker = {
  ...phone,
  whyCannotHoldVote,
  publicKey: async () => publicKeyOf(await keptDeviceKeys()),
  /** As they are sent, saved or shown to another phone. */
  signedEnvelopes: async (program: string): Promise<readonly string[]> => {
    const signed = await signOnce(await keptDeviceKeys(), phone.envelopes(program), await signaturesSoFar());
    await phone.act({ do: 'keep-signatures', signatures: signed.signatures });
    return signed.texts;
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
