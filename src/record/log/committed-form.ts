import { isUtf8 } from 'node:buffer';
import { isActor, isTimestamp } from './act.ts';
import { endOfCanonicalValue } from './canonical-scan.ts';

const AT_OPENING = '{"at":"';
const CONTENT_OPENING = '","body":';
const BY_OPENING = ',"by":';
const SUPERSEDES_OPENING = ',"supersedes":"a-';
const SUPERSEDES_CLOSING = '"}';
const TIMESTAMP_BYTES = 24;
const [BRACE_OPEN, BRACE_CLOSE] = [0x7b, 0x7d];

/** Acts come in bursts of the same time by the same actor: what was found good last need not be judged again. */
let lastGoodAt = '';
let lastGoodBy = '';

/**
 * Whether `bytes[start, end)` is what a line commits to, `{"at","body","by"}` and perhaps `"supersedes"` in canonical
 * JSON: for verification, which looks at every byte and needs the value of few. A yes is certain; a no decides nothing.
 */
export function hasCommittedForm(bytes: Buffer, start: number, end: number): boolean {
  if (!stands(bytes, start, end, AT_OPENING)) return false;
  const at = start + AT_OPENING.length;
  const content = at + TIMESTAMP_BYTES + CONTENT_OPENING.length;
  if (!stands(bytes, at + TIMESTAMP_BYTES, end, CONTENT_OPENING) || bytes[content] !== BRACE_OPEN) return false;
  const contentEnd = endOfCanonicalValue(bytes, content, end);
  if (contentEnd < 0 || !stands(bytes, contentEnd, end, BY_OPENING)) return false;
  const by = contentEnd + BY_OPENING.length;
  const byEnd = endOfCanonicalValue(bytes, by, end);
  if (byEnd < 0 || !(closes(bytes, byEnd, end) || endsSuperseding(bytes, byEnd, end))) return false;
  return (
    isGoodTime(bytes.toString('latin1', at, at + TIMESTAMP_BYTES)) &&
    isUtf8(bytes.subarray(start, end)) &&
    isGoodActor(bytes.toString('utf8', by, byEnd))
  );
}

function closes(bytes: Buffer, at: number, end: number): boolean {
  return at === end - 1 && bytes[at] === BRACE_CLOSE;
}

function endsSuperseding(bytes: Buffer, at: number, end: number): boolean {
  const digits = at + SUPERSEDES_OPENING.length;
  const digitsEnd = end - SUPERSEDES_CLOSING.length;
  if (!stands(bytes, at, end, SUPERSEDES_OPENING) || !stands(bytes, digitsEnd, end, SUPERSEDES_CLOSING)) return false;
  // Fifteen digits are a safe integer; longer ones are left to the slow way.
  return digitsEnd > digits && /^(?:0|[1-9]\d{0,14})$/.test(bytes.toString('latin1', digits, digitsEnd));
}

function isGoodTime(text: string): boolean {
  if (text === lastGoodAt) return true;
  if (!isTimestamp(text)) return false;
  lastGoodAt = text;
  return true;
}

function isGoodActor(text: string): boolean {
  if (text === lastGoodBy) return true;
  if (!isActor(JSON.parse(text))) return false;
  lastGoodBy = text;
  return true;
}

function stands(bytes: Buffer, at: number, end: number, text: string): boolean {
  if (at + text.length > end) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
