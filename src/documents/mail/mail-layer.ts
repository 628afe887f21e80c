import { DocumentError } from '../document-error.ts';
import { blocksOf } from '../plain-text/plain-text.ts';
import { type BuiltLayer, LayerBuilder } from '../text/layer-builder.ts';
import type { NamedSpan, Unread } from '../text/text-layer.ts';

/** What a mail says of itself and what it tells, each as its sender wrote it. */
export type MailContent = {
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
  readonly attachments: readonly string[];
};

export type MailLayer = BuiltLayer & { readonly parts: readonly NamedSpan[]; readonly unread: readonly Unread[] };

/**
 * A mail as text: a line for each header field, the body, and the names of what is attached. All of it is the sender's word,
 * and who the sender is has nobody checked: no claim is read from it by program.
 * @throws DocumentError `no-text`, `too-large`
 */
export function layerOfMail({ fields, body, attachments }: MailContent, name: string, textLength: number): MailLayer {
  const builder = new LayerBuilder(name, textLength);
  const parts: NamedSpan[] = [];
  const add = (part: string, text: string, join: string): void => {
    const block = builder.add({ kind: 'paragraph', text, join });
    if (block === null) return;
    const last = parts.at(-1);
    // Paragraphs of the body are one part.
    if (last?.name === part) parts[parts.length - 1] = { ...last, end: block.end };
    else parts.push({ name: part, start: block.start, end: block.end });
  };
  for (const { name: field, value } of fields) add(field, `${field}: ${inOneLine(value)}`, '\n');
  const text = body.replace(/\r\n?/g, '\n');
  for (const { start, end } of blocksOf(text)) add('body', text.slice(start, end), '\n\n');
  attachments.forEach((file, i) => {
    add('attachments', `Attached: ${inOneLine(file)}`, i === 0 ? '\n\n' : '\n');
  });
  if (builder.blockCount === 0) throw new DocumentError('no-text', 'the mail holds no text', { place: name });
  const words = 'a mail, whose sender nobody has checked; it is for a person to read';
  return { ...builder.build(), parts, unread: [{ what: 'mail', whole: true, words }] };
}

function inOneLine(text: string): string {
  return text.replace(/[\s\0-\x1f\x7f]+/g, ' ').trim();
}

/** The first day that a mail's date names, in its own zone: what a reader sees in it. Null for what is no date. */
export function dayOfMail(date: string | null): string | null {
  const match = /\b(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+(\d{4})\b/i.exec(date ?? '');
  if (match === null) return /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? null;
  const month = MONTHS.indexOf(match[2]!.toLowerCase()) + 1;
  const day = `${match[3]}-${String(month).padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(day)) ? null : day;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
