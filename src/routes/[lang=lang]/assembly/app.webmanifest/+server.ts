import { version } from '$app/environment';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { translatorFor } from '#lib/i18n/translator.ts';
import type { RequestHandler } from './$types';

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/${name}.png?v=${version}`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose
});

/** With it a phone puts the assembly beside its other programs, under a name in its own language. */
export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { lang } = event.locals;
  const t = translatorFor(lang);
  const address = `/${lang}/assembly`;
  return Response.json(
    {
      id: '/assembly',
      name: t('assembly.app-name'),
      short_name: 'Sigida',
      lang,
      start_url: address,
      scope: address,
      display: 'standalone',
      background_color: '#fbf6ec',
      theme_color: '#1f2b5e',
      icons: [icon('icon-192', 192, 'any'), icon('icon-512', 512, 'any'), icon('icon-maskable', 512, 'maskable')]
    },
    { headers: { 'content-type': 'application/manifest+json' } }
  );
};
