// The one page that is a program in the browser: it has to go on without a network.
export const csr = true;
