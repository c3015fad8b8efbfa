// Owns the verifier's page: what somebody chose, pasted and typed, and in which language. It asks no server and keeps nothing.
import words from 'virtual:verifier-words';
import { checkSignedBytes, checkSignedFile, type Checked } from '#lib/record/check-signed-file.ts';
import { verdict } from './show.ts';
import { ed25519Tools } from './tools.ts';
import { sayIn } from './words.ts';

/** @throws where the page is not the one that this script was built into. */
function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${id}`);
}

const file = part('file', HTMLInputElement);
const paste = part('paste', HTMLTextAreaElement);
const typed = part('key', HTMLInputElement);
const answer = part('answer', HTMLElement);

let language = words.find(({ tag }) => navigator.languages.some((wanted) => wanted.startsWith(tag))) ?? words[0];
let checked: { readonly result: Checked; readonly pinned: string | null } | null = null;
let notice: 'verify.nothing' | 'verify.key-invalid' | null = null;

/** Everything again, in the language chosen. */
function show(): void {
  const t = sayIn(language?.messages ?? {});
  document.documentElement.lang = language?.tag ?? '';
  document.documentElement.dir = language?.dir ?? '';
  document.title = `${t('verify.title')} · Sigida`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]'))
    element.textContent = t.code('verify', element.dataset['words'] ?? '');
  part('languages', HTMLElement).ariaLabel = t('layout.languages');
  for (const button of document.querySelectorAll<HTMLButtonElement>('#languages button'))
    button.ariaPressed = String(button.lang === language?.tag);
  answer.replaceChildren(
    ...(notice ? [Object.assign(document.createElement('p'), { className: 'care', textContent: t(notice) })] : []),
    ...(checked ? [verdict(t, checked.result, checked.pinned)] : [])
  );
}

async function check(): Promise<void> {
  const key = typed.value.replace(/\s+/g, '').toLowerCase();
  const pinned = key === '' ? null : key;
  const chosen = file.files?.[0];
  checked = null;
  notice = null;
  if (pinned !== null && !/^[0-9a-f]{64}$/.test(pinned)) notice = 'verify.key-invalid';
  else if (paste.value.trim()) checked = { result: checkSignedFile(paste.value, ed25519Tools, pinned), pinned };
  else if (chosen) {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    checked = { result: checkSignedBytes(bytes, ed25519Tools, pinned), pinned };
  } else notice = 'verify.nothing';
  show();
  answer.scrollIntoView();
}

for (const known of words) {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', lang: known.tag, textContent: known.name });
  button.addEventListener('click', () => {
    language = known;
    show();
  });
  part('languages', HTMLElement).append(button);
}
file.addEventListener('change', () => {
  paste.value = '';
  void check();
});
part('check', HTMLButtonElement).addEventListener('click', () => void check());
show();
