// Plain HTML everywhere: the one page that needs a program in the browser will say so itself.
export const csr = false;
