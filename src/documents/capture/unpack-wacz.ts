import { z } from 'zod';
import { checkDigest, summed } from '../container/digest.ts';
import { gunzip } from '../container/gzip.ts';
import type { ListedMember, Member, RefusedMember, Unpacked } from '../container/member.ts';
import { inflateEntry, listZip, type ZipEntry } from '../container/zip.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import type { Check } from '../text/text-layer.ts';
import { captureIn } from './unpack-warc.ts';
import { signatureCheck, signedDigestIn } from './wacz-signature.ts';

/** `datapackage.json` (WACZ 1.1.1). */
const dataPackage = z.looseObject({
  title: z.string().optional(),
  created: z.string().optional(),
  software: z.string().optional(),
  resources: z.array(z.looseObject({ path: z.string(), hash: z.string(), bytes: z.number() })),
});

/**
 * The documents of a WACZ capture: the pages that it lists, and files that were captured as answers of their own. Hashes of all
 * that lies in it and its signature are checked, with the outcome kept; a fault does not keep it out, since it is evidence too.
 * @throws DocumentError as `listZip`, and `corrupt` where there is nothing to go by
 */
export function unpackWacz(bytes: Uint8Array, name: string, limits: ReadingLimits): Unpacked {
  const entries = listZip(bytes, name, limits);
  const contents = new Map(entries.map((entry) => [entry.name, entry] as const));
  const contentOf = (path: string): Buffer | null => {
    const entry = contents.get(path);
    return entry === undefined ? null : inflateEntry(bytes, entry, name);
  };
  const about = contentOf('datapackage.json');
  const stated = dataPackage.safeParse(jsonIn(about));
  if (about === null || !stated.success)
    throw new DocumentError('corrupt', 'its datapackage.json cannot be read', { place: name });
  const pages = pagesIn(entries, contentOf, name, limits);
  const listed: ListedMember[] = [];
  const members: Member[] = [];
  const refused: RefusedMember[] = [];
  const digests: Check[] = [];
  for (const { name: path } of entries.filter((entry) => /^archive\/.+\.warc(?:\.gz)?$/.test(entry.name))) {
    const isWanted = (url: string, type: string): boolean =>
      !/html/.test(type) || pages.size === 0 || pages.has(bare(url));
    const capture = captureIn(contentOf(path) ?? Buffer.alloc(0), `${name}/${path}`, limits, isWanted);
    listed.push(...capture.listed);
    members.push(...capture.members.map((member) => ({ ...member, how: `${path}: ${member.how}` })));
    refused.push(...capture.refused);
    digests.push(...capture.digests);
  }
  const { title, created, software, resources } = stated.data;
  const facts = [
    ...(created === undefined ? [] : [`made ${created} by its own word`]),
    ...(software === undefined ? [] : [`with ${software}`]),
  ];
  return {
    listed,
    members,
    refused,
    notes: [
      ...(title === undefined ? [] : [`its maker calls it "${title.replace(/\s+/g, ' ').slice(0, 200)}"`]),
      ...(facts.length === 0 ? [] : [`the capture was ${facts.join(' ')}`]),
    ],
    checks: [
      ...summed('hashes of the files in the capture', resourceChecks(resources, entries, contentOf)),
      ...signatureChecks(about, contentOf('datapackage-digest.json')),
      ...summed('digests of the records', digests),
    ],
  };
}

type Resource = z.infer<typeof dataPackage>['resources'][number];

/** Every file in the capture has its hash in the list, and every hash in the list its file. */
function resourceChecks(
  resources: readonly Resource[],
  entries: readonly ZipEntry[],
  contentOf: (path: string) => Buffer | null,
): Check[] {
  const named = new Set(resources.map(({ path }) => path));
  const unnamed = entries.filter(
    (entry) =>
      !entry.name.endsWith('/') && !named.has(entry.name) && !/^datapackage(?:-digest)?\.json$/.test(entry.name),
  );
  return [
    ...resources.map(({ path, hash }): Check => {
      const content = contentOf(path);
      const what = `hash of ${path}`;
      return content === null
        ? { what, outcome: 'fails', detail: 'there is no such file' }
        : checkDigest(what, hash, content);
    }),
    ...unnamed.map(
      (entry): Check => ({
        what: `hash of ${entry.name}`,
        outcome: 'fails',
        detail: 'the capture does not list this file',
      }),
    ),
  ];
}

function signatureChecks(about: Buffer, content: Buffer | null): Check[] {
  const what = 'signature of the capture';
  if (content === null) return [{ what, outcome: 'not-checked', detail: 'it is not signed' }];
  const digest = signedDigestIn(content);
  if (digest === null) return [{ what, outcome: 'fails', detail: 'its datapackage-digest.json cannot be read' }];
  return [checkDigest('hash of datapackage.json', digest.hash, about), signatureCheck(digest)];
}

/** Addresses of the pages that the capture was made of (`pages/*.jsonl`). */
function pagesIn(
  entries: readonly ZipEntry[],
  contentOf: (path: string) => Buffer | null,
  name: string,
  limits: ReadingLimits,
): ReadonlySet<string> {
  const pages = new Set<string>();
  for (const { name: path } of entries.filter((entry) => /^pages\/[^/]+\.jsonl(?:\.gz)?$/.test(entry.name))) {
    const content = contentOf(path) ?? Buffer.alloc(0);
    const text = (path.endsWith('.gz') ? gunzip(content, name, limits) : content).toString('utf8');
    for (const line of text.split('\n')) {
      const page = z.looseObject({ url: z.string() }).safeParse(jsonIn(Buffer.from(line)));
      if (page.success) pages.add(bare(page.data.url));
    }
  }
  return pages;
}

function bare(url: string): string {
  return url.replace(/#.*$/, '');
}

function jsonIn(content: Buffer | null): unknown {
  try {
    return JSON.parse(content?.toString('utf8') ?? '');
  } catch {
    return null;
  }
}
