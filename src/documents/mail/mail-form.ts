/** A field of a header and its continuation lines (RFC 5322, section 2.2). */
const FIELD = /^[!-9;-~]+:(?:[ \t].*)?$/;
/** Fields that programs write and people do not: one of them makes the lines above the first empty one a header. */
const WRITTEN_BY_PROGRAMS =
  /^(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature|Content-Type|Content-Transfer-Encoding|Delivered-To|X-[\w-]+):/im;
const ADDRESSED = /^From:.*@/im;
const OF_A_LETTER = [/^To:/im, /^(?:Date|Sent):/im, /^Subject:/im];
/** The line between two mails of a file (RFC 4155): who, and when it came in. */
export const ENVELOPE = /^From \S+ +.*\d\d:\d\d.*\d{4}.*\r?\n/;
/** The fields by which a browser says of which page a saved file is (RFC 2557). */
const SAVED_PAGE = /^(?:Snapshot-Content-Location|Content-Location|X-Snapshot-[\w-]+):/im;

/** Whether a text begins as a mail, as a file of many, or as a page that a browser saved in the form of one; null for none. */
export function mailFormOf(head: string): 'eml' | 'mbox' | 'mhtml' | null {
  const envelope = ENVELOPE.exec(head);
  const header = headerOf(head.slice(envelope?.[0].length ?? 0));
  if (header === null) return null;
  if (envelope !== null) return 'mbox';
  if (/^Content-Type:\s*multipart\/related/im.test(header) && !/^(?:To|Received|Message-ID):/im.test(header))
    if (SAVED_PAGE.test(header) || /^Content-Location:/im.test(head.slice(header.length))) return 'mhtml';
  return 'eml';
}

function headerOf(head: string): string | null {
  const lines = head.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const end = lines.findIndex((line) => line.trim() === '');
  const header = lines.slice(0, end < 0 ? lines.length : end);
  if (header.length < 2 || !header.every((line, at) => FIELD.test(line) || (at > 0 && /^[ \t]/.test(line))))
    return null;
  const block = header.join('\n');
  const isMail =
    WRITTEN_BY_PROGRAMS.test(block) ||
    (ADDRESSED.test(block) && OF_A_LETTER.filter((one) => one.test(block)).length >= 2);
  return isMail ? block : null;
}
