import { decodeText } from '../../documents/plain-text/encoding.ts';

/** Code pages of the sources, tried where a file is no Unicode: the one in which its header is a known one is meant. */
const CODE_PAGES = ['gb18030', 'windows-1251', 'euc-kr', 'shift_jis', 'big5', 'windows-1252'] as const;

/**
 * In which encodings the beginning of a file may be read, the likeliest first: Unicode by its mark or where every byte agrees, else what
 * the bytes themselves suggest and then the code pages of the sources.
 * @throws DocumentError `not-text`
 */
export function encodingsOf(head: Uint8Array, name: string): readonly string[] {
  const guessed = decodeText(head, name).encoding;
  if (guessed.startsWith('utf-')) return [guessed];
  return [guessed, ...CODE_PAGES.filter((encoding) => encoding !== guessed)];
}

/** The name that users know: GBK, unless a file needs the wider GB18030. */
export function encodingName(encoding: string, sample: Uint8Array): string {
  if (encoding !== 'gb18030') return encoding;
  // GB18030 adds characters of four bytes, of which the second and the fourth are digits.
  for (let at = 0; at + 3 < sample.length; at++) {
    const [a = 0, b = 0, c = 0, d = 0] = sample.subarray(at, at + 4);
    if (a < 0x81) continue;
    if (b >= 0x30 && b <= 0x39 && c >= 0x81 && d >= 0x30 && d <= 0x39) return 'gb18030';
    at++;
  }
  return 'gbk';
}

/** The head of a file up to its last whole line, so that no character is cut in two. */
export function wholeLines(head: Uint8Array): Uint8Array {
  const wide = head[0] === 0xff || head[0] === 0xfe || head[1] === 0;
  if (wide) return head.subarray(0, head.length - (head.length % 2));
  const end = head.lastIndexOf(0x0a);
  return end > 0 ? head.subarray(0, end + 1) : head;
}
