// Owns building the verifier into one HTML file: script and style inside, allowed by their hashes, and nothing asked of a network.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { given } from './given.ts';
import type { Catalogue } from '../../src/lib/i18n/catalogues.ts';
import { isVerifierKey, type VerifierWords } from '../../src/lib/client/verifier/words.ts';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'src/lib/client/verifier');
const pageModule = 'virtual:verifier';
const wordsModule = 'virtual:verifier-words';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Of every catalogue in `messages/`, what the verifier says; all of them would be ten times its weight. */
function verifierWords(): VerifierWords {
  const folder = join(root, 'messages');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const catalogues = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Catalogue);
  return catalogues
    .sort((one, other) => Number(other.$language.tag === 'fr') - Number(one.$language.tag === 'fr'))
    .map(({ $language: { tag, name, dir }, messages }) => ({
      tag,
      name,
      dir,
      messages: Object.fromEntries(Object.entries(messages).filter(([key]) => isVerifierKey(key)))
    }));
}

async function bundle(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [given(wordsModule, () => `export default ${JSON.stringify(verifierWords())}`)],
    build: {
      write: false,
      // The first with whole numbers of any size, which the signature needs: Chrome 67, of 2018.
      target: ['chrome67', 'firefox68', 'safari14'],
      modulePreload: false,
      rolldownOptions: { input: join(source, 'main.ts'), output: { format: 'iife' } }
    }
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const [chunk, ...others] = outputs;
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error('The verifier is one script and nothing else');
  // Inside a page, this would end the script.
  return chunk.code.trim().replaceAll('</script', '<\\/script');
}

export async function buildVerifier(): Promise<string> {
  const script = await bundle();
  const style = readFileSync(join(source, 'verifier.css'), 'utf8').trim();
  const noScript = verifierWords().map(
    ({ tag, messages }) => `<p lang="${tag}">${messages['verify.needs-script']}</p>`
  );
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    `base-uri 'none'`,
    `form-action 'none'`
  ].join('; ');
  const parts: Readonly<Record<string, string>> = { script, style, policy, 'no-script': noScript.join('') };
  const page = readFileSync(join(source, 'verifier.html'), 'utf8');
  // The hash is of every sign between the tags, so no space stays there.
  return page.replace(/\s*%(script|style)%\s*|%([a-z-]+)%/g, (_, code?: string, name?: string) => {
    const part = parts[code ?? name ?? ''];
    if (part === undefined) throw new Error(`The page of the verifier asks for "${name}"`);
    return part;
  });
}

/** Hands the page to whoever imports `virtual:verifier`: built when it is asked for, also while developing. */
export const verifier = (): Plugin =>
  given(pageModule, async () => `export const html = ${JSON.stringify(await buildVerifier())};`);
