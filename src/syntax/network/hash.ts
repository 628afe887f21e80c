/**
 * The two hashes by which the weights know strings: MurmurHash64A (Appleby, public domain) makes a number of a string,
 * MurmurHash3 x64-128 makes rows of a table of that number. 64 bits are kept as two halves: BigInt took five times as long.
 */
export type Hash64 = { readonly high: number; readonly low: number };

/** The result of the last multiplication or addition: a pair for each would be garbage by the hundred for one word. */
let high = 0;
let low = 0;

function multiply(aHigh: number, aLow: number, bHigh: number, bLow: number): void {
  const a0 = aLow & 0xffff;
  const a1 = aLow >>> 16;
  const b0 = bLow & 0xffff;
  const b1 = bLow >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const rest = (middle & 0xffff) + a0 * b1;
  const carried = a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(rest / 0x10000);
  high = (carried + Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh)) >>> 0;
  low = Math.imul(aLow, bLow) >>> 0;
}

function add(aHigh: number, aLow: number, bHigh: number, bLow: number): void {
  const sum = aLow + bLow;
  low = sum >>> 0;
  high = (aHigh + bHigh + (sum > 0xffffffff ? 1 : 0)) >>> 0;
}

const utf8 = new TextEncoder();
const STRING_SEED = 1;
const M_HIGH = 0xc6a4a793;
const M_LOW = 0x5bd1e995;

/** MurmurHash64A of the UTF-8 form of a string, seed 1. */
export function stringHash(text: string): Hash64 {
  const bytes = utf8.encode(text);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  multiply(0, bytes.length, M_HIGH, M_LOW);
  let hHigh = high;
  let hLow = (low ^ STRING_SEED) >>> 0;
  const whole = bytes.length & ~7;
  for (let at = 0; at < whole; at += 8) {
    multiply(view.getUint32(at + 4, true), view.getUint32(at, true), M_HIGH, M_LOW);
    multiply(high, (low ^ (high >>> 15)) >>> 0, M_HIGH, M_LOW);
    multiply((hHigh ^ high) >>> 0, (hLow ^ low) >>> 0, M_HIGH, M_LOW);
    hHigh = high;
    hLow = low;
  }
  if (whole < bytes.length) {
    for (let at = whole; at < bytes.length; at++) {
      const shift = (at - whole) * 8;
      if (shift < 32) hLow = (hLow ^ (bytes[at]! << shift)) >>> 0;
      else hHigh = (hHigh ^ (bytes[at]! << (shift - 32))) >>> 0;
    }
    multiply(hHigh, hLow, M_HIGH, M_LOW);
    hHigh = high;
    hLow = low;
  }
  multiply(hHigh, (hLow ^ (hHigh >>> 15)) >>> 0, M_HIGH, M_LOW);
  return { high, low: (low ^ (high >>> 15)) >>> 0 };
}

/** Spreads the bits of the pair in `high` and `low` (the last step of MurmurHash3). */
function finish(): void {
  multiply(high, (low ^ (high >>> 1)) >>> 0, 0xff51afd7, 0xed558ccd);
  multiply(high, (low ^ (high >>> 1)) >>> 0, 0xc4ceb9fe, 0x1a85ec53);
  low = (low ^ (high >>> 1)) >>> 0;
}

/** The four rows, repeats and all, in which a table of `rows` rows and of this seed keeps the value with this id. */
export function rowsOf(id: Hash64, seed: number, rows: number): readonly [number, number, number, number] {
  multiply(id.high, id.low, 0x87c37b91, 0x114253d5);
  multiply(((high << 31) | (low >>> 1)) >>> 0, ((low << 31) | (high >>> 1)) >>> 0, 0x4cf5ad43, 0x2745937f);
  // Both halves begin with the seed; 8 is the length of what is hashed.
  const firstHigh = high;
  const firstLow = (seed ^ low ^ 8) >>> 0;
  const secondLow = (seed ^ 8) >>> 0;
  add(firstHigh, firstLow, 0, secondLow);
  const sumHigh = high;
  const sumLow = low;
  add(0, secondLow, sumHigh, sumLow);
  finish();
  const otherHigh = high;
  const otherLow = low;
  high = sumHigh;
  low = sumLow;
  finish();
  add(high, low, otherHigh, otherLow);
  const oneHigh = high;
  const oneLow = low;
  add(otherHigh, otherLow, oneHigh, oneLow);
  return [oneLow % rows, oneHigh % rows, low % rows, high % rows];
}

/** 16 hexadecimal digits. */
export function hashHex({ high: upper, low: lower }: Hash64): string {
  return upper.toString(16).padStart(8, '0') + lower.toString(16).padStart(8, '0');
}
