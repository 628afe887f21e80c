import { checkDigest, summed } from '../container/digest.ts';
import type { ListedMember, Member, RefusedMember, Unpacked } from '../container/member.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import type { Check } from '../text/text-layer.ts';
import { bodyOf, type HttpResponse, httpResponseIn } from './http-response.ts';
import { type WarcRecord, warcRecords } from './warc-records.ts';

/** Answers that are documents; what a page is drawn with (styles, scripts, pictures, fonts) is listed and no more. */
const DOCUMENTS =
  /^(?:text\/(?:html|plain|csv|rtf)|application\/(?:xhtml\+xml|pdf|rtf|msword|zip|x-tar|gzip|vnd\.(?:openxmlformats|oasis|ms-excel|ms-outlook).*)|message\/rfc822)$/i;

/** Records and checks of one or more archives that are one capture. */
export type Capture = Unpacked & { readonly digests: readonly Check[] };

/**
 * The documents in a web archive: answers of a server that came whole and are pages, PDF, Office files or text. Digests that
 * the archive states are held against the bytes. Revisits of what is there already are listed.
 * @throws DocumentError as `warcRecords`
 */
export function unpackWarc(bytes: Uint8Array, name: string, limits: ReadingLimits): Unpacked {
  const { digests, ...rest } = captureIn(bytes, name, limits, () => true);
  return { ...rest, checks: summed('digests of the records', digests) };
}

/** @param isWanted whether a page at this address is to be taken in */
export function captureIn(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  isWanted: (url: string, type: string) => boolean,
): Capture {
  const listed: ListedMember[] = [];
  const members: Member[] = [];
  const refused: RefusedMember[] = [];
  const digests: Check[] = [];
  const taken = new Set<string>();
  for (const record of warcRecords(bytes, name, limits)) {
    if (listed.length >= MOST_RECORDS)
      throw new DocumentError('too-complex', `it has more than ${MOST_RECORDS.toLocaleString('en')} records`, {
        place: name,
      });
    const { type, url, date, block, offset } = record;
    const path = url ?? (record.id || `${type} at byte ${offset}`);
    listed.push({ path: `${type} ${path}`, size: block.length, written: date, url, offset });
    const response = type === 'response' ? httpResponseIn(block) : null;
    digests.push(...digestsOf(record, response));
    const found = contentOf(record, response, limits);
    if (found === null || url === null || !isWanted(url, found.type)) continue;
    // One address may be answered twice: both are evidence, and have their own time.
    const label = taken.has(path) ? `${path} (${date ?? offset})` : path;
    taken.add(path);
    if (found.body === null) {
      refused.push({ path: label, code: 'corrupt', message: 'its body cannot be unpacked' });
      continue;
    }
    if (found.body.length === 0) continue;
    const how = `record ${record.id} of the web archive, at byte ${offset}`;
    members.push({ path: label, bytes: Buffer.from(found.body), how, written: date, url });
  }
  return { listed, members, refused, notes: [], checks: [], digests };
}

const MOST_RECORDS = 50_000;

/** The content of a record that is a document; null for all others. */
function contentOf(
  record: WarcRecord,
  response: HttpResponse | null,
  limits: ReadingLimits,
): { readonly type: string; readonly body: Buffer | null } | null {
  if (record.type === 'resource') {
    const type = plainType(record.fields.get('content-type'));
    return DOCUMENTS.test(type) && /^https?:/i.test(record.url ?? '') ? { type, body: record.block } : null;
  }
  if (response === null || response.status !== 200) return null;
  const type = plainType(response.fields.get('content-type'));
  return DOCUMENTS.test(type) ? { type, body: bodyOf(response, limits) } : null;
}

function plainType(field: string | undefined): string {
  return (field ?? '').split(';')[0]!.trim().toLowerCase();
}

function digestsOf({ fields, block, url, offset }: WarcRecord, response: HttpResponse | null): Check[] {
  const place = `${url ?? 'record'} at byte ${offset}`;
  const whole = fields.get('warc-block-digest');
  const payload = fields.get('warc-payload-digest');
  return [
    ...(whole === undefined ? [] : [checkDigest(`block digest of ${place}`, whole, block)]),
    ...(payload === undefined || response === null
      ? []
      : [payloadCheck(`payload digest of ${place}`, payload, response)]),
  ];
}

/** Writers differ in whether the payload is what was sent or what it was before it was cut into pieces. */
function payloadCheck(what: string, stated: string, response: HttpResponse): Check {
  const sent = checkDigest(what, stated, response.sent);
  if (sent.outcome !== 'fails' || !response.fields.has('transfer-encoding')) return sent;
  const pieces = bodyOf({ ...response, fields: new Map([['transfer-encoding', 'chunked']]) }, UNLIMITED);
  const other = pieces === null ? sent : checkDigest(what, stated, pieces);
  return other.outcome === 'holds' ? other : sent;
}

/** Joining pieces unpacks nothing. */
const UNLIMITED = { zipBytes: Number.MAX_SAFE_INTEGER } as ReadingLimits;
