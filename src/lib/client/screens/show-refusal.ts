// Owns bringing people to what was refused: on a small screen it stands far above the button that they pressed.
import { tick } from 'svelte';

export async function showRefusal(form: HTMLElement): Promise<void> {
  await tick();
  const said = form.querySelector<HTMLElement>('[role="alert"]');
  if (!said) return;
  said.tabIndex = -1;
  said.focus();
}
