import { printableText } from '../../../../src/figures/drawing/markup.ts';

/** The passage with the text around it: a sentence is read in its place, or misread. */
export function ClaimPassage({
  before,
  quote,
  after,
}: {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}) {
  return (
    <blockquote className="claim-passage">
      <span className="context">{lastWords(printableText(before))}</span>
      <mark>{printableText(quote)}</mark>
      <span className="context">{firstWords(printableText(after))}</span>
    </blockquote>
  );
}

/** Characters of context on each side; more is read in the document. */
const AROUND = 220;

/** The end of what stands before, from the beginning of a word on. */
function lastWords(text: string): string {
  if (text.trim() === '') return '';
  const kept = text.length <= AROUND ? text : text.slice(-AROUND).replace(/^\S*\s/, '');
  return `… ${kept.trimStart()}`;
}

function firstWords(text: string): string {
  if (text.trim() === '') return '';
  const kept = text.length <= AROUND ? text : text.slice(0, AROUND).replace(/\s\S*$/, '');
  return `${kept.trimEnd()} …`;
}
