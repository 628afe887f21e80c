import { deepFreeze } from '../core/json/json.ts';
import type { StatedSender, TextLayer } from '../documents/text/text-layer.ts';
import { readableLayer } from '../documents/text/unread.ts';
import { asOfMail, claimantOfMail } from './attribution/mail-sender.ts';
import { turnsOf } from './attribution/transcript.ts';
import { ClaimReader } from './document-reader.ts';
import type { ExtractionOptions } from './extraction-options.ts';
import type { Claim } from './model/claim.ts';
import { homeOf } from './names/home-country.ts';
import { withProvenBases } from './precision/proven-bases.ts';
import { withRowBases } from './tables/row-bases.ts';
import { TableReading } from './tables/table-reading.ts';
import { withEntryDays } from './times/entry-day.ts';
import { paragraphsOf } from './tokens/paragraph.ts';

/** Version of the rules: claims of two versions may differ, and the run of an extractor is logged with it. */
export const EXTRACTOR_VERSION = 'claims/29';

/**
 * The claims of a document in the order of its text. The same text, source and date give the same claims; nothing is
 * looked up outside. A claimant that the text does not make plain stays `unnamed`. Explicit is only what is read in a way that
 * was measured to be right.
 */
export function extractClaims(whole: TextLayer, options: ExtractionOptions): Claim[] {
  return deepFreeze(claimsAsRead(whole, options).map(withProvenBases));
}

/** The claims with `explicit` for all that stands in its clause, however well such readings proved: what is measured. */
export function claimsAsRead(whole: TextLayer, options: ExtractionOptions): Claim[] {
  const layer = readableLayer(whole);
  if (layer.blocks.length === 0) return [];
  return layer.sender === undefined ? claimsOfText(layer, options) : claimsOfSender(layer, layer.sender, options);
}

/** What a mail says is said by whom it names as its sender, and by nobody who handed it over. */
function claimsOfSender(layer: TextLayer, { name }: StatedSender, options: ExtractionOptions): Claim[] {
  const sender = claimantOfMail(name);
  return claimsOfText(layer, { ...options, source: sender }).flatMap((claim) => asOfMail(claim, sender) ?? []);
}

function claimsOfText(layer: TextLayer, options: ExtractionOptions): Claim[] {
  const tables = new TableReading(layer, options.published, options.columns);
  const plain = paragraphsOf(layer, (cell) => tables.isProse(cell));
  const paragraphs = withEntryDays(layer.text, plain, options.published);
  const reader = new ClaimReader(layer, options, homeOf(layer, paragraphs, options.source));
  const claims: Claim[] = [];
  const turns = turnsOf(layer.text, paragraphs);
  paragraphs.forEach((paragraph, i) => {
    const turn = turns[i];
    claims.push(...tables.claimsBefore(paragraph.start, reader.voice));
    const read =
      turn === undefined
        ? reader.read(paragraph, undefined, turns[i + 1] === undefined ? paragraphs[i + 1] : undefined)
        : reader.read({ ...paragraph, headline: false, body: turn.body }, turn);
    claims.push(...tables.timed(read, paragraph.start));
    options.onProgress?.(i + 1, paragraphs.length);
  });
  claims.push(...tables.claimsBefore(layer.text.length, reader.voice));
  return claims.map((claim) => (claim.basis === undefined ? withRowBases(claim) : claim));
}
