import { createHash } from 'node:crypto';

/** A few letters that stand for plain data which is long and held a hundred thousand times: equal for what is written equally. */
export function digestOf(value: unknown): string {
  // Of the first bytes, and not the first letters of all: a part of a text keeps the whole of it in memory.
  return createHash('sha256').update(JSON.stringify(value)).digest().toString('base64url', 0, BYTES);
}

const BYTES = 16;
