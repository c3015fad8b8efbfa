// Owns what happens when a screen takes the place of another: it begins at its top, and screen readers read its heading.
import { tick } from 'svelte';

const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

export async function arriveAtScreen(): Promise<void> {
  await tick();
  scrollTo(0, 0);
  const heading = [...document.querySelectorAll<HTMLElement>('#main h1')].find(isSeen);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
