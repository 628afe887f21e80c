import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ExchangeError } from '../exchange-error.ts';

/** A new identity of age (`AGE-SECRET-KEY-1…`), by which packages for this workspace are opened. */
export function makeIdentity(): Promise<string> {
  return generateX25519Identity();
}

/** What others encrypt for: `age1…`. */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

/** Encrypts for recipients, all of one kind: beside a classical one the protection of a hybrid one would be lost without a word. */
export async function encryptFor(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  const hybrid = recipients.filter((one) => one.startsWith('age1pq1')).length;
  if (hybrid !== 0 && hybrid !== recipients.length)
    throw new ExchangeError('bad-package', 'recipients of age1… and of age1pq1… cannot share one package; make two');
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (cause) {
      throw new ExchangeError(
        'bad-package',
        `"${recipient.slice(0, 70)}" is no recipient of age; it begins with age1`,
        { cause },
      );
    }
  }
  return await encrypter.encrypt(bytes);
}

/** @throws ExchangeError `bad-package` for what was not encrypted for this identity, or was changed */
export async function decryptWith(identity: string, bytes: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(bytes);
  } catch (cause) {
    throw new ExchangeError(
      'bad-package',
      'this file cannot be opened: it is not encrypted for this workspace (panel share --my-recipient), or it is damaged',
      { cause },
    );
  }
}
