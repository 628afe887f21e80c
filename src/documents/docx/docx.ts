import mammoth from 'mammoth';
import { inflateEntry, listZip, type ZipEntry } from '../container/zip.ts';
import { DocumentError } from '../document-error.ts';
import { parseDom, plainTextOf } from '../html/dom.ts';
import { addHtmlBlocks } from '../html/html-blocks.ts';
import { guardHtml } from '../html/html-guard.ts';
import { dayOf, languageOf } from '../html/html-metadata.ts';
import type { ReadingLimits } from '../limits.ts';
import { LayerBuilder } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';

const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Block Text'] => blockquote:fresh",
];

/** A Word document (ISO/IEC 29500): headings, paragraphs, lists, tables, notes. Pictures are not looked at. */
export async function readDocx(bytes: Uint8Array, name: string, limits: ReadingLimits): Promise<ReadContent> {
  const entries = listZip(bytes, name, limits);
  const body = entries.find((entry) => entry.name === 'word/document.xml');
  if (!entries.some((entry) => entry.name === '[Content_Types].xml') || body === undefined)
    throw new DocumentError('unsupported', `${otherZip(entries)}, not a Word document; give HTML, PDF, DOCX or text`, {
      place: name,
    });
  // Every part that will be parsed is inflated here first, within its declared size: the parser below has no limit of its own.
  for (const entry of entries)
    if (/\.(?:xml|rels)$/i.test(entry.name)) guardXml(inflateEntry(bytes, entry, name), name, limits);

  const html = await convert(bytes, name);
  guardHtml(html, name, limits);
  const document = parseDom(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const core = readCore(bytes, entries, name);
  const builder = new LayerBuilder(name, limits.textLength);
  for (const mark of document.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) mark.remove();
  const title = document.querySelector('h1.title');
  if (title !== null && title === document.body.firstElementChild) {
    builder.add({ kind: 'title', text: plainTextOf(title) });
    title.remove();
  }
  addHtmlBlocks(builder, document.body, (element) => /^(?:footnote|endnote)-\d/.test(element.id));
  if (builder.blockCount === 0) throw new DocumentError('no-text', 'the document holds no text', { place: name });
  const headline = plainTextOf(title);
  return {
    kind: 'docx',
    reader: 'docx/1 (mammoth)',
    ...builder.build(),
    encoding: null,
    title: headline === '' ? core.title : headline,
    language: core.language,
    created: core.created,
  };
}

async function convert(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new DocumentError('corrupt', 'the file is damaged and cannot be read as a Word document', {
      place: name,
      cause: error,
    });
  }
}

/** No part of a document declares entities, or nests as deeply as an attack on the parser does. */
function guardXml(content: Buffer, name: string, limits: ReadingLimits): void {
  const xml = content.toString('utf8');
  if (/<!DOCTYPE/i.test(xml))
    throw new DocumentError('bomb', 'it declares entities of its own; it is not read', { place: name });
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const end = xml.indexOf('>', at);
    if (end < 0) return;
    const next = xml.charCodeAt(at + 1);
    if (next === 0x2f) depth--;
    else if (next !== 0x3f && next !== 0x21 && xml.charCodeAt(end - 1) !== 0x2f) depth++;
    if (depth > limits.depth)
      throw new DocumentError('too-complex', `its elements are nested more than ${limits.depth} deep`, { place: name });
    at = xml.indexOf('<', end);
  }
}

type CoreProperties = {
  readonly title: string | null;
  readonly created: string | null;
  readonly language: string | null;
};

function readCore(bytes: Uint8Array, entries: readonly ZipEntry[], name: string): CoreProperties {
  const entry = entries.find(({ name: part }) => part === 'docProps/core.xml');
  if (entry === undefined) return { title: null, created: null, language: null };
  const document = parseDom(
    inflateEntry(bytes, entry, name)
      .toString('utf8')
      .replace(/<(\/?)[a-z]+:/gi, '<$1x-')
      // The parser of pages knows no element that ends in itself: what follows it would stand inside it.
      .replace(/<(x-[a-z]+)([^<>]*)\/>/gi, '<$1$2></$1>'),
  );
  const textOf = (tag: string) => plainTextOf(document.querySelector(tag)) || null;
  return { title: textOf('x-title'), created: dayOf(textOf('x-created')), language: languageOf(textOf('x-language')) };
}

function otherZip(entries: readonly ZipEntry[]): string {
  if (entries.some(({ name }) => name.startsWith('xl/'))) return 'a spreadsheet';
  if (entries.some(({ name }) => name.startsWith('ppt/'))) return 'a presentation';
  return entries.some(({ name }) => name === 'content.xml') ? 'an OpenDocument file' : 'a zip archive';
}
