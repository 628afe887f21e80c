import { createHash } from 'node:crypto';
import type { Check } from '../text/text-layer.ts';

const ALGORITHMS: Readonly<Record<string, string>> = {
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
  'sha3-512': 'sha3-512',
  md5: 'md5',
};

/** Holds bytes against a digest with the name of its algorithm, "sha1:" in base 32 or "sha256:" in hexadecimal. */
export function checkDigest(what: string, stated: string, bytes: Uint8Array): Check {
  const [label = '', ...rest] = stated.split(':');
  const value = rest.join(':').trim();
  const algorithm = ALGORITHMS[label.trim().toLowerCase()];
  if (algorithm === undefined || value === '')
    return { what, outcome: 'not-checked', detail: `unknown digest ${stated.slice(0, 80)}` };
  const hash = createHash(algorithm).update(bytes).digest();
  const forms = [hash.toString('hex'), base32(hash), base32(hash).replace(/=+$/, ''), hash.toString('base64')];
  const holds = forms.some((form) => form === value || form.toLowerCase() === value.toLowerCase());
  return { what, outcome: holds ? 'holds' : 'fails', detail: holds ? null : `the bytes have ${label}:${forms[0]}` };
}

/** RFC 4648, section 6. */
function base32(bytes: Buffer): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let [bits, value, text] = [0, 0, ''];
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += letters[(value >> bits) & 31];
      value &= (1 << bits) - 1;
    }
  }
  if (bits > 0) text += letters[(value << (5 - bits)) & 31];
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
}

/** Many checks of one sort as one, with those that fail by themselves. */
export function summed(what: string, checks: readonly Check[]): readonly Check[] {
  const failed = checks.filter(({ outcome }) => outcome === 'fails');
  const held = checks.filter(({ outcome }) => outcome === 'holds').length;
  const open = checks.length - failed.length - held;
  if (checks.length === 0) return [{ what, outcome: 'not-checked', detail: 'there is none' }];
  const all: Check = {
    what,
    outcome: failed.length > 0 ? 'fails' : held > 0 ? 'holds' : 'not-checked',
    detail: `${held} of ${checks.length} hold${open > 0 ? `, ${open} could not be checked` : ''}`,
  };
  return [all, ...failed.slice(0, MOST_FAILURES)];
}

const MOST_FAILURES = 20;
