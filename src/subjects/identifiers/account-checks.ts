import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bech32, bech32m, createBase58check, hex } from '@scure/base';
import { isValidIBAN } from 'ibantools';

/** Numbers of accounts carry their own check: ISO 13616 for IBANs, hashes for the addresses of wallets. */

/** ISO 13616: length and form by country, and the remainder by 97. */
export function isIban(value: string): boolean {
  return isValidIBAN(value);
}

const base58check = createBase58check(sha256);

/** Version byte and a hash of twenty bytes, with the first four bytes of a doubled SHA-256. */
function hasVersion(address: string, versions: readonly number[]): boolean {
  try {
    const bytes = base58check.decode(address);
    return bytes.length === 21 && versions.includes(bytes[0] ?? -1);
  } catch {
    return false;
  }
}

/** An address of the main network: legacy (1...), script (3...), or a witness program (bc1..., BIP 173 and 350). */
export function isBitcoinAddress(address: string): boolean {
  if (!/^bc1/i.test(address)) return hasVersion(address, [0x00, 0x05]);
  try {
    // A witness program of version 0 is checked by bech32, later ones by bech32m.
    const plain = address as `${string}1${string}`;
    const decoded = bech32.decodeUnsafe(plain) ?? bech32m.decodeUnsafe(plain);
    if (decoded === undefined || decoded.prefix !== 'bc') return false;
    const [version, ...program] = decoded.words;
    const code = version === 0 ? bech32 : bech32m;
    const { length } = code.fromWords(program);
    return (
      code.decodeUnsafe(plain) !== undefined &&
      (version === 0 ? length === 20 || length === 32 : length >= 2 && length <= 40)
    );
  } catch {
    return false;
  }
}

/** An address on Tron: the form of Bitcoin's with a version byte of its own. */
export function isTronAddress(address: string): boolean {
  return hasVersion(address, [0x41]);
}

/** EIP-55: the letter case of the hexadecimal digits is the check; null for an address in one case, which has none. */
export function checkEthereumAddress(address: string): boolean | null {
  const digits = address.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return null;
  const hash = hex.encode(keccak_256(new TextEncoder().encode(digits.toLowerCase())));
  return [...digits].every((digit, at) =>
    Number.parseInt(hash[at] ?? '0', 16) >= 8 ? digit === digit.toUpperCase() : digit === digit.toLowerCase(),
  );
}
