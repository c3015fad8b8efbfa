// Owns how set-up speaks: a step in one line, and one sentence to the person when it can not go on.

/** @param {string} step @param {string} [what] */
export const say = (step, what = '') => console.log(what ? `${step}: ${what}` : step);

/** A trouble that was told in full: the caller prints it without a stack. */
export class Trouble extends Error {}

/**
 * Ends the program with one plain sentence instead of a stack.
 * @param {() => Promise<number>} main answers the exit status
 */
export async function endWith(main) {
  try {
    process.exitCode = await main();
  } catch (thrown) {
    if (!(thrown instanceof Trouble)) throw thrown;
    console.error(`\n${thrown.message}`);
    process.exitCode = 1;
  }
}
