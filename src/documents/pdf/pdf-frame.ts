import type { PdfLine } from './pdf-lines.ts';

export type PdfPage = { readonly number: number; readonly height: number; readonly lines: readonly PdfLine[] };

const PAGE_MARK = /^(?:page\s+)?[-–—[(]?\s*\d{1,4}\s*[-–—\])]?(?:\s*(?:\/|of)\s*\d{1,4})?$/i;
const EDGE = 0.12;
const EDGE_LINES = 3;

/**
 * The pages without running heads and feet: lines at the upper or lower edge that come back on other pages with no change
 * but their numbers, and bare page numbers.
 */
export function withoutFrame(pages: readonly PdfPage[]): PdfPage[] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edgeLines(page).map((line) => keyOf(line, page))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const needed = pages.length <= 3 ? 2 : Math.max(3, Math.ceil(pages.length * 0.25));
  return pages.map((page) => {
    const edges = new Set(edgeLines(page));
    const lines = page.lines.filter(
      (line) => !(edges.has(line) && (PAGE_MARK.test(line.text) || (counts.get(keyOf(line, page)) ?? 0) >= needed)),
    );
    return { ...page, lines };
  });
}

/** The outermost lines within an eighth of the page's height from its upper and lower edge. */
function edgeLines(page: PdfPage): PdfLine[] {
  const byHeight = page.lines.filter(({ table }) => table === undefined).sort((a, b) => b.y - a.y);
  const top = byHeight.slice(0, EDGE_LINES).filter((line) => line.y > page.height * (1 - EDGE));
  const bottom = byHeight.slice(-EDGE_LINES).filter((line) => line.y < page.height * EDGE);
  return [...new Set([...top, ...bottom])];
}

function keyOf(line: PdfLine, page: PdfPage): string {
  const edge = line.y > page.height / 2 ? 'head' : 'foot';
  return `${edge} ${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, '#')}`;
}
