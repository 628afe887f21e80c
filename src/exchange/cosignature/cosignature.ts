import { sign, verify } from 'node:crypto';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import type { SigningKey } from '../../record/keys/signing-key.ts';
import type { SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { KEY_TYPE, type NoteSignature, publicKeyObject, type VerifierKey } from '../../record/log/note.ts';
import { ExchangeError } from '../exchange-error.ts';

/**
 * Cosignatures after C2SP tlog-cosignature: a cosigner states that, at a time, this was the largest consistent tree of that
 * origin that it had seen. Ed25519 (0x04) is written and read; ML-DSA-44 (0x06) is read.
 */
export type Cosignature = {
  readonly key: VerifierKey;
  /** Seconds since 1970, as the cosigner's clock had it. */
  readonly time: number;
  readonly signature: NoteSignature;
};

const TIME_BYTES = 8;
const ED25519_BYTES = 64;
const ML_DSA_44_BYTES = 2420;

/** True for keys that cosign: those of witnesses and mirrors. */
export function isCosignerKey({ type }: VerifierKey): boolean {
  return type === KEY_TYPE.cosignature || type === KEY_TYPE.mlDsaCosignature;
}

/** Cosigns the text of a checkpoint. `time` in seconds since 1970, above 0. */
export function cosign({ key, privateKey }: SigningKey, text: string, time: number): NoteSignature {
  const signature = Buffer.concat([timeBytes(time), sign(null, ed25519Message(text, time), privateKey)]);
  return { name: key.name, id: key.id, signature };
}

/**
 * The cosignatures of `cosigners` on a checkpoint. Lines of unknown keys are passed over; one of a known key that does not
 * verify condemns the note.
 * @throws ExchangeError `bad-cosignature`
 */
export function cosignaturesOn(
  checkpoint: SignedCheckpoint,
  cosigners: readonly VerifierKey[],
  place?: string,
): Cosignature[] {
  return checkpoint.note.signatures.flatMap((signature) => {
    const key = cosigners.find(({ name, id }) => name === signature.name && id === signature.id);
    if (key === undefined) return [];
    const time = cosignatureTime(checkpoint, key, signature);
    if (time === undefined)
      throw new ExchangeError('bad-cosignature', `the cosignature by ${key.name} (key ${key.id}) does not verify`, {
        place,
      });
    return [{ key, time, signature }];
  });
}

/** When the key cosigned; undefined when it did not. */
export function cosignatureTime(
  checkpoint: SignedCheckpoint,
  key: VerifierKey,
  { signature }: NoteSignature,
): number | undefined {
  if (signature.length <= TIME_BYTES) return undefined;
  const time = Number(signature.readBigUInt64BE(0));
  // Zero leaves the time out, which a cosignature of a whole log may not (C2SP tlog-witness).
  if (!Number.isSafeInteger(time) || time === 0) return undefined;
  const rest = signature.subarray(TIME_BYTES);
  if (key.type === KEY_TYPE.cosignature) {
    const isRight = rest.length === ED25519_BYTES;
    return isRight && verify(null, ed25519Message(checkpoint.note.text, time), publicKeyObject(key), rest)
      ? time
      : undefined;
  }
  if (key.type !== KEY_TYPE.mlDsaCosignature || rest.length !== ML_DSA_44_BYTES) return undefined;
  return ml_dsa44.verify(rest, mlDsaMessage(key.name, checkpoint, time), key.publicKey) ? time : undefined;
}

function ed25519Message(text: string, time: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`, 'utf8');
}

/** The `cosigned_message` of an ML-DSA-44 cosignature; extension lines of the checkpoint are no part of it. */
export function mlDsaMessage(
  cosigner: string,
  { origin, size, root }: Pick<SignedCheckpoint, 'origin' | 'size' | 'root'>,
  time: number,
): Buffer {
  return Buffer.concat([
    Buffer.from('subtree/v1\n\0', 'latin1'),
    opaque8(cosigner),
    timeBytes(time),
    opaque8(origin),
    timeBytes(0),
    timeBytes(size),
    root,
  ]);
}

function opaque8(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function timeBytes(value: number): Buffer {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
