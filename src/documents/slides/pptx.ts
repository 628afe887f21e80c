import { SaxesParser } from 'saxes';
import { inflateEntry, listZip, type ZipEntry } from '../container/zip.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { LayerBuilder } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import type { Span } from '../text/text-layer.ts';
import { readSlide, type SlidePart } from './slide-text.ts';

/**
 * The slides of a presentation (ISO/IEC 29500-1, PresentationML) in the order in which they are shown, each a page; the
 * speaker's notes stand after their slide as footnotes. Pictures are not looked at; hidden slides are shown and not read
 * for claims.
 */
export function readPptx(bytes: Uint8Array, name: string, limits: ReadingLimits): ReadContent {
  const entries = new Map(listZip(bytes, name, limits).map((entry) => [entry.name, entry] as const));
  const paths = slidesIn(entries, bytes, name);
  const builder = new LayerBuilder(name, limits.textLength);
  const hidden: number[] = [];
  const unseen: Span[] = [];
  let title: string | null = null;
  let tables = 0;
  paths.forEach((path, index) => {
    const page = index + 1;
    if (page > limits.pages)
      throw new DocumentError('too-complex', `it has more than ${limits.pages} slides`, { place: name });
    const slide = readSlide(textOf(entries, path, bytes, name), name, limits);
    const before = builder.length;
    let isFirst = true;
    for (const part of slide.parts) {
      const block = addPart(builder, part, page, tables);
      if (isFirst && block !== null) builder.startPage(page, block.start);
      if (block !== null) isFirst = false;
      if (page === 1 && part.kind === 'title') title ??= part.text;
    }
    tables += slide.tables;
    const notes = relationsOf(entries, path, bytes, name).find(({ type }) => type.endsWith('/notesSlide'));
    if (notes !== undefined && entries.has(notes.target))
      for (const part of readSlide(textOf(entries, notes.target, bytes, name), name, limits).parts) {
        const block = builder.add({ kind: 'footnote', text: part.text, page });
        if (isFirst && block !== null) builder.startPage(page, block.start);
        if (block !== null) isFirst = false;
      }
    if (isFirst) builder.startPage(page, builder.length);
    if (!slide.hidden) return;
    hidden.push(page);
    unseen.push({ start: before, end: builder.length });
  });
  if (builder.blockCount === 0) throw new DocumentError('no-text', 'the presentation holds no text', { place: name });
  return {
    kind: 'pptx',
    reader: 'pptx/1',
    ...builder.build(),
    encoding: null,
    title,
    notes: hidden.length === 0 ? [] : [`hidden slides: ${hidden.join(', ')}`],
    unread:
      hidden.length === 0
        ? []
        : [{ what: 'data', whole: false, words: 'no claim is read from hidden slides', spans: unseen }],
  };
}

function addPart(builder: LayerBuilder, part: SlidePart, page: number, tables: number) {
  if (part.cell === undefined)
    return builder.add({ kind: part.kind === 'title' ? 'heading' : 'paragraph', text: part.text, page });
  const { row, column } = part.cell;
  const join = column > 0 ? '\t' : row > 0 ? '\n' : '\n\n';
  const table = tables + part.cell.table;
  return builder.add({
    kind: 'table-cell',
    text: part.text,
    page,
    join,
    cell: { table, row, rows: 1, column, columns: 1, heading: false },
  });
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** The slides in the order of `p:sldIdLst`. */
function slidesIn(entries: ReadonlyMap<string, ZipEntry>, bytes: Uint8Array, name: string): readonly string[] {
  const main = 'ppt/presentation.xml';
  if (!entries.has(main))
    throw new DocumentError('corrupt', 'the file is damaged: its list of slides is missing', { place: name });
  const targets = new Map(relationsOf(entries, main, bytes, name).map(({ id, target }) => [id, target] as const));
  return attributesOf(textOf(entries, main, bytes, name), 'p:sldId', name).flatMap((slide) => {
    const target = targets.get(slide['r:id'] ?? '');
    return target !== undefined && entries.has(target) ? [target] : [];
  });
}

function relationsOf(
  entries: ReadonlyMap<string, ZipEntry>,
  path: string,
  bytes: Uint8Array,
  name: string,
): readonly Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const file = `${folder}/_rels/${path.slice(folder.length + 1)}.rels`;
  if (!entries.has(file)) return [];
  return attributesOf(textOf(entries, file, bytes, name), 'Relationship', name)
    .filter((relation) => relation.TargetMode !== 'External')
    .map((relation) => ({
      id: relation.Id ?? '',
      type: relation.Type ?? '',
      target: resolved(folder, relation.Target ?? ''),
    }));
}

/** A target by the folder of the part that names it; it is looked up among the parts and nowhere else. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function textOf(entries: ReadonlyMap<string, ZipEntry>, path: string, bytes: Uint8Array, name: string): string {
  const entry = entries.get(path);
  const xml = entry === undefined ? '' : inflateEntry(bytes, entry, name).toString('utf8');
  if (/<!DOCTYPE/i.test(xml))
    throw new DocumentError('bomb', 'it declares entities of its own; it is not read', { place: name });
  return xml;
}

function attributesOf(xml: string, element: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (tag.name === element) found.push({ ...(tag.attributes as Record<string, string>) });
  });
  parser.on('error', (error) => {
    throw new DocumentError('corrupt', 'the file is damaged and cannot be read as a presentation', {
      place: name,
      cause: error,
    });
  });
  parser.write(xml).close();
  return found;
}
