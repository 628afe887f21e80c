import { claimsAsRead, extractClaims } from '../../src/claims/extraction.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import type { AnnotatedText } from './corpus.ts';

type SourceText = Pick<AnnotatedText, 'name' | 'text' | 'source' | 'published'>;

/** The claims the product extracts from an annotated text, read from bytes like any plain text file. */
export function extractText(text: SourceText): Promise<readonly Claim[]> {
  return read(text, extractClaims);
}

/** The same claims with every part explicit that stands in its clause. */
export function extractTextAsRead(text: SourceText): Promise<readonly Claim[]> {
  return read(text, claimsAsRead);
}

async function read(text: SourceText, extract: typeof extractClaims): Promise<readonly Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text.text), { name: `${text.name}.txt` });
  const { name, kind, country } = text.source;
  const source = country === undefined ? { name, kind } : { name, kind, country };
  return extract(layer, { source, published: text.published });
}
