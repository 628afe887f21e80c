import { verify } from 'node:crypto';
import { endorsementText } from '../../record/keys/key-history.ts';
import { EMPTY_ROOT } from '../../record/log/merkle.ts';
import { formatVerifierKey, KEY_TYPE, publicKeyObject, type VerifierKey } from '../../record/log/note.ts';
import { decodeBase64 } from '../../record/storage/base64.ts';
import { ExchangeError } from '../exchange-error.ts';
import type { WitnessedLog } from './witnessed-log.ts';

/**
 * What a witness knows of a log once its operator has named a key of it. The first key of an origin is the operator's word. Any
 * later one must be vouched for by the key before it, else whoever names a key could take the log over.
 * @throws ExchangeError `unknown-log`, `key-not-endorsed`
 */
export function withLogKey(known: WitnessedLog | undefined, key: VerifierKey, endorsement?: string): WitnessedLog {
  if (key.type !== KEY_TYPE.ed25519)
    throw new ExchangeError('unknown-log', 'This witness reads logs that sign with Ed25519 (type 0x01).');
  if (known === undefined)
    return { origin: key.name, keys: [key], size: 0, root: EMPTY_ROOT, note: null, time: 0, forks: [] };
  if (known.keys.some((one) => formatVerifierKey(one) === formatVerifierKey(key))) {
    if (known.keys.at(-1)?.id === key.id) return known;
    throw new ExchangeError('key-not-endorsed', `The key ${key.id} of this log has ended.`);
  }
  const before = known.keys.at(-1);
  const signature = endorsement === undefined ? undefined : decodeBase64(endorsement);
  if (before === undefined || signature === undefined)
    throw new ExchangeError(
      'key-not-endorsed',
      `The log ${known.origin} is witnessed under the key ${before?.id}. Give the signature by which that key vouches for the new one (--endorsement; "panel record replace-key" prints it).`,
    );
  if (!verify(null, Buffer.from(endorsementText(before, key)), publicKeyObject(before), signature))
    throw new ExchangeError('key-not-endorsed', `The endorsement is not by the key ${before.id}, or not for this one.`);
  return { ...known, keys: [...known.keys, key] };
}
