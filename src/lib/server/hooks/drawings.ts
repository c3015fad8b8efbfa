// Owns putting the pictograms that a page shows into its document, once each, so that nothing is fetched for them. It refuses names
// that the sprite does not have: those stay the address that they were.
import sprite from '../../../../static/sprite.svg?raw';

const symbols: ReadonlyMap<string, string> = new Map(
  [...sprite.matchAll(/<symbol id="([a-z]+)"(.*?<\/symbol>)/g)].map(([, name = '', rest = '']) => [
    name,
    `<symbol id="i-${name}"${rest}`
  ])
);

/** All of them, in the order of the sprite. */
export const drawingNames: readonly string[] = [...symbols.keys()];

/** How `Icon.svelte` names a drawing. What people write is escaped, so that none of it can look like this. */
const uses = / href="\/sprite\.svg\?v=[^"#]*#([a-z]+)"/g;

/**
 * An id of a drawing begins with `i-`, apart from those of fields. The attribute `display` needs no style, which the policy
 * forbids; symbols are drawn from there all the same.
 */
export function withDrawings(html: string): string {
  const needed = new Map<string, string>();
  const pointed = html.replace(uses, (address, name: string) => {
    const symbol = symbols.get(name);
    if (!symbol) return address;
    needed.set(name, symbol);
    return ` href="#i-${name}"`;
  });
  if (needed.size === 0) return html;
  return pointed.replace('</body>', () => `<svg display="none">${[...needed.values()].join('')}</svg></body>`);
}
