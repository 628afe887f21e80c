import type { DocumentSummary } from '../../../src/app/workbench/contract/document.ts';

export const KIND_WORDS: Readonly<Record<DocumentSummary['kind'], string>> = {
  html: 'web page',
  pdf: 'PDF',
  docx: 'Word',
  text: 'text',
};

/** "340 B", "12 kB", "3.4 MB", as decimal multiples. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
