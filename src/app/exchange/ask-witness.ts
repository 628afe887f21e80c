import { formatCosignRequest } from '../../exchange/witness/request.ts';
import { parseTreeSize } from '../../record/log/checkpoint.ts';

/** What a witness said when it was asked over the network. */
export type WitnessReply =
  | { readonly kind: 'cosigned'; readonly lines: string }
  | { readonly kind: 'no-answer'; readonly why: string }
  | { readonly kind: 'refused'; readonly status: number; readonly why: string }
  /** It holds more of this log than there is here. */
  | { readonly kind: 'ahead'; readonly size: number };

/** A checkpoint to be cosigned, and how its growth from any earlier size is proved. */
export type OfferedCheckpoint = {
  readonly size: number;
  readonly note: string;
  prove(old: number): readonly Uint8Array[];
};

const MOST_ATTEMPTS = 4;
const MOST_BYTES = 64 * 1024;

/**
 * Asks a witness at its submission prefix (C2SP tlog-witness), beginning with what it is thought to hold: where it holds
 * something else it says what, and is asked again from there.
 */
export async function askWitness(
  url: string,
  offered: OfferedCheckpoint,
  { old, timeoutMs }: { old: number; timeoutMs: number },
): Promise<WitnessReply> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return { kind: 'no-answer', why: 'its address in the policy is no http address' };
  let from = old;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const body = formatCosignRequest(from, offered.prove(from), offered.note);
    const answer = await post(`${url.replace(/\/$/, '')}/add-checkpoint`, body, timeoutMs);
    if (typeof answer === 'string') return { kind: 'no-answer', why: answer };
    if (answer.status === 200) return { kind: 'cosigned', lines: answer.text };
    const held = answer.status === 409 ? parseTreeSize(answer.text.trim()) : undefined;
    if (held === undefined || held === from)
      return { kind: 'refused', status: answer.status, why: answer.text.trim().slice(0, 200) };
    if (held > offered.size) return { kind: 'ahead', size: held };
    from = held;
  }
  return { kind: 'refused', status: 409, why: 'it goes on changing what it holds' };
}

async function post(url: string, body: string, timeoutMs: number): Promise<{ status: number; text: string } | string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MOST_BYTES) return 'its answer is too long';
      chunks.push(chunk);
    }
    return { status: response.status, text: Buffer.concat(chunks).toString('utf8') };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`;
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  }
}
