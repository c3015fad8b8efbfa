import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import { well } from '../../../../tests/support/proposals.ts';
import { ogg } from '../../../../tests/support/uploads/voices.ts';
import type { RadioStore } from '../media/convert-for-radio.ts';
import { receiveWithFiles } from '../proposal/receive-proposal.ts';
import { removeVoice } from '../proposal/remove-medium.ts';
import { keepRecording, removeRecording } from '../spoken/keep-recording.ts';
import { contentVersion } from './content-version.ts';

let store: RadioStore;
let village: TestConsultation;
const voice = () => new Blob([Uint8Array.from(ogg(1))]);

beforeEach(() => {
  store = { data: mkdtempSync(join(tmpdir(), 'sigida-version-')), leastFree: 0, ffmpeg: null };
  village = testConsultation(testPortal());
});
afterEach(() => rmSync(store.data, { recursive: true, force: true }));

it('kept pages are old once a recording is kept, said anew, or taken away', async () => {
  const speaker = testStaff(village.committee.db, [{ role: 'speaker' }]);
  const version = contentVersion(speaker.db);
  const recap = { language: 'fr', label: 'recap' } as const;
  const seen = [version()];
  for (const act of [
    () => keepRecording(speaker, store, recap, { voice: voice() }),
    () => keepRecording(speaker, store, recap, { voice: voice() }),
    () => removeRecording(speaker, store, recap)
  ]) {
    expect((await act()).ok).toBe(true);
    seen.push(version());
  }
  expect(new Set(seen).size).toBe(4);
  // Nothing was there to take away, so nothing is old.
  expect((await removeRecording(speaker, store, recap)).ok).toBe(false);
  expect(version()).toBe(seen.at(-1));
});

it('kept pages are old once a proposal brings its voice, and once the desk takes it off', async () => {
  const { committee, consultation } = village;
  const version = contentVersion(committee.db);
  const before = version();
  const brought = await receiveWithFiles(committee, consultation, well, null, {
    store,
    picture: null,
    voice: voice()
  });
  if (!brought.ok) throw new Error(brought.refusal.code);
  const after = version();
  expect(after).not.toBe(before);
  expect((await removeVoice(committee, store, brought.value)).ok).toBe(true);
  expect(version()).not.toBe(after);
});
