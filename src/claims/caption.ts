/** Marks of a picture's caption: a label before it, or the agency of the picture behind it. */
const CAPTIONS = [
  /^(?:FILE(?: PHOTO)?|File photo|Photo|PHOTO|Picture|Image|Illustrative(?: image)?)(?: by [^:]{2,40})? ?[:—–-]/,
  /\[\p{Lu}[\p{Lu} /.,&-]{3,50}\]$/u,
  /\((?:[^()]{0,60}(?:Photo|Image)s?\/[^()]{2,40}|[^()]{2,40} via (?:AP|AFP|REUTERS|Reuters)|[^()]{2,40}\/(?:AP|AFP|REUTERS|Reuters|Getty Images)|(?:AP|AFP|Reuters) Photo)\)\.?$/u,
];

/** The text under a picture: it says what the picture shows, and whoever it names does not speak in the paragraphs around it. */
export function isCaption(text: string): boolean {
  return text.length <= 400 && CAPTIONS.some((pattern) => pattern.test(text.trim()));
}
