/** Where the built program of an assembly is; scripts/bundle/assembly.ts builds it. */
declare module 'virtual:assembly-program' {
  export const entry: string;
  export const style: string;
}

/** Every file of it, by its address. */
declare module 'virtual:assembly-files' {
  export const files: readonly string[];
}
