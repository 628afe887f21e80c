import { hiddenParts } from './hidden-characters.ts';
import { cutAt, type SoughtSpan } from './sought-passage.ts';

/**
 * A run of the document's text with the offset at which it begins. Characters that hide, or turn the order of others, are
 * shown by their number and shut in, so that a passage cannot read otherwise than its bytes. What a search led to is marked.
 */
export function ReaderRun({
  start,
  text,
  sought,
}: {
  readonly start: number;
  readonly text: string;
  readonly sought: SoughtSpan | null;
}) {
  const parts = hiddenParts(text).flatMap((part) => cutAt(part, start, sought));
  return (
    <>
      {parts.map(({ at, text: part, code, isSought }) => (
        <span
          key={at}
          data-start={start + at}
          className={code !== null ? 'hidden-character' : isSought ? 'sought' : undefined}
          data-code={code ?? undefined}
        >
          {part}
        </span>
      ))}
    </>
  );
}
