import { extractClaims } from '../../src/claims/extraction.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import type { AnnotatedText } from './corpus.ts';

/** The claims the product extracts from an annotated text, read from bytes like any plain text file. */
export async function extractText(
  text: Pick<AnnotatedText, 'name' | 'text' | 'source' | 'published'>,
): Promise<readonly Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text.text), { name: `${text.name}.txt` });
  const { name, kind, country } = text.source;
  const source = country === undefined ? { name, kind } : { name, kind, country };
  return extractClaims(layer, { source, published: text.published });
}
