import type { DocumentSummary } from '../../../src/app/workbench/contract/record/document.ts';

export const KIND_WORDS: Readonly<Record<DocumentSummary['kind'], string>> = {
  html: 'web page',
  pdf: 'PDF',
  docx: 'Word',
  doc: 'Word (old)',
  text: 'text',
  csv: 'table (CSV)',
  xlsx: 'spreadsheet',
  xls: 'spreadsheet',
  ods: 'spreadsheet',
  eml: 'mail',
  mbox: 'file of mails',
  msg: 'mail',
  zip: 'archive',
  tar: 'archive',
  gzip: 'packed file',
  warc: 'web archive',
  wacz: 'web archive',
  mhtml: 'saved page',
  rtf: 'rich text',
  pptx: 'slides',
  png: 'picture',
  jpeg: 'picture',
  gif: 'picture',
  webp: 'picture',
  bmp: 'picture',
  telegram: 'exported chat',
  ftm: 'entities (FollowTheMoney)',
};

/** "340 B", "12 kB", "3.4 MB", as decimal multiples. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "3 claims, 1 to review"; a document that is not read is not one without claims. */
export function claimsWords({ claims, toReview, unread }: DocumentSummary): string {
  const whole = unread.find((one) => one.whole);
  if (whole !== undefined && claims === 0) return `not read: ${whole.words}`;
  const counted = `${claims} ${claims === 1 ? 'claim' : 'claims'}`;
  const reviewed = claims === 0 ? '' : toReview === 0 ? ', all reviewed' : `, ${toReview} to review`;
  return `${counted}${reviewed}${unread.length === 0 ? '' : '; read only in part'}`;
}

/** In a column: what is not read is said in the place of its number. */
export function unreadWords({ unread, claims }: Pick<DocumentSummary, 'unread' | 'claims'>): string | null {
  if (unread.length === 0) return null;
  return unread.some(({ whole }) => whole) && claims === 0 ? 'not read' : 'partly read';
}
