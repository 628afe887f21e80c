import { DocumentError } from '../document-error.ts';
import { blocksOf } from '../plain-text/plain-text.ts';
import { type BuiltLayer, LayerBuilder } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import type { NamedSpan, Span } from '../text/text-layer.ts';
import { type MailLine, runsOfBody } from './sender-words.ts';

/** What a mail says of itself and what it tells, each as its sender wrote it. */
export type MailContent = {
  /** Whom the header names as sender; undefined where it names nobody. */
  readonly from: MailAddress | undefined;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly body: readonly MailLine[];
  readonly attachments: readonly string[];
};

/** What whoever reads a mail must know of its claims. */
export const OWN_WORDS_ALONE =
  'only what its sender says of events and figures gives claims, not what they tell of others';

type MailAddress = { readonly name?: string | undefined; readonly address?: string | undefined };

export type MailLayer = BuiltLayer & Pick<ReadContent, 'parts' | 'sender' | 'unread'>;

/**
 * A mail as text: a line for each header field, the body, and the names of what is attached. All of it is the sender's word, and
 * who the sender is has nobody checked. Claims are read from what the sender wrote, as the claims of whom the header names.
 * @throws DocumentError `no-text`, `too-large`
 */
export function layerOfMail({ from, fields, body, attachments }: MailContent, name: string, length: number): MailLayer {
  const builder = new LayerBuilder(name, length);
  const parts: NamedSpan[] = [];
  const add = (part: string, text: string, join: string): Span | null => {
    const block = builder.add({ kind: 'paragraph', text, join });
    if (block === null) return null;
    const last = parts.at(-1);
    // Paragraphs of the body are one part.
    if (last?.name === part) parts[parts.length - 1] = { ...last, end: block.end };
    else parts.push({ name: part, start: block.start, end: block.end });
    return block;
  };
  for (const { name: field, value } of fields) add(field, `${field}: ${inOneLine(value)}`, '\n');
  const words = runsOfBody(body).map(({ text, own }) => {
    const blocks = blocksOf(text).flatMap(({ start, end }) => add('body', text.slice(start, end), '\n\n') ?? []);
    return { own, blocks };
  });
  attachments.forEach((file, i) => {
    add('attachments', `Attached: ${inOneLine(file)}`, i === 0 ? '\n\n' : '\n');
  });
  if (builder.blockCount === 0) throw new DocumentError('no-text', 'the mail holds no text', { place: name });
  const spansOf = (own: boolean): Span[] =>
    words.filter((run) => run.own === own).flatMap(({ blocks }) => blocks.map(({ start, end }) => ({ start, end })));
  return { ...builder.build(), parts, ...readAs(from, spansOf(true), spansOf(false)) };
}

/** As whose words a mail is read, and what of it is not. */
function readAs(
  from: MailAddress | undefined,
  own: readonly Span[],
  others: readonly Span[],
): Pick<ReadContent, 'sender' | 'unread'> {
  const named = inOneLine(from?.name ?? '');
  const address = inOneLine(from?.address ?? '');
  const whole = (words: string): Pick<ReadContent, 'unread'> => ({ unread: [{ what: 'mail', whole: true, words }] });
  if (named === '' && address === '') return whole('a mail that names no sender; it is for a person to read');
  if (own.length === 0)
    return whole('a mail without words of its sender’s own; what it quotes is for a person to read');
  const sender = { name: named === '' || named.includes('@') ? null : named, spans: own };
  if (others.length === 0) return { sender };
  const words = 'what it quotes or passes on of others, and how it closes, gives no claim';
  return { sender, unread: [{ what: 'mail', whole: false, words, spans: others }] };
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
