import { entityIn, type FtmLine } from '../container/ftm-lines.ts';
import type { Member, Unpacked } from '../container/member.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { LayerBuilder } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import type { NamedSpan } from '../text/text-layer.ts';

/** Texts of documents are documents of their own, and what is made for a search engine is no statement. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'bodyText',
  'bodyHtml',
  'indexText',
  'translatedText',
  'headers',
  'metadata',
]);

/**
 * Entities of FollowTheMoney as a document: a block an entity, with its properties as they stand. They are what another
 * program or its users put together, so that no claim is read from them; names for screening go in by `panel lists add`.
 * @throws DocumentError `no-text`, `too-complex`
 */
export function readFtm(bytes: Uint8Array, name: string, limits: ReadingLimits): ReadContent {
  const builder = new LayerBuilder(name, limits.textLength);
  const parts: NamedSpan[] = [];
  let unreadable = 0;
  for (const line of linesOf(bytes, name, limits)) {
    const entity = entityIn(line);
    if (entity === null) {
      unreadable++;
      continue;
    }
    const block = builder.add({ kind: 'paragraph', text: wordsOf(entity) });
    if (block !== null) parts.push({ start: block.start, end: block.end, name: `entity ${inOneLine(entity.id, 80)}` });
  }
  if (parts.length === 0) throw new DocumentError('no-text', 'it holds no entity', { place: name });
  return {
    kind: 'ftm',
    reader: 'ftm/1',
    ...builder.build(),
    encoding: 'utf-8',
    parts,
    notes: [
      `${parts.length.toLocaleString('en')} entities of FollowTheMoney, as another program wrote them`,
      ...(unreadable === 0 ? [] : [`${unreadable} lines are no entity, and are left out`]),
    ],
    unread: [{ what: 'data', whole: true, words: 'entities that another program put together; a person reads them' }],
  };
}

/** Texts of documents that the lines carry, each a document that says whose text of what it is. */
export function unpackFtm(bytes: Uint8Array, name: string, limits: ReadingLimits): Unpacked {
  const members: Member[] = [];
  for (const line of linesOf(bytes, name, limits)) {
    const entity = entityIn(line);
    const text = (entity?.properties.bodyText ?? []).join('\n\n');
    if (entity === null || text.trim() === '') continue;
    members.push({
      path: `${entity.id.replace(/[^\w.-]/g, '_').slice(0, 120)}.txt`,
      bytes: Buffer.from(text, 'utf8'),
      how: `text of "${inOneLine(entity.properties.fileName?.[0] ?? entity.id, 80)}" (${entity.schema}) as another program read it; the file itself is not here`,
      written: entity.properties.publishedAt?.[0] ?? null,
      url: entity.properties.sourceUrl?.[0] ?? null,
    });
  }
  const listed = members.map(({ path, bytes: { length: size }, written, url }) => ({ path, size, written, url }));
  return { listed, members, refused: [], notes: [], checks: [] };
}

function* linesOf(bytes: Uint8Array, name: string, limits: ReadingLimits): Generator<string> {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/^\uFEFF/, '');
  let count = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    from = end < 0 ? text.length : end + 1;
    if (line === '') continue;
    if (++count > limits.elements)
      throw new DocumentError('too-complex', `it has more than ${limits.elements.toLocaleString('en')} lines`, {
        place: name,
      });
    yield line;
  }
}

function wordsOf({ id, schema, caption, properties }: FtmLine): string {
  const head = `${schema} ${inOneLine(id, 80)}${caption === null ? '' : `: ${inOneLine(caption, 200)}`}`;
  const rows = Object.entries(properties)
    .filter(([prop, values]) => !NOT_SHOWN.has(prop) && values.length > 0)
    .map(([prop, values]) => `${inOneLine(prop, 60)}: ${values.map((value) => inOneLine(value, 2_000)).join(' | ')}`);
  return [head, ...rows].join('\n');
}

function inOneLine(text: string, longest: number): string {
  return text
    .replace(/[\s\0-\x1f\x7f]+/g, ' ')
    .trim()
    .slice(0, longest);
}
