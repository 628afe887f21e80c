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
      <span className="context">{lead(before, 'before')}</span>
      <mark>{quote}</mark>
      <span className="context">{lead(after, 'after')}</span>
    </blockquote>
  );
}

/** Marks where the context was cut out of the running text. */
function lead(text: string, side: 'before' | 'after'): string {
  if (text.trim() === '') return '';
  return side === 'before' ? `… ${text.trimStart()}` : `${text.trimEnd()} …`;
}
