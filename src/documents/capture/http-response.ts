import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { ReadingLimits } from '../limits.ts';
import { endOfHeader, fieldsIn } from './warc-records.ts';

export type HttpResponse = {
  readonly status: number;
  readonly fields: ReadonlyMap<string, string>;
  /** The body as it was sent, packed or in pieces as it may be: what a payload digest is of. */
  readonly sent: Buffer;
};

/** The parts of a response as it went over the wire (RFC 9112); null for bytes that are none. */
export function httpResponseIn(block: Buffer): HttpResponse | null {
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(block.toString('latin1', 0, 16));
  const end = endOfHeader(block, 0);
  if (status === null || end === null) return null;
  const fields = fieldsIn(block.toString('latin1', 0, end.header).split(/\r?\n/).slice(1));
  return { status: Number(status[1]), fields, sent: block.subarray(end.body) };
}

/** The body as a reader saw it; null where it cannot be unpacked or would grow beyond the limit. */
export function bodyOf({ fields, sent }: HttpResponse, { zipBytes }: ReadingLimits): Buffer | null {
  const whole = /chunked/i.test(fields.get('transfer-encoding') ?? '') ? joined(sent) : sent;
  const packings = (fields.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim());
  const limit = { maxOutputLength: zipBytes };
  let body = whole;
  for (const packing of packings.reverse()) {
    // Archives differ in whether they keep what the server packed: the bytes decide.
    try {
      if (packing === 'gzip' || packing === 'x-gzip')
        body = body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, limit) : body;
      else if (packing === 'deflate') body = inflated(body, limit);
      else if (packing === 'br') body = brotliDecompressSync(body, limit);
      else if (packing !== '' && packing !== 'identity') return null;
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return null;
      // Kept unpacked under a header that speaks of packed bytes.
      if (!isText(body)) return null;
    }
  }
  return body;
}

function inflated(body: Buffer, limit: { maxOutputLength: number }): Buffer {
  try {
    return inflateSync(body, limit);
  } catch {
    return inflateRawSync(body, limit);
  }
}

/** A body in pieces with their lengths before them; the bytes themselves where they are none. */
function joined(sent: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < sent.length; ) {
    const end = sent.indexOf('\r\n', at);
    const size = /^([0-9a-f]{1,8})(?:;.*)?\s*$/i.exec(
      end < 0 ? '' : sent.toString('latin1', at, Math.min(end, at + 200)),
    );
    if (size === null) return pieces.length === 0 ? sent : Buffer.concat(pieces);
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) break;
    if (end + 2 + length > sent.length) return pieces.length === 0 ? sent : Buffer.concat(pieces);
    pieces.push(sent.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(pieces);
}

function isText(body: Buffer): boolean {
  return !body.subarray(0, 1_024).includes(0);
}
