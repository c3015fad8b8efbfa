// Owns what a command is: a run that answers the exit status, and on the list its words on the line and one sentence about it.

export type Command = {
  /** 0 done; 1 refused, with the reason on standard error; 2 the line was not understood. */
  readonly run: (args: readonly string[]) => Promise<number>;
};

export type ListedCommand = {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
};
