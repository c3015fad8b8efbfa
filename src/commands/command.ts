// Owns what a command is: its words on the line, one sentence about it, and a run that answers the exit status.

export type Command = {
  readonly name: string;
  readonly summary: string;
  /** 0 done; 1 refused, with the reason on standard error; 2 the line was not understood. */
  readonly run: (args: readonly string[]) => Promise<number>;
};
