import { CoreError } from '../errors.ts';

/**
 * RFC 8785 (JSON Canonicalization Scheme): one byte sequence for one value, so that a hash of it means something.
 *
 * Numbers and strings follow ECMAScript's own serialisation, which RFC 8785 sections 3.2.2.2 and 3.2.2.3 prescribe;
 * property names are sorted by UTF-16 code units (3.2.3), which is JavaScript's default string order.
 *
 * @throws CoreError `not-canonicalisable` for what JSON cannot carry: NaN, infinities, lone surrogates, undefined,
 * functions, bigints. They are refused, never dropped as `JSON.stringify` does: a field that vanishes from a signed record is a forgery.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      if (!Number.isFinite(value)) throw refusal(`the number ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value as Record<string, unknown>);
    default:
      throw refusal(`a value of type ${typeof value}`);
  }
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw refusal('a string with a lone surrogate');
  return JSON.stringify(value);
}

function canonicalArray(values: readonly unknown[]): string {
  let out = '[';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ',';
    out += canonicalJson(values[i]);
  }
  return `${out}]`;
}

function canonicalObject(value: Record<string, unknown>): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refusal('an object that is not plain data');
  let out = '{';
  let first = true;
  for (const key of Object.keys(value).sort()) {
    if (!first) out += ',';
    first = false;
    out += `${canonicalString(key)}:${canonicalJson(value[key])}`;
  }
  return `${out}}`;
}

/**
 * Parses text that must already be in canonical form, byte for byte.
 * Returns undefined when it is not JSON, or is JSON in any other spelling (white space, key order, duplicate keys, escapes).
 */
export function parseCanonicalJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (isPlainlyCanonical(value, text)) return value;
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The fast way to a yes, several times the speed of spelling the value out again: `JSON.stringify` writes numbers, strings
 * and separators as RFC 8785 does, so what is left to look at is the order of keys, and the escapes of lone surrogates
 * that `JSON.stringify` lets pass. A no decides nothing: integer keys, for one, are not kept in canonical order.
 */
function isPlainlyCanonical(value: unknown, text: string): boolean {
  return JSON.stringify(value) === text && hasSortedKeys(value) && !text.includes('\\ud');
}

function hasSortedKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  let previous: string | undefined;
  for (const key in value) {
    if (previous !== undefined && previous >= key) return false;
    previous = key;
    if (!hasSortedKeys((value as Record<string, unknown>)[key])) return false;
  }
  return true;
}

function refusal(what: string): CoreError {
  return new CoreError('not-canonicalisable', `${what} cannot be written as canonical JSON (RFC 8785)`);
}
