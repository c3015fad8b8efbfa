import { expect, test } from 'vitest';
import { filesInDocument, filesInScript, nodesInDocument } from './program-files.ts';

const page = 'https://sigida.example/fr/assembly';
const node = 'https://sigida.example/_app/immutable/nodes/3.a.js';

test('a document names its scripts relative to itself', () => {
  const html = `<link rel="modulepreload" href="../_app/immutable/entry/start.x.js"><script>
    import("../_app/immutable/entry/app.y.js"); import("../_app/immutable/entry/start.x.js")</script><img src="/sprite.svg">`;
  expect(filesInDocument(html, page)).toEqual([
    'https://sigida.example/_app/immutable/entry/start.x.js',
    'https://sigida.example/_app/immutable/entry/app.y.js'
  ]);
});

test('a script names what it imports at once, later, and its workers', () => {
  const script =
    'import{a}from"../chunks/A-b_c.js";let q=()=>import("./qr.js");new URL(`../workers/worker-D-Nc.js`,x);"./no"';
  expect(filesInScript(script, node, [])).toEqual([
    'https://sigida.example/_app/immutable/chunks/A-b_c.js',
    'https://sigida.example/_app/immutable/nodes/qr.js',
    'https://sigida.example/_app/immutable/workers/worker-D-Nc.js'
  ]);
});

test('of the script that starts every page, only the pages of the document are followed', () => {
  const script = `import{r}from"../chunks/A.js";const d=["../nodes/3.a.js","../chunks/B.js","../nodes/30.b.js"];
    import("../nodes/3.a.js");import("../nodes/30.b.js")`;
  const nodes = nodesInDocument('kit.start(app, element, { node_ids: [0, 3], data: [] })');
  expect(filesInScript(script, 'https://sigida.example/_app/immutable/entry/app.y.js', nodes)).toEqual([
    'https://sigida.example/_app/immutable/chunks/A.js',
    'https://sigida.example/_app/immutable/nodes/3.a.js'
  ]);
});
