import { describe, expect, it } from 'vitest';
import { generateSigningKey } from '../keys/signing-key.ts';
import { decodeBase64 } from '../storage/base64.ts';
import {
  formatInclusionProof,
  parseInclusionProof,
  verifyInclusionProofFile,
} from '../verification/inclusion-proof-file.ts';
import { parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { leafHash, nodeHash } from './merkle.ts';
import { formatVerifierKey, parseNote, parseVerifierKey, restoreCopiedNote, signersOf, signNote } from './note.ts';

/** The example of C2SP signed-note, section "Verifier keys". */
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE_NOTE =
  'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

describe('signed notes', () => {
  it('verify the published example', () => {
    const key = parseVerifierKey(EXAMPLE_KEY);
    expect(formatVerifierKey(key)).toBe(EXAMPLE_KEY);
    const note = parseNote(EXAMPLE_NOTE);
    expect(note.text).toBe('This is an example message.\n');
    expect(signersOf(note, [key])).toEqual([key]);
  });

  it('do not verify the example with any one byte changed', () => {
    const key = parseVerifierKey(EXAMPLE_KEY);
    const bytes = Buffer.from(EXAMPLE_NOTE);
    expect(bytes).toHaveLength(142);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      let signers: unknown[] = [];
      try {
        signers = signersOf(parseNote(changed), [key]);
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-format' });
      }
      expect(signers, `byte ${at}`).toEqual([]);
    }
  });

  it('pass over signatures of unknown keys, and reject a bad one of a known key', () => {
    const [mine, other] = [generateSigningKey('example.org/log'), generateSigningKey('example.org/log')];
    const note = parseNote(signNote('text\n\nmore\n', [mine, other]));
    expect(note.text).toBe('text\n\nmore\n');
    expect(signersOf(note, [mine.key])).toEqual([mine.key]);
    expect(signersOf(note, [mine.key, other.key])).toHaveLength(2);
    const forged = { ...note, text: 'other\n' };
    expect(() => signersOf(forged, [mine.key])).toThrow(/does not verify/);
  });

  it('are restored from a copy that lost the empty line, or gained blanks and line ends, and believed no more for it', () => {
    const key = parseVerifierKey(EXAMPLE_KEY);
    const copies = [
      EXAMPLE_NOTE,
      EXAMPLE_NOTE.replace('\n\n', '\n').trimEnd(),
      `\ufeff  ${EXAMPLE_NOTE.replaceAll('\n', ' \r\n\r\n')}Log example.com/foo\n`,
    ];
    for (const copy of copies) expect(restoreCopiedNote(copy)).toBe(EXAMPLE_NOTE);
    const changed = restoreCopiedNote(EXAMPLE_NOTE.replace('an example', 'no example')) ?? '';
    expect(() => signersOf(parseNote(changed), [key])).toThrow(/does not verify/);
    expect(restoreCopiedNote('text\n')).toBeUndefined();
  });

  it.each([
    ['no signature', 'text\n\n'],
    ['no empty line', 'text\n'],
    ['no final newline', EXAMPLE_NOTE.slice(0, -1)],
    ['a control character', EXAMPLE_NOTE.replace('example', 'exam\tple')],
    ['a carriage return', EXAMPLE_NOTE.replaceAll('\n', '\r\n')],
    ['loose base64', EXAMPLE_NOTE.replace('yaQM=', 'yaQN=')],
    ['another dash', EXAMPLE_NOTE.replace('\u2014', '-')],
    ['a plus in the name', EXAMPLE_NOTE.replace('/foo', '+foo')],
  ])('are refused with %s', (_, note) => {
    expect(() => parseNote(note)).toThrow(expect.objectContaining({ code: 'bad-format' }));
  });

  it.each([
    '',
    'name',
    EXAMPLE_KEY.replace('530d', '530e'),
    EXAMPLE_KEY.replace('Aeky', 'Beky'),
    `${EXAMPLE_KEY}A`,
    ` ${EXAMPLE_KEY}`,
  ])('are not checked with "%s" for a key', (text) =>
    expect(() => parseVerifierKey(text)).toThrow(expect.objectContaining({ code: 'bad-format' })),
  );
});

describe('base64', () => {
  it('is decoded strictly', () => {
    for (const text of ['YQ', 'YR==', 'YQ==\n', ' YQ==', 'YQ=', 'Y-_=', 'YQ==YQ=='])
      expect(decodeBase64(text), text).toBeUndefined();
    expect(decodeBase64('YQ==')?.toString()).toBe('a');
    expect(decodeBase64('')).toHaveLength(0);
  });
});

describe('checkpoints and proofs', () => {
  const signer = generateSigningKey(null);
  const [leaf, sibling] = [Buffer.from('{"leaf":1}'), leafHash(Buffer.from('other'))];
  const root = nodeHash(sibling, leafHash(leaf));
  const note = signCheckpoint({ origin: signer.key.name, size: 2, root }, signer);

  it('read back what was signed', () => {
    expect(parseCheckpoint(note)).toMatchObject({ origin: signer.key.name, size: 2, root });
  });

  it.each([
    ['a size with a leading zero', 'o\n02\n'],
    ['a negative size', 'o\n-2\n'],
    ['a size beyond 2^53', 'o\n9007199254740993\n'],
    ['no origin', '\n2\n'],
  ])('refuse %s', (_, head) => {
    const text = signNote(`${head}${root.toString('base64')}\n`, [signer]);
    expect(() => parseCheckpoint(text)).toThrow(expect.objectContaining({ code: 'bad-format' }));
  });

  it('carry a leaf that the proof binds, and refuse every altered byte', () => {
    const proof = formatInclusionProof(leaf, 1, [sibling], note);
    expect(parseInclusionProof(proof).index).toBe(1);
    expect(verifyInclusionProofFile(proof, [signer.key])).toEqual(leaf);
    const bytes = Buffer.from(proof);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => verifyInclusionProofFile(changed, [signer.key]), `byte ${at}`).toThrow();
    }
    expect(() => verifyInclusionProofFile(proof, [generateSigningKey(null).key])).toThrow(
      /not signed by a key that you hold/,
    );
  });
});
