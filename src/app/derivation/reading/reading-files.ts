/** The file of a document's text and claims in `readings/`. */
export function readingFileOf(document: string): string {
  return `${document.slice('sha256:'.length)}.json`;
}

/** The file of whom and what it names, beside that. */
export function mentionFileOf(document: string): string {
  return `${document.slice('sha256:'.length)}.names.json`;
}
