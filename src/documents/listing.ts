import { DocumentError } from './document-error.ts';
import type { ReadingLimits } from './limits.ts';
import { LayerBuilder } from './text/layer-builder.ts';
import type { ReadContent } from './text/read-content.ts';
import type { RecordSpan } from './text/text-layer.ts';
import { type ContainerKind, unpackKind } from './unpack.ts';

type ListedKind = Exclude<ContainerKind, 'eml' | 'msg' | 'ftm'>;

const CALLED: Readonly<Record<ListedKind, string>> = {
  mbox: 'a file of mails',
  zip: 'an archive',
  tar: 'an archive',
  gzip: 'a packed file',
  warc: 'a web archive',
  wacz: 'a web archive',
  mhtml: 'a saved page',
};

/**
 * An archive or a capture as a document: a list of what lies in it, a line each. What is in it is told by the documents that
 * are taken out of it, never by the list.
 * @throws DocumentError
 */
export async function readListing(
  kind: ListedKind,
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
): Promise<ReadContent> {
  const { listed, members, refused, notes, checks } = await unpackKind(kind, bytes, name, limits);
  if (listed.length === 0) throw new DocumentError('no-text', 'there is nothing in it', { place: name });
  const builder = new LayerBuilder(name, limits.textLength);
  const records: RecordSpan[] = [];
  listed.forEach(({ path, size, written, offset }, row) => {
    const cells = [inOneLine(path), `${size} bytes`, written ?? ''];
    const added = cells.map((text, column) =>
      builder.add({
        kind: 'table-cell',
        text,
        join: column === 0 ? '\n' : '\t',
        cell: { table: 0, row, rows: 1, column, columns: 1, heading: false },
      }),
    );
    const [start, end] = [added[0]?.start, added.findLast((block) => block !== null)?.end];
    if (offset !== undefined && start !== undefined && end !== undefined)
      records.push({ start, end, record: String(row + 1), offset });
  });
  const documents = members.length === 1 ? 'one document' : `${members.length} documents`;
  return {
    kind,
    reader: `${kind}/1`,
    ...builder.build(),
    encoding: null,
    notes: [
      ...notes,
      ...refused.slice(0, MOST_LISTED).map(({ path, message }) => `not taken out: ${inOneLine(path)}: ${message}`),
      ...(refused.length > MOST_LISTED ? [`and ${refused.length - MOST_LISTED} more were not taken out`] : []),
    ],
    ...(records.length > 0 && { records }),
    checks,
    unread: [
      {
        what: 'data',
        whole: true,
        words: `${CALLED[kind]} with ${documents} in it, each taken in by itself where it can be`,
      },
    ],
  };
}

const MOST_LISTED = 20;

function inOneLine(text: string): string {
  return (
    text
      .replace(/[\s\0-\x1f\x7f]+/g, ' ')
      .trim()
      .slice(0, 1_000) || '(no name)'
  );
}
