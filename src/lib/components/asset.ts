// Owns the addresses of our own drawings and script: they carry the version of their content, so that caches keep them for good.
import { version } from '$app/environment';

/** @param path in `static/`, as `/sprite.svg`. */
export const asset = (path: string): string => `${path}?v=${version}`;
