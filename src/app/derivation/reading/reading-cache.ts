import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Claim } from '../../../claims/model/claim.ts';
import { documentIdOf } from '../../../core/hash.ts';
import { canonicalJson } from '../../../core/json/canonical-json.ts';
import { deepFreeze } from '../../../core/json/json.ts';
import { isStoredFile } from '../../../documents/custody/stored-file.ts';
import type { DocumentReader } from '../../../documents/reader.ts';
import type { TextLayer } from '../../../documents/text/text-layer.ts';
import type { Extraction } from './extraction.ts';
import type { ReadDocument } from './read-documents.ts';
import { mentionFileOf, readingFileOf } from './reading-files.ts';
import { readingProgram } from './reading-program.ts';
import { sealed, unsealed } from './sealed-file.ts';
import { withSharedParts } from './shared-parts.ts';

/**
 * Texts and claims of a workspace's documents, so that a large one is not read again by every command. A file of it is used
 * only for the very bytes that it is of, if this very program made it and a secret of the workspace seals it: what it says is
 * printed, and whoever can write a file there must not be able to put words into a document's mouth. What is missing, damaged,
 * unsealed or of another document is read again, and what cannot be written costs time, nothing else.
 */
export type ReadingCache = {
  /** A reader that first looks here. What it reads itself is held until all documents were gone through: intake and derivation read a text once. */
  inFrontOf(reader: DocumentReader): DocumentReader;
  /** Keeps the text of a document that was taken in, before its claims are read: a run that is ended does not read it again. */
  keepText(document: string, fileName: string): void;
  /** What was read in a document whose text came from here, under the same source and day of publication. */
  extractionOf(document: ReadDocument): Extraction | undefined;
  keep(document: ReadDocument, extraction: Extraction): void;
  /** All documents were gone through: removes what is of others than these, such as those withheld since. */
  keepOnly(documents: ReadonlySet<string>): void;
  /** Removes all. @throws an error of the file system when something is left */
  drop(): void;
};

/** What decides the claims of a text beside the text. */
export function extractionKey({
  source,
  published,
  columns,
}: Pick<ReadDocument, 'source' | 'published' | 'columns'>): string {
  const words = columns === undefined ? [] : [columns.map((mapping) => ({ ...mapping }))];
  return canonicalJson(JSON.parse(JSON.stringify([{ ...source }, published, ...words])));
}

/**
 * The cache of a workspace. Nothing is read or made before it is asked. `secret` gives the key of the seals; null where the
 * workspace's key is not at hand: then nothing is taken from the cache and nothing is put there.
 */
export function openReadingCache(workspace: string, secret: (() => Buffer) | null): ReadingCache {
  const folder = join(workspace, 'readings');
  let found = new WeakMap<TextLayer, Omit<Reading, 'layer'>>();
  let cannotWrite = secret === null;
  const fresh = new Map<string, TextLayer>();
  const keyOf = (asked: Asked): string => canonicalJson({ ...asked });

  const write = (document: string, entry: () => string): void => {
    if (cannotWrite) return;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, readingFileOf(document));
      writeFileSync(`${path}.part`, entry(), { mode: 0o600 });
      renameSync(`${path}.part`, path);
    } catch {
      // A full disk or a medium that takes nothing: it is not asked again for every document.
      cannotWrite = true;
    }
  };

  const find = (asked: Asked): TextLayer | undefined => {
    if (secret === null) return undefined;
    try {
      const { layer, ...rest } = readEntry(
        readFileSync(join(folder, readingFileOf(asked.document)), 'utf8'),
        asked,
        secret(),
      );
      found.set(layer, rest);
      return layer;
    } catch {
      return undefined;
    }
  };

  return {
    inFrontOf: (reader) => ({
      read: async (bytes, fileName, progress, signal) => {
        const asked = { document: isStoredFile(bytes) ? bytes.document : documentIdOf(bytes), fileName };
        const known = fresh.get(keyOf(asked)) ?? find(asked);
        if (known !== undefined) return known;
        const layer = await reader.read(bytes, fileName, progress, signal);
        fresh.set(keyOf(asked), layer);
        return layer;
      },
      unpack: (bytes, fileName) => reader.unpack(bytes, fileName),
      picture: (bytes, fileName, page) => reader.picture(bytes, fileName, page),
      close: () => reader.close(),
    }),
    extractionOf: (document) => {
      const reading = found.get(document.layer);
      return reading?.key === extractionKey(document) ? reading.extraction : undefined;
    },
    keepText: (document, fileName) => {
      const asked = { document, fileName };
      const layer = fresh.get(keyOf(asked));
      if (layer !== undefined && secret !== null) write(document, () => writeEntry(asked, { layer }, secret()));
    },
    keep: (document, extraction) => {
      const asked = { document: document.document, fileName: document.custody.origin.fileName };
      const reading = { layer: document.layer, extraction, key: extractionKey(document) };
      if (secret !== null) write(document.document, () => writeEntry(asked, reading, secret()));
    },
    keepOnly: (documents) => {
      fresh.clear();
      const kept = new Set([...documents].flatMap((document) => [readingFileOf(document), mentionFileOf(document)]));
      try {
        for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { force: true });
      } catch {
        return;
      }
    },
    drop: () => {
      fresh.clear();
      found = new WeakMap();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Asked = { readonly document: string; readonly fileName: string };

/** What a document was read as, with what decided its claims, once those were read. */
type Reading = { readonly layer: TextLayer; readonly extraction?: Extraction; readonly key?: string };

const header = z.strictObject({
  program: z.string(),
  document: z.string(),
  fileName: z.string(),
  /** What decided the claims; null where they are not read yet. */
  extraction: z.string().nullable(),
});

function writeEntry(asked: Asked, { layer, extraction, key }: Reading, secret: Buffer): string {
  const body = JSON.stringify(extraction === undefined ? [layer] : [layer, extraction.claims, extraction.setAside]);
  const head: z.infer<typeof header> = { program: readingProgram(), ...asked, extraction: key ?? null };
  return sealed({ head, body }, secret);
}

/** @throws whatever a damaged file makes of itself */
function readEntry(text: string, asked: Asked, secret: Buffer): Reading {
  const { head: shown, body } = unsealed(text, secret);
  const head = header.parse(shown);
  if (
    head.program !== readingProgram() ||
    head.document !== asked.document ||
    // The kind of a document may follow from its name.
    head.fileName !== asked.fileName
  )
    throw new Error('of another document or by another program');
  const [layer, claims, setAside] = JSON.parse(body) as [TextLayer, Claim[], string | null];
  return deepFreeze(
    head.extraction === null
      ? { layer }
      : {
          layer,
          extraction: { claims: withSharedParts(claims, layer), setAside },
          key: head.extraction,
        },
  );
}
