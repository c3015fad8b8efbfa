// Owns whether somebody is at the phone: touch, key, moved focus or a voice that speaks. It measures with a clock that only goes forward.
import { presenceAfter, quietAfterHiding, type Presence } from '#lib/domain/assembly/walk-away.ts';
import { isSpeaking } from '#lib/client/screens/sound.ts';

const signs = ['pointerdown', 'keydown', 'focusin'] as const;
const everyMilliseconds = 500;

/** @param busy while the phone writes nobody is sent away. @param gone once. @returns whether they are there, and how to say so. */
export function watchPresence(busy: () => boolean, gone: () => void) {
  let presence = $state.raw<Presence>({ is: 'here' });
  let since = performance.now();
  let wasHidden = false;

  const stay = () => {
    since = performance.now();
    presence = { is: 'here' };
  };
  /** Once they are asked, they answer by the one button. */
  const sign = () => presence.is === 'here' && stay();

  function look(): void {
    if (presence.is === 'gone') return;
    if (busy() || (presence.is === 'here' && isSpeaking())) return stay();
    let quiet = (performance.now() - since) / 1000;
    if (wasHidden && !document.hidden) {
      wasHidden = false;
      quiet = quietAfterHiding(quiet);
      since = performance.now() - quiet * 1000;
    }
    presence = presenceAfter(quiet);
    if (presence.is === 'gone') gone();
  }

  function hidden(): void {
    wasHidden ||= document.hidden;
    look();
  }

  $effect(() => {
    const timer = setInterval(look, everyMilliseconds);
    for (const each of signs) addEventListener(each, sign);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      clearInterval(timer);
      for (const each of signs) removeEventListener(each, sign);
      document.removeEventListener('visibilitychange', hidden);
    };
  });

  return {
    get now(): Presence {
      return presence;
    },
    stay
  };
}
