// Owns leaving out of the browser's program the words that an assembly never says. The server keeps them all.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { isAssemblyKey } from '../../src/lib/i18n/assembly-families.ts';
import type { Catalogue } from '../../src/lib/i18n/catalogues.ts';
import { phoneRefusals } from '../../src/lib/i18n/phone-refusals.ts';

const catalogue = /\/messages\/[a-z]+\.json$/;

export const assemblyWords = (): Plugin => ({
  name: 'assembly-words',
  enforce: 'pre',
  load(id) {
    if (this.environment.name !== 'client' || !catalogue.test(id)) return null;
    const whole = JSON.parse(readFileSync(id, 'utf8')) as Catalogue;
    const messages = Object.entries(whole.messages).filter(([key]) => isAssemblyKey(key, phoneRefusals));
    // Which of them a speaker reviewed is told at the portal.
    return JSON.stringify({ ...whole, $reviewed: {}, messages: Object.fromEntries(messages) });
  }
});
