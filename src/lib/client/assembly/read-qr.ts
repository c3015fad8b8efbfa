// Owns reading QR codes with a phone's camera: by the browser's own reader where it has one, else by a program that is fetched only then.
// It refuses nothing that it reads: whoever asked judges the text. The camera is let go as soon as nobody looks.
import { refuse, type Result, ok } from '#lib/domain/shared/result.ts';

type NativeReader = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type NativeReaders = {
  new (options: { readonly formats: readonly string[] }): NativeReader;
  getSupportedFormats(): Promise<readonly string[]>;
};
/** @returns the text of the code that the camera sees; null where it sees none. */
type Look = () => Promise<string | null>;

const millisecondsBetween = 120;

async function nativeLook(video: HTMLVideoElement): Promise<Look | null> {
  const Reader = (globalThis as { readonly BarcodeDetector?: NativeReaders }).BarcodeDetector;
  if (!Reader || !(await Reader.getSupportedFormats()).includes('qr_code')) return null;
  const reader = new Reader({ formats: ['qr_code'] });
  return async () => (await reader.detect(video))[0]?.rawValue ?? null;
}

async function ownLook(video: HTMLVideoElement): Promise<Look> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return () => {
    const [width, height] = [video.videoWidth, video.videoHeight];
    if (!context || width === 0) return Promise.resolve(null);
    Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    return Promise.resolve(decoded(() => decodeQR(context.getImageData(0, 0, width, height))));
  };
}

/** No code in sight is no fault. */
function decoded(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/**
 * Shows the camera in `video`, and tells every code that it sees.
 * @returns how to stop; or that the camera was refused, or that there is none.
 */
export async function readWithCamera(
  video: HTMLVideoElement,
  told: (text: string) => void
): Promise<Result<() => void, 'camera-refused'>> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment' } });
  } catch {
    return refuse('camera-refused');
  }
  let isOver = false;
  const stop = () => {
    isOver = true;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play();
  const look = (await nativeLook(video)) ?? (await ownLook(video));
  const again = async (): Promise<void> => {
    if (isOver) return;
    const text = await look().catch(() => null);
    if (text !== null && !isOver) told(text);
    setTimeout(() => void again(), millisecondsBetween);
  };
  void again();
  return ok(stop);
}
