// Owns saying in one plain sentence why a command could not go on, from what the system answered.

/** Codes of the system and of SQLite, with what a person can do about each. */
const known: readonly [RegExp, string][] = [
  [/^EADDRINUSE/, 'The port is taken by another program. Choose another one: PORT=3001 npm start'],
  [/^EACCES/, 'The data folder or the port may not be used by this account. Choose others with SIGIDA_DATA and PORT.'],
  [/^(ENOSPC|SQLITE_FULL)/, 'The disk is full. Free some space and start again; nothing that was saved is lost.'],
  [/^(ENOTDIR|EEXIST|SQLITE_CANTOPEN|EROFS)/, 'The data folder can not be used. Choose another one with SIGIDA_DATA.'],
  [
    /^ERR_UNSUPPORTED_ESM_URL_SCHEME/,
    'What is served is what was built: start it with "npm run sigida -- serve". Is it a service, copy deploy/sigida.service anew.'
  ],
  [/^(SQLITE_NOTADB|SQLITE_CORRUPT)/, 'A database in the data folder is damaged. Keep it, and restore the last backup.']
];

export function explain(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const code = 'code' in thrown ? String(thrown.code) : '';
  const sentence = known.find(([pattern]) => pattern.test(code))?.[1];
  return sentence ? `${sentence}\n(${thrown.message})` : thrown.message;
}
