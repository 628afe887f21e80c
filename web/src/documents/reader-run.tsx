import { hiddenParts } from './hidden-characters.ts';

/**
 * A run of the document's text with the offset at which it begins. Characters that hide, or turn the order of others, are
 * shown by their number and shut in, so that a passage cannot read otherwise than its bytes.
 */
export function ReaderRun({ start, text }: { readonly start: number; readonly text: string }) {
  const parts = hiddenParts(text);
  return (
    <>
      {parts.map(({ at, text: part, code }) => (
        <span
          key={at}
          data-start={start + at}
          className={code === null ? undefined : 'hidden-character'}
          data-code={code ?? undefined}
        >
          {part}
        </span>
      ))}
    </>
  );
}
