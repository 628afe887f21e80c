import Papa from 'papaparse';
import { z } from 'zod';
import { DocumentError } from '../document-error.ts';
import type { Member } from './member.ts';
import { readPythonLiteral } from './python-literal.ts';

/** One item that auto-archiver kept: its address, when, and the files of it with their hashes. */
export type ArchivedItem = {
  readonly url: string | null;
  /** By the archiver's clock. */
  readonly processed: string | null;
  readonly files: readonly { readonly name: string; readonly hash: string | null }[];
  /** Hashes of files that are not named beside them. */
  readonly hashes: readonly string[];
};

/** `metadata.json` of an item as auto-archiver 1.2 writes it (`Metadata.to_dict`), and a row of its CSV. */
const itemShape = z.looseObject({
  status: z.string(),
  metadata: z.looseObject({ url: z.string().optional(), _processed_at: z.string().nullish() }),
  media: z.array(z.unknown()),
});
const mediaShape = z.looseObject({
  filename: z.string(),
  properties: z.looseObject({ hash: z.string().optional() }).optional(),
});
/** Nobody's metadata is larger, and each such file of an archive is looked at. */
const MOST_BYTES = 8 * 1_048_576;
const MOST_ITEMS = 10_000;
const DEEPEST = 8;

/** What a file says of items that an archiver kept, in any of the three forms that it writes; none in all others. */
export function archivedItems(file: Pick<Member, 'path' | 'bytes'>): readonly ArchivedItem[] {
  const ending = /\.(?:json|csv|html?)$/i.exec(file.path)?.[0].toLowerCase();
  if (ending === undefined) return [];
  const { bytes } = file;
  if (bytes.length > MOST_BYTES) return [];
  const text = new TextDecoder().decode(bytes);
  if (ending === '.json') return itemsInJson(text);
  return ending === '.csv' ? itemsInCsv(text) : itemsInHtml(text);
}

function itemsInJson(text: string): readonly ArchivedItem[] {
  try {
    return [JSON.parse(text)].flatMap(itemIn);
  } catch {
    return [];
  }
}

/** `csv_db`: a row an item, whose values are written as Python writes them. */
function itemsInCsv(text: string): readonly ArchivedItem[] {
  if (!/^\uFEFF?status,metadata,media\r?\n/.test(text)) return [];
  const { data } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    preview: MOST_ITEMS,
  });
  return data.flatMap(({ status, metadata, media }) => {
    try {
      return itemIn({ status, metadata: readPythonLiteral(metadata ?? ''), media: readPythonLiteral(media ?? '') });
    } catch (error) {
      if (error instanceof DocumentError) return [];
      throw error;
    }
  });
}

/**
 * The page of an item (`html_formatter`): of its template only what a machine can be sure of is taken, which is the address
 * in its title, the clock in its table, and every hash in it.
 */
function itemsInHtml(text: string): readonly ArchivedItem[] {
  if (!/Made with <a href="https:\/\/github\.com\/bellingcat\/auto-archiver">/.test(text)) return [];
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? '';
  const url = unescaped(title).trim();
  const processed = /<td>\s*_processed_at\s*<\/td>\s*<td>\s*<span class="copy">([^<]*)<\/span>/.exec(text)?.[1];
  const hashes = [...text.matchAll(/\b(?:SHA-256:[0-9a-f]{64}|SHA3-512:[0-9a-f]{128})\b/gi)].map(([hash]) => hash);
  return [
    {
      url: URL.canParse(url) ? url : null,
      processed: processed === undefined ? null : unescaped(processed).trim(),
      files: [],
      hashes: [...new Set(hashes)],
    },
  ];
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&#34;': '"',
    '&#39;': "'",
  };
  return text.replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => named[entity] ?? entity);
}

function itemIn(value: unknown): readonly ArchivedItem[] {
  const item = itemShape.safeParse(value).data;
  if (item === undefined) return [];
  const { url, _processed_at: processed } = item.metadata;
  return [
    {
      url: url ?? null,
      processed: processed ?? null,
      files: mediaIn(item.media).map(({ filename, properties }) => ({
        name: filename,
        hash: properties?.hash ?? null,
      })),
      hashes: [],
    },
  ];
}

/** Files of an item, with those that lie in the properties of others: thumbnails, certificates. */
function mediaIn(value: unknown, depth = 0): z.infer<typeof mediaShape>[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  const media = mediaShape.safeParse(value);
  return [
    ...(media.success ? [media.data] : []),
    ...Object.values(value).flatMap((inner: unknown) => mediaIn(inner, depth + 1)),
  ];
}
