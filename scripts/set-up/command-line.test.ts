import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from './command-line.mjs';
import { root } from './project.mjs';

const plain = `node ${commandLine.join(' ')}`;

test.each([
  ['package.json', `"sigida": "${plain}"`],
  ['deploy/sigida.service', `ExecStart=/opt/sigida/node_modules/.bin/${plain} serve\n`],
  ['deploy/sigida', `node_modules/.bin/${plain} "$@"`],
  ['deploy/Containerfile', JSON.stringify(['node', ...commandLine, 'serve']).replaceAll(',', ', ')]
])('%s starts it by the same line as the stories', (file, line) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(line);
});
