// Owns the line by which the command line is started, everywhere: npm, the service, the container, stories and benches.

/**
 * Young objects die young: left alone, the engine gives them 128 MiB under load, and the program takes no less time with 8.
 * @type {readonly string[]}
 */
export const commandLine = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', 'src/sigida.cjs'];
