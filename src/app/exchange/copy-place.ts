import { AppError } from '../errors.ts';

/** Anything before an @ in what begins as an address does: a secret of a store may have slashes in it. */
const WITH_CREDENTIALS = /^([a-z][a-z0-9+.-]+):.*@/is;
const ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//i;

/**
 * Whether a copy of a record is kept in a store of objects; else it is kept in a folder. No place with credentials in it is taken,
 * nor repeated: it is shown on a page, and stands in the record of jobs.
 * @throws AppError `bad-option`
 */
export function isInStore(target: string): boolean {
  const [, scheme] = WITH_CREDENTIALS.exec(target) ?? [];
  if (scheme !== undefined)
    throw new AppError(
      'bad-option',
      'name the place of a copy without credentials; a store has its own in the environment',
      {
        place: `${scheme}:`,
      },
    );
  if (target.startsWith('s3://')) return true;
  if (ADDRESS.test(target))
    throw new AppError('bad-option', 'a copy is kept in a folder, or in a store (s3://BUCKET/PREFIX)', {
      place: target.slice(0, 80),
    });
  return false;
}
