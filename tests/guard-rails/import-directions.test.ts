import { describe, expect, test } from 'vitest';
import { mayImport, target, whyNotImport } from '../../scripts/lint/import-directions.js';
import { importsOf } from '../support/imports.ts';
import { filesUnder, readText } from '../support/project-files.ts';

const domain = 'src/lib/domain/vote/tally.ts';
const service = 'src/lib/server/vote/open-poll.ts';
const page = 'src/routes/[lang=lang]/events/+page.server.ts';
const component = 'src/lib/components/Field.svelte';

describe('who may import whom', () => {
  test.each([
    ['domain', domain, 'src/lib/domain/shared/ids.ts'],
    ['a service its rules', service, domain],
    ['a service its own slice', service, 'src/lib/server/vote/ballot-box.ts'],
    ['a service the database', service, 'src/lib/server/db/context.ts'],
    ['a service the audit chain', service, 'src/lib/server/audit/append.ts'],
    ['a service the queries of another slice', service, 'src/lib/server/community/queries.ts'],
    ['a service the pictures that it keeps', service, 'src/lib/server/media/store-picture.ts'],
    ['a service a database package', service, 'drizzle-orm'],
    ['the hooks of the server any slice', 'src/lib/server/hooks/session.ts', 'src/lib/server/account/sign-in.ts'],
    ['a component the words', component, 'src/lib/i18n/paths.ts'],
    ['a page a service', page, service],
    ['a page the types beside it', page, 'src/routes/[lang=lang]/events/$types'],
    ['the hooks the server', 'src/hooks.server.ts', 'src/lib/server/hooks/session.ts'],
    [
      'a test whatever it sets up',
      'src/lib/server/vote/open-poll.test.ts',
      'src/lib/server/community/open-consultation.ts'
    ]
  ])('%s: allowed', (_, from, to) => {
    expect(whyNotImport(from, to)).toBeNull();
  });

  test.each([
    ['domain the server', domain, 'src/lib/server/db/context.ts'],
    ['domain the words', domain, 'src/lib/i18n/translator.ts'],
    ['domain a package', domain, 'valibot'],
    ['domain the system', domain, 'node:crypto'],
    ['domain the framework', domain, '@sveltejs/kit'],
    ['a service the inside of another slice', service, 'src/lib/server/community/open-consultation.ts'],
    ['a service the running server', service, 'src/lib/server/runtime.ts'],
    ['a service the words', service, 'src/lib/i18n/translator.ts'],
    ['a service a component', service, component],
    ['a component the server', component, 'src/lib/server/vote/queries.ts'],
    ['the browser the database', 'src/lib/client/sync.ts', 'better-sqlite3'],
    ['the words a component', 'src/lib/i18n/paths.ts', component],
    ['a page the tables', page, 'src/lib/server/db/schema/vote.ts'],
    ['a page the query builder', page, 'drizzle-orm'],
    ['a page the database', page, 'better-sqlite3'],
    ['a page another page', page, 'src/routes/[lang=lang]/vote/+page.server.ts'],
    ['a service a page', service, page],
    ['a test a page', 'tests/guard-rails/x.test.ts', page],
    ['a service the hooks', service, 'src/hooks.server.ts'],
    ['a service what tests use', service, 'tests/support/database.ts']
  ])('%s: refused', (_, from, to) => {
    expect(mayImport(from, to)).toBe(false);
  });

  test('an import means a path of the project or a package', () => {
    expect(target(service, '../db/context.ts')).toBe('src/lib/server/db/context.ts');
    expect(target(service, '#lib/domain/vote/tally.ts')).toBe(domain);
    expect(target(service, 'drizzle-orm/sqlite-core')).toBe('drizzle-orm/sqlite-core');
  });
});

test('every file of the program keeps to it', () => {
  const files = filesUnder('src/', /\.(ts|svelte)$/);
  const broken = files.flatMap((path) =>
    importsOf(path, readText(path)).flatMap((specifier) => {
      const reason = whyNotImport(path, target(path, specifier));
      return reason ? [`${path}: '${specifier}': ${reason}`] : [];
    })
  );
  expect(files.length).toBeGreaterThan(50);
  expect(broken).toEqual([]);
});
