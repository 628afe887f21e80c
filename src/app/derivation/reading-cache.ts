import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Claim } from '../../claims/model/claim.ts';
import { canonicalJson } from '../../core/canonical-json.ts';
import { documentIdOf, sha256Hex } from '../../core/hash.ts';
import { deepFreeze } from '../../core/json.ts';
import type { DocumentReader } from '../../documents/reader.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { ReadDocument } from './derive.ts';
import { readingProgram } from './reading-program.ts';

/**
 * Texts and claims of a workspace's documents, so that a large one is not read again by every command. A file of it is used
 * only for the very bytes that it is of, and if this very program made it; what is missing, damaged or of another document
 * is read anew, and what cannot be written costs time, nothing else.
 */
export type ReadingCache = {
  /** A reader that first looks here. */
  inFrontOf(reader: DocumentReader): DocumentReader;
  /** The claims of a document whose text came from here, under the same source and day of publication. */
  claimsOf(document: ReadDocument): readonly Claim[] | undefined;
  keep(document: ReadDocument, claims: readonly Claim[]): void;
  /** Removes all that is of other documents than these, such as those withheld since. */
  keepOnly(documents: ReadonlySet<string>): void;
  /** Removes all. @throws an error of the file system when something is left */
  drop(): void;
};

/** What decides the claims of a text beside the text. */
export function extractionKey({ source, published }: Pick<ReadDocument, 'source' | 'published'>): string {
  return canonicalJson([{ ...source }, published]);
}

/** The cache of a workspace. Nothing is read or made before it is asked. */
export function openReadingCache(workspace: string): ReadingCache {
  const folder = join(workspace, 'readings');
  const found = new WeakMap<TextLayer, Omit<Reading, 'layer'>>();
  let cannotWrite = false;

  const find = (asked: Asked): TextLayer | undefined => {
    try {
      const { layer, ...rest } = readEntry(readFileSync(join(folder, nameOf(asked.document)), 'utf8'), asked);
      found.set(layer, rest);
      return layer;
    } catch {
      return undefined;
    }
  };

  return {
    inFrontOf: (reader) => ({
      read: async (bytes, fileName) =>
        find({ document: documentIdOf(bytes), fileName }) ?? (await reader.read(bytes, fileName)),
      close: () => reader.close(),
    }),
    claimsOf: (document) => {
      const reading = found.get(document.layer);
      return reading?.extraction === extractionKey(document) ? reading.claims : undefined;
    },
    keep: (document, claims) => {
      if (cannotWrite) return;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const path = join(folder, nameOf(document.document));
        writeFileSync(`${path}.part`, writeEntry(document, claims), { mode: 0o600 });
        renameSync(`${path}.part`, path);
      } catch {
        // A full disk or a medium that takes nothing: it is not asked again for every document.
        cannotWrite = true;
      }
    },
    keepOnly: (documents) => {
      const kept = new Set([...documents].map(nameOf));
      try {
        for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { force: true });
      } catch {
        return;
      }
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

type Asked = { readonly document: string; readonly fileName: string };

/** What a document was read as, with what decided its claims. */
type Reading = { readonly layer: TextLayer; readonly claims: readonly Claim[]; readonly extraction: string };

function nameOf(document: string): string {
  return `${document.slice('sha256:'.length)}.json`;
}

const header = z.strictObject({
  program: z.string(),
  document: z.string(),
  fileName: z.string(),
  extraction: z.string(),
  checksum: z.string(),
});

/** A head that says of what and by what it was made, and the text and claims on a line of their own. */
function writeEntry(document: ReadDocument, claims: readonly Claim[]): string {
  const body = JSON.stringify([document.layer, claims]);
  const head: z.infer<typeof header> = {
    program: readingProgram(),
    document: document.document,
    fileName: document.custody.origin.fileName,
    extraction: extractionKey(document),
    checksum: sha256Hex(body),
  };
  return `${JSON.stringify(head)}\n${body}`;
}

/** @throws whatever a damaged file makes of itself */
function readEntry(text: string, asked: Asked): Reading {
  const end = text.indexOf('\n');
  const { program, document, fileName, extraction, checksum } = header.parse(JSON.parse(text.slice(0, end)));
  const body = text.slice(end + 1);
  if (
    program !== readingProgram() ||
    document !== asked.document ||
    // The kind of a document may follow from its name.
    fileName !== asked.fileName ||
    checksum !== sha256Hex(body)
  )
    throw new Error('of another document, by another program, or damaged');
  const [layer, claims] = JSON.parse(body) as [TextLayer, readonly Claim[]];
  return deepFreeze({ layer, claims, extraction });
}
