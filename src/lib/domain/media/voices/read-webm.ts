// Owns reading Opus in WebM: one sound track, and time counted block by block, since recorders tell none.
import { viewOf, textAt, type ReadVoice } from '#lib/domain/media/voices/voice-shape.ts';
import { ids, walkWebm } from '#lib/domain/media/voices/walk-webm.ts';

const [sound, nanosecondsASecond] = [2, 1e9];

const unsigned = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

type Heard = {
  docType: string;
  scale: number;
  tracks: number;
  sounds: number;
  codec: string;
  time: number;
  last: number;
};

function hear(heard: Heard, id: number, body: Uint8Array): void {
  if (id === ids.docType) heard.docType = textAt(body, 0, body.length);
  else if (id === ids.scale) heard.scale = unsigned(body);
  else if (id === ids.trackType)
    [heard.tracks, heard.sounds] = [heard.tracks + 1, heard.sounds + Number(body[0] === sound)];
  else if (id === ids.codec) heard.codec = textAt(body, 0, body.length);
  else if (id === ids.clusterTime) heard.time = unsigned(body);
  else if ((id === ids.simpleBlock || id === ids.block) && body.length > 4)
    // The track's number, of one byte here, and then the time since the cluster's.
    heard.last = Math.max(heard.last, heard.time + viewOf(body).getInt16(1));
}

export const readWebm: ReadVoice = (bytes) => {
  const heard: Heard = { docType: '', scale: 1_000_000, tracks: 0, sounds: 0, codec: '', time: 0, last: -1 };
  let head = bytes.length;
  const whole = walkWebm(bytes, {
    found: (id, body) => hear(heard, id, body),
    cluster: (at) => (head = Math.min(head, at))
  });
  const rightSound = heard.docType === 'webm' && heard.codec === 'A_OPUS' && heard.tracks === 1 && heard.sounds === 1;
  if (!whole || !rightSound || heard.last < 0) return null;
  return { seconds: ((heard.last + 1) * heard.scale) / nanosecondsASecond, from: 0, to: bytes.length, head };
};
