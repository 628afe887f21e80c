#!/usr/bin/env node
// Verifies a .tlog-proof file with a verifier key. Written from the C2SP texts (tlog-proof, tlog-checkpoint, signed-note)
// and RFC 6962 alone; it shares no code with the product, so that the two can be held against each other.
// Usage: node independent-verifier.mjs FILE.tlog-proof VKEY     prints the leaf and ends with 0, or says why not and ends with 1.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function fail(reason) {
  console.error(`not proven: ${reason}`);
  process.exit(1);
}

function base64(text, what) {
  const bytes = Buffer.from(text, 'base64');
  if (text === '' || bytes.toString('base64') !== text) fail(`${what} is not base64`);
  return bytes;
}

function decimal(text, what) {
  if (!/^(0|[1-9][0-9]*)$/.test(text)) fail(`${what} is not a number`);
  return BigInt(text);
}

const [, , file, vkey] = process.argv;
if (!file || !vkey) fail('usage: independent-verifier.mjs FILE.tlog-proof VKEY');

// signed-note, "Verifier keys": <name>+<hex key id>+<base64 of type and key>; base64 may itself hold a plus.
const vkeyParts = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey);
if (!vkeyParts) fail('the verifier key is malformed');
const [, keyName, keyId, keyText] = vkeyParts;
const typedKey = base64(keyText, 'the verifier key');
if (typedKey.length !== 33 || typedKey[0] !== 0x01) fail('the verifier key is not an Ed25519 key');
if (sha256(`${keyName}\n`, typedKey).subarray(0, 4).toString('hex') !== keyId)
  fail('the key id does not belong to the key');

// tlog-proof, "Format".
const bytes = readFileSync(file);
const text = bytes.toString('utf8');
if (!Buffer.from(text, 'utf8').equals(bytes)) fail('the file is not UTF-8');
const blank = text.indexOf('\n\n');
if (blank < 0) fail('no empty line before the checkpoint');
const head = text.slice(0, blank).split('\n');
if (head[0] !== 'c2sp.org/tlog-proof@v1') fail('unknown first line');
if (!head[1]?.startsWith('extra ')) fail('no extra line: the leaf is not in the file');
const leaf = base64(head[1].slice(6), 'extra');
if (!head[2]?.startsWith('index ')) fail('no index line');
const index = decimal(head[2].slice(6), 'the index');
const path = head.slice(3).map((line) => base64(line, 'a proof line'));
if (path.some((hash) => hash.length !== 32)) fail('a proof line is not a SHA-256 hash');

// signed-note, "Format": text up to and with the newline before the last empty line.
const checkpoint = text.slice(blank + 2);
if (/[\u0000-\u0009\u000b-\u001f]/.test(checkpoint)) fail('control characters in the checkpoint');
const split = checkpoint.lastIndexOf('\n\n');
if (split < 0 || !checkpoint.endsWith('\n')) fail('the checkpoint is not a signed note');
const signedText = checkpoint.slice(0, split + 1);
const publicKey = createPublicKey({
  key: { kty: 'OKP', crv: 'Ed25519', x: typedKey.subarray(1).toString('base64url') },
  format: 'jwk',
});
let signed = false;
for (const line of checkpoint.slice(split + 2, -1).split('\n')) {
  const parts = /^\u2014 (\S+) (\S+)$/.exec(line);
  if (!parts) fail('a signature line is malformed');
  const signature = base64(parts[2], 'a signature');
  if (parts[1] !== keyName || signature.subarray(0, 4).toString('hex') !== keyId) continue;
  if (!verify(null, Buffer.from(signedText), publicKey, signature.subarray(4))) fail('the signature does not verify');
  signed = true;
}
if (!signed) fail('the checkpoint is not signed by the key');

// tlog-checkpoint, "Note text".
const [origin, sizeText, rootText] = signedText.split('\n');
if (origin !== keyName) fail('the checkpoint is of another log');
const size = decimal(sizeText, 'the tree size');
const root = base64(rootText, 'the root');

// RFC 6962 section 2.1.1, read backwards: the split of the range at each level says on which side the sibling stands.
function rootFrom(hash, at, count, steps) {
  if (count === 1n) return steps.length === 0 ? hash : fail('the proof is too long');
  if (steps.length === 0) fail('the proof is too short');
  let half = 1n;
  while (half * 2n < count) half *= 2n;
  const sibling = steps.at(-1);
  const rest = steps.slice(0, -1);
  if (at < half) return sha256(Buffer.of(1), rootFrom(hash, at, half, rest), sibling);
  return sha256(Buffer.of(1), sibling, rootFrom(hash, at - half, count - half, rest));
}
if (index >= size) fail('the index lies outside the tree');
if (!rootFrom(sha256(Buffer.of(0), leaf), index, size, path).equals(root))
  fail('the leaf is not in the tree that was signed');
console.log(leaf.toString('utf8'));
