import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export type MadeRecord = {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
  readonly status?: number;
  readonly headers?: readonly string[];
  /** What the record says instead of its length and digest: what broken and forged archives do. */
  readonly length?: number;
  readonly digest?: string;
};

/** A web archive of answers (WARC 1.1), each record packed by itself or none. */
export function makeWarc(records: readonly MadeRecord[], packed = true): Buffer {
  return Buffer.concat(
    records.map(({ url, type, body, status = 200, headers = [], length, digest }, i) => {
      const head = [`HTTP/1.1 ${status} OK`, `Content-Type: ${type}`, ...headers].join('\r\n');
      const block = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
      const fields = [
        'WARC/1.1',
        'WARC-Type: response',
        `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}>`,
        `WARC-Target-URI: ${url}`,
        `WARC-Date: 2023-10-0${(i % 9) + 1}T12:00:00Z`,
        `WARC-Payload-Digest: ${digest ?? `sha256:${createHash('sha256').update(body).digest('hex')}`}`,
        'Content-Type: application/http; msgtype=response',
        `Content-Length: ${length ?? block.length}`,
      ];
      const record = Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
      return packed ? gzipSync(record) : record;
    }),
  );
}

/** A page with a sentence or two. */
export function makePage(title: string, ...paragraphs: readonly string[]): Buffer {
  return Buffer.from(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`,
  );
}
