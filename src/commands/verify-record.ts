// Owns checking a public record at the command line, anywhere: it opens no data folder, asks no server and changes nothing.
import { readFileSync } from 'node:fs';
import { checkSignedBytes, type Checked, type FindingCode } from '#lib/record/check-signed-file.ts';
import { nodeTools } from '#lib/server/result/signing.ts';

/** `{at}` stands for the member. */
const sentences: Readonly<Record<FindingCode, string>> = {
  'not-text': 'The file holds bytes that are no text: it was damaged.',
  'not-json': 'The file can not be read as JSON: it was cut off or damaged, or it is no record.',
  'wrong-format': 'The file is no record of a format that this program knows ({at}).',
  'shape-wrong': 'The member {at} is missing or is not what it should be.',
  'unknown-member': 'The file holds a member that no record has: {at}.',
  'not-canonical': 'The file was written anew by another program, or says something twice.',
  'key-differs': 'It is signed with another key than the one given.',
  'signature-wrong': 'The signature is not that of this record: something was changed after signing.',
  'fingerprint-differs': 'The six characters are not those of this result and ballot.',
  'rule-unknown': 'The ballot names a counting rule that this program does not have.',
  'rule-differs': 'The result was not counted by the rule of the ballot, or belongs to another poll.',
  'ladder-unknown': 'The ballot does not say how a second tie is settled: by lot, or by the casting vote of an office.',
  'options-differ': 'The options of the result are not those of the ballot.',
  'winner-not-on-ballot': 'The result names an option that was not on the ballot.',
  'figures-impossible': 'The figures can not be true together.',
  'small-number-told': 'A number is told that is too small to be told.',
  'outcome-differs': 'The outcome does not follow from the figures.',
  'follows-differs': 'What is said to follow does not follow from the outcome.',
  'reason-differs': 'The reason given is not that of this result.'
};

/** @param key as somebody typed it, or null. @returns the exit status: 0 whole, 1 a difference, 2 misuse. */
export function verifyRecord(path: string, key: string | null): number {
  const pinned = key?.replace(/\s+/g, '').toLowerCase() ?? null;
  if (pinned !== null && !/^[0-9a-f]{64}$/.test(pinned))
    return (console.error(`A key has 64 characters from 0 to 9 and a to f, not "${key}".`), 2);
  const bytes = readBytes(path);
  return bytes ? report(checkSignedBytes(bytes, nodeTools, pinned), pinned !== null) : 2;
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (thrown) {
    console.error(`The file ${path} can not be read (${thrown instanceof Error ? thrown.message : String(thrown)}).`);
    return null;
  }
}

function report({ findings, file }: Checked, isPinned: boolean): number {
  for (const { code, at } of findings) console.error(sentences[code].replace('{at}', at ?? 'no name'));
  if (findings.length > 0 || !file) return 1;
  const { community, consultation, fingerprint, poll, publishedAt, supersedes } = file.record;
  const note = isPinned ? 'It is the key given.' : 'Compare the key: whoever made another could sign another record.';
  console.log(
    `The record is whole: ${community.name}, consultation ${consultation}, poll ${poll.number}, published ${publishedAt}.
Fingerprint: ${fingerprint}
Key: ${file.key}
${note}`
  );
  if (supersedes) console.log(`It takes the place of the record ${supersedes.record}: ${supersedes.reason}`);
  return 0;
}
