// Owns the one voice that speaks at a time on this phone.
let voice: HTMLAudioElement | null = null;

export const isSpeaking = (): boolean => voice !== null && !voice.paused && !voice.ended;

export function hush(): void {
  voice?.pause();
  voice = null;
}

/** From its beginning, as loud as for everybody else. */
export function speak(address: string): void {
  hush();
  voice = new Audio(address);
  // A file that the phone lost, or a tap that stopped it: what is written beside says the same.
  voice.play().catch(() => null);
}
