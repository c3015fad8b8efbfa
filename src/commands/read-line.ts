// Owns reading what follows a command: its options, or one sentence on what is wrong with them.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

type Read<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: boolean }>
>;

export type Line<Options extends ParseArgsOptionsConfig> =
  | { readonly ok: true; readonly values: Read<Options>['values']; readonly positionals: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** @param most how many words may stand beside the options. */
export function readLine<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  most = 0
): Line<Options> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const over = positionals[most];
    return over === undefined ? { ok: true, values, positionals } : { ok: false, why: `"${over}" was not expected.` };
  } catch (thrown) {
    return { ok: false, why: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
