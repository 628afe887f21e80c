import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Description, describedFiles } from '../../documents/container/described-files.ts';
import type { Member } from '../../documents/container/member.ts';
import { READING_LIMITS } from '../../documents/limits.ts';
import type { OfferedFile } from './offered-files.ts';

export type DescribedOffer = OfferedFile & { readonly url?: string; readonly title?: string } & Partial<
    Pick<Description, 'checks'>
  >;

/**
 * Files of a folder with what other files of it say of them: an archiver's metadata, the entities that OpenAleph streams. What
 * is said so is the word of that file; hashes are held against the bytes.
 */
export function describedOffers(offers: readonly OfferedFile[]): readonly DescribedOffer[] {
  if (offers.length < 2 || !offers.some(({ file }) => /\.(?:json|jsonl|ijson|csv|html?)$/i.test(file))) return offers;
  const said = describedFiles(offers.filter(isReadable).map(asMember));
  return offers.map((offer) => {
    const description = said.get(offer.file);
    if (description === undefined) return offer;
    const { url, title, checks } = description;
    return { ...offer, ...(url !== null && { url }), ...(title !== null && { title }), checks };
  });
}

/** Links and files that are too large are refused one by one when they are taken in. */
function isReadable({ within, file }: OfferedFile): boolean {
  const stats = lstatSync(join(within, file), { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= READING_LIMITS.fileBytes;
}

/** Its bytes are read each time they are asked for: a folder may be larger than memory. */
function asMember({ within, file }: OfferedFile): Member {
  return {
    path: file,
    how: 'file of a folder',
    written: null,
    url: null,
    get bytes() {
      return readFileSync(join(within, file));
    },
  };
}
