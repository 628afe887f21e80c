import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';

/** A line of the body of a mail; `quoted` where its form shows that it is of another mail. */
export type MailLine = { readonly text: string; readonly quoted: boolean };

/** Lines of the body that follow each other and are the sender's own, or all are not. */
export type MailRun = { readonly text: string; readonly own: boolean };

const list = z.array(z.string().min(1)).min(1);
const WORDS = z
  .strictObject({
    wrote: list,
    forwarded: list,
    'sent-by': list,
    'sent-fields': list,
    closings: list,
    notices: list,
  })
  .parse(resourceYaml('documents/mail/mail-words.yaml'));

const either = (words: readonly string[]): string => words.map((word) => word.replace(/ /g, '\\s+')).join('|');

/** "On 3 May 2023 at 10:00, Kim <kim@example.org> wrote:"; scripts without blanks put nothing before the verb. */
const WROTE = new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${either(WORDS.wrote)})(?=[\\s:：<])`, 'iu');
const DAY = /(?:19|20)\d\d\D{1,12}\d|\d\D{1,12}(?:19|20)\d\d/u;
const FORWARDED = new RegExp(`^[-_*\\s]*(?:${either(WORDS.forwarded)})[-_*\\s:：]*$`, 'iu');
const SENT_BY = new RegExp(`^\\s*\\*?(?:${either(WORDS['sent-by'])})\\s*[:：]`, 'iu');
const SENT_FIELD = new RegExp(`^\\s*\\*?(?:${either(WORDS['sent-fields'])})\\s*[:：]\\*?`, 'iu');
const CLOSING = new RegExp(`^(?:${either(WORDS.closings)})\\s*[,.!–-]*$`, 'iu');
/** RFC 3676, section 4.3; some programs take off the blank. */
const SIGNATURE = /^-- ?$/;
const QUOTED = /^\s{0,3}(?:\p{Lu}{1,4})?>/u;

/** Lines of the header of a mail that is passed on, from its first to where another must have come. */
const HEADER_LINES = 5;
/** A line that hands over is not longer, over two lines. */
const LONGEST_HANDOVER = 320;
/** What follows a closing is a name and an address; after more lines than these the letter went on. */
const MOST_CLOSING_LINES = 12;
const LONGEST_CLOSING = 80;
/** What is quoted goes on in the next line where this one does not end a sentence, or that one begins within one. */
const SENTENCE_END = /(?:[.!?:…。！？：]["'”’»)\]]*|^[\s>]*)\s*$/u;
const WITHIN_SENTENCE = /^\s*(?:\p{Ll}|[,;)])/u;

/** The lines of a body in plain text (RFC 3676, section 4.5: quoted ones begin with ">"). */
export function plainLines(body: string): MailLine[] {
  return body.split('\n').map((text) => ({ text, quoted: QUOTED.test(text) }));
}

/**
 * Parts a body into what its sender wrote and what stands there besides: quoted and forwarded mails with the lines that hand over
 * to them, the closing with what follows, signatures and notices. In doubt a line is not the sender's: words that are taken for
 * another's are a worse fault than words that are left out.
 */
export function runsOfBody(lines: readonly MailLine[]): MailRun[] {
  const own = lines.map(({ quoted }) => !quoted);
  const leaveOut = (from: number, to: number): void => {
    own.fill(false, Math.max(0, from), to);
  };
  const quotedFrom = nextQuoted(lines);
  lines.forEach((_, at) => {
    if (!own[at]) return;
    const handed = handoverAt(lines, at);
    if (handed !== null) {
      // Of programs that mark what they quote, the sender's words go on behind it; of others nobody can say where.
      const next = filledFrom(lines, handed);
      leaveOut(at, lines[next]?.quoted === true ? next : lines.length);
    } else if (isForwarded(lines, at) || SIGNATURE.test(lines[at]!.text)) leaveOut(at, lines.length);
    else if (isClosing(lines[at]!.text)) {
      const end = quotedFrom[at]!;
      if (isShort(lines, at, end)) leaveOut(at, end);
    }
  });
  for (const { from, to } of paragraphsIn(lines)) {
    for (const wrapped of wrappedIn(lines, from, to, quotedFrom)) leaveOut(wrapped.from, wrapped.to);
    const text = lines
      .slice(from, to)
      .map((line) => line.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .toLowerCase();
    if (WORDS.notices.some((notice) => text.includes(notice))) leaveOut(from, to);
  }
  return runsOf(lines, own);
}

/** For each line the first from it on that is quoted; their number where none is. */
function nextQuoted(lines: readonly MailLine[]): number[] {
  const found: number[] = new Array(lines.length);
  let next = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    if (lines[at]!.quoted) next = at;
    found[at] = next;
  }
  return found;
}

function isClosing(text: string): boolean {
  const words = text.trim();
  return words.length <= LONGEST_CLOSING && CLOSING.test(words);
}

/** Whether lines are so few that they can be what stands under a closing. */
function isShort(lines: readonly MailLine[], from: number, to: number): boolean {
  let filled = 0;
  for (let at = from; at < to && filled <= MOST_CLOSING_LINES; at++) if (lines[at]!.text.trim() !== '') filled += 1;
  return filled <= MOST_CLOSING_LINES;
}

/**
 * Lines of a paragraph that are not marked as quoted and yet follow on quoted ones: a program on the way broke the long lines of
 * a quotation in two. An answer between quoted lines without an empty line looks the same, and is left out too.
 */
function wrappedIn(
  lines: readonly MailLine[],
  from: number,
  to: number,
  quotedFrom: readonly number[],
): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = from + 1; at < to; at++) {
    const [before, line] = [lines[at - 1]!, lines[at]!];
    if (!before.quoted || line.quoted) continue;
    const goesOn = quotedFrom[at]! < to || !SENTENCE_END.test(before.text) || WITHIN_SENTENCE.test(line.text);
    if (goesOn) found.push({ from: at, to: Math.min(quotedFrom[at]!, to) });
  }
  return found;
}

/** The line after one that hands over to a quoted mail, which may be broken in two; null for any other. */
function handoverAt(lines: readonly MailLine[], at: number): number | null {
  const { text } = lines[at]!;
  if (text.trim() === '' || text.length > LONGEST_HANDOVER) return null;
  const next = lines[at + 1];
  if (isHandover(text)) return at + 1;
  if (next !== undefined && !next.quoted && goesOnIn(text, next.text) && isHandover(`${text} ${next.text}`))
    return at + 2;
  if (at === 0 || lines[at - 1]!.text.trim() === '') {
    if (isDayAndAddress(text)) return at + 1;
    if (next?.quoted === false && isDayAndAddress(`${text} ${next.text}`)) return at + 2;
  }
  // In any language: a line with an address or a day that ends in a colon, right above what is quoted.
  return /[\d@]/.test(text) && endsInColon(text) && lines[filledFrom(lines, at + 1)]?.quoted === true ? at + 1 : null;
}

/** Whether a line that hands over may be broken behind this one: also behind "10:00 a.m.", but not behind the sender's own sentence. */
function goesOnIn(text: string, next: string): boolean {
  return !/[.!?:]\s*$/.test(text) || (/\.\s*$/.test(text) && !isHandover(next));
}

/** The first line from a place on that is not empty. */
function filledFrom(lines: readonly MailLine[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.text.trim() === '') at++;
  return at;
}

function isHandover(text: string): boolean {
  return text.length <= LONGEST_HANDOVER && endsInColon(text) && /[\d@]/.test(text) && WROTE.test(text);
}

/** "2023年5月3日(水) 10:00 金 <kim@example.org>:", as programs hand over in languages in which they use no verb for it. */
function isDayAndAddress(text: string): boolean {
  return text.length <= LONGEST_HANDOVER && endsInColon(text) && text.includes('@') && DAY.test(text);
}

function endsInColon(text: string): boolean {
  return /[:：]$/.test(text.trimEnd());
}

function isForwarded(lines: readonly MailLine[], at: number): boolean {
  const { text } = lines[at]!;
  if (FORWARDED.test(text)) return true;
  return SENT_BY.test(text) && lines.slice(at + 1, at + 1 + HEADER_LINES).some((line) => SENT_FIELD.test(line.text));
}

/** Lines between empty ones. */
function paragraphsIn(lines: readonly MailLine[]): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  lines.forEach(({ text }, at) => {
    if (text.trim() === '') return;
    const last = found.at(-1);
    if (last !== undefined && last.to === at) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
  });
  return found;
}

function runsOf(lines: readonly MailLine[], own: readonly boolean[]): MailRun[] {
  const runs: { texts: string[]; own: boolean }[] = [];
  lines.forEach(({ text }, at) => {
    const last = runs.at(-1);
    // An empty line belongs to what stands before it.
    if (last !== undefined && (last.own === own[at] || text.trim() === '')) last.texts.push(text);
    else runs.push({ texts: [text], own: own[at]! });
  });
  return runs.map((run) => ({ text: run.texts.join('\n'), own: run.own }));
}
