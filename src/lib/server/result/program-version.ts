// Owns which version of the program this is, as its package says.
import about from '../../../../package.json' with { type: 'json' };

export const programVersion: string = about.version;
