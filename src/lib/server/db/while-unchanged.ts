// Owns remembering what was read of the public content, for as long as nobody changes that. It is for reading by few keys, such as
// the languages: nothing is ever pushed out.
import type { Portal } from './portal.ts';
import { contentVersion } from './content-version.ts';

type Remembered<Value> = { readonly version: () => number; at: number; readonly values: Map<string, Value> };

/** @param read from tables whose changes count as changes of the public content, and from nothing else. */
export function whileUnchanged<Value>(read: (db: Portal, key: string) => Value): (db: Portal, key: string) => Value {
  const byPortal = new WeakMap<Portal, Remembered<Value>>();
  return (db, key) => {
    const known = byPortal.get(db) ?? { version: contentVersion(db), at: -1, values: new Map<string, Value>() };
    byPortal.set(db, known);
    const version = known.version();
    if (known.at !== version) known.values.clear();
    known.at = version;
    const value = known.values.get(key) ?? read(db, key);
    known.values.set(key, value);
    return value;
  };
}
