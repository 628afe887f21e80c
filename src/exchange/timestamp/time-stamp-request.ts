import { sha256 } from '../../core/hash.ts';

/**
 * Requests of RFC 3161 section 2.4.1 for a SHA-256, with a nonce, asking for the authority's certificate. The form never varies, so
 * it is written out: version 1, the algorithm, the hash, the nonce, certReq.
 */
const OPENING = Buffer.from('3043020101' + '3031300d060960864801650304020105000420', 'hex');
const NONCE_OPENING = Buffer.from('0208', 'hex');
const CLOSING = Buffer.from('0101ff', 'hex');

export function timeStampRequest(data: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.concat([OPENING, sha256(data), NONCE_OPENING, nonce, CLOSING]);
}

/**
 * The nonce of the `number`-th stamp over these data. It follows from them, so that a reply which comes back on a stick after days
 * finds the request that it answers; what it must keep apart is one reply from another, and the hash does the rest.
 */
export function nonceFor(data: Uint8Array, number: number): Buffer {
  const nonce = sha256(Buffer.concat([Buffer.from(`standing-panel/tsq/v1\n${number}\n`), sha256(data)])).subarray(0, 8);
  // DER writes a positive integer of eight bytes so, and in no other way.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  return nonce;
}
