import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Policy, PolicyWitness } from '../../exchange/policy/policy.ts';
import { AppError } from '../errors.ts';
import { readInput } from '../standing/named-file.ts';

/** As the witness is called; where two names come to one file, with its number in the policy. */
export function requestFileName({ name }: PolicyWitness, at: number, { witnesses }: Policy): string {
  const plain = (text: string) => text.replaceAll(/[/\\:]/g, '_').replace(/^\.+/, '_');
  const same = witnesses.filter((other) => plain(other.name).toLowerCase() === plain(name).toLowerCase());
  return same.length === 1 ? plain(name) : `${plain(name)}-${at + 1}`;
}

/**
 * Writes a request to a witness for somebody to carry. A policy may come from somebody else, and name a witness after any file: only
 * an earlier request is written over, and none of those that were written now.
 * @throws AppError `not-written`
 */
export function writeRequest(file: string, request: string, written: readonly string[]): void {
  if (existsSync(file) && (written.includes(file) || !isRequest(file)))
    throw new AppError(
      'not-written',
      'a file of that name is there, which is no earlier request; name another folder',
      { place: file },
    );
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, request);
  } catch (cause) {
    throw new AppError('not-written', `the request could not be written: ${(cause as Error).message}`, {
      place: file,
      cause,
    });
  }
}

function isRequest(file: string): boolean {
  return /^old \d+\n/.test(readInput(file, 'the earlier request').toString('latin1'));
}
