import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../../core/json/canonical-json.ts';
import type { JsonObject } from '../../../core/json/json.ts';

/** What a file holds: a head that says of what and by what it was made, on a line of its own, and the rest behind it. */
type Sealed = { readonly head: JsonObject; readonly body: string };

/** A file sealed by a secret of the workspace: whoever can write one there must not be able to put words into a document's mouth. */
export function sealed({ head, body }: Sealed, secret: Buffer): string {
  return `${JSON.stringify({ ...head, seal: sealOf({ head, body }, secret).toString('hex') })}\n${body}`;
}

/** What a sealed file holds. @throws whatever a damaged file makes of itself, or that it is forged */
export function unsealed(text: string, secret: Buffer): Sealed {
  const end = text.indexOf('\n');
  const { seal, ...head } = JSON.parse(text.slice(0, end)) as JsonObject;
  const body = text.slice(end + 1);
  const shown = Buffer.from(String(seal), 'hex');
  const right = sealOf({ head, body }, secret);
  if (shown.length !== right.length || !timingSafeEqual(shown, right)) throw new Error('damaged or forged');
  return { head, body };
}

/** HMAC-SHA256 over the head and the body: neither can be changed, nor one be put before another. */
function sealOf({ head, body }: Sealed, secret: Buffer): Buffer {
  return createHmac('sha256', secret)
    .update(`${canonicalJson(head)}\n`)
    .update(body)
    .digest();
}
