import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildVerifier } from './verifier.ts';

let page = '';
beforeAll(async () => {
  page = await buildVerifier();
});

const between = (tag: string): string => new RegExp(`<${tag}>([\\s\\S]*)</${tag}>`).exec(page)?.[1] ?? '';
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the verifier', () => {
  test('asks nothing of a network and runs nothing but its own script', () => {
    const policy = /content-security-policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe(
      `default-src 'none'; script-src ${hashOf(between('script'))}; style-src ${hashOf(between('style'))}; base-uri 'none'; form-action 'none'`
    );
    expect(page).not.toMatch(
      /\b(src|href|action|srcset|poster)=|url\(|@import|fetch\(|XMLHttpRequest|WebSocket|import\(/
    );
    expect(page).not.toMatch(/innerHTML|eval\(|document\.write|localStorage|indexedDB/);
  });

  test('speaks every language of the screens, also without a script', () => {
    for (const sentence of ['Vérifier un résultat', 'Jaabi sɛgɛsɛgɛ', 'Suubaroo hunyaney guna'])
      expect(between('script')).toContain(sentence);
    expect(between('noscript').match(/<p lang="(fr|bm|ses)">[^<]+<\/p>/g)).toHaveLength(3);
  });

  test('is the same file each time, and fits a slow network', async () => {
    expect(await buildVerifier()).toBe(page);
    console.log(`The verifier weighs ${Buffer.byteLength(page)} bytes, ${gzipSync(page).length} compressed.`);
    expect(Buffer.byteLength(page)).toBeLessThan(80_000);
  });
});
