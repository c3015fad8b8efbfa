// Owns recognising another program's file behind the end of a picture. It lets by what cameras put there, such as a short film.

/** What can run, be opened as a page, or unpacked; a zip is read from its end, so it can hide behind anything. */
const marks = [
  '<html',
  '<!doctype',
  '<script',
  '<?php',
  '<svg',
  '%pdf-',
  'pk\u0003\u0004',
  'pk\u0005\u0006',
  '\u007felf'
];
const opening = ['mz', '#!'];

/** @param tail what stands behind the picture's end. */
export function hasStowaway(tail: Uint8Array): boolean {
  if (tail.length === 0) return false;
  const text = new TextDecoder('latin1').decode(tail).toLowerCase();
  return opening.some((mark) => text.startsWith(mark)) || marks.some((mark) => text.includes(mark));
}
