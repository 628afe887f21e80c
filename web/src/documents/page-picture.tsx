import { useState } from 'react';
import type { DocumentDetail, PageWords } from '../../../src/app/workbench/contract/record/document.ts';
import { pagePictureAddress } from '../api/client.ts';
import { useApi } from '../api/queries.ts';

type Recognised = DocumentDetail['recognised'][number];

/** Below this confidence a word is marked. It says where to look first, and nothing of the others: they may be wrong too. */
const DOUBTED = 80;

/** The picture that the text beside it was read off, with each word at its place. */
export function PagePicture({
  document,
  recognised: { page, by, confidence, languages },
  marked,
}: {
  readonly document: string;
  readonly recognised: Recognised;
  /** The passage that is chosen in the text. */
  readonly marked: { readonly start: number; readonly end: number } | null;
}) {
  const [shown, setShown] = useState(true);
  const { data } = useApi<PageWords>(
    by === 'reader' && shown ? `/documents/${encodeURIComponent(document)}/pages/${page}/words` : null,
  );
  return (
    <details
      className="page-picture"
      open={shown}
      onToggle={({ currentTarget }) => setShown(currentTarget.open)}
      aria-label={`Picture of page ${page}`}
    >
      <summary>
        {by === 'reader'
          ? `Read off this picture by a program (${languages}), with a mean confidence of ${confidence} of 100`
          : 'The text was laid over this picture by whoever made the file'}
      </summary>
      {shown ? (
        <div className="page-picture-frame">
          <img src={pagePictureAddress(document, page)} alt={`Page ${page} as it came`} loading="lazy" />
          {data?.words.map(({ start, end, text, box: [left, top, width, height], confidence: certain }) => (
            <span
              key={start}
              className={[
                'page-word',
                certain < DOUBTED ? 'doubted' : null,
                marked !== null && start < marked.end && end > marked.start ? 'chosen' : null,
              ]
                .filter(Boolean)
                .join(' ')}
              title={`${text} (confidence ${certain})`}
              style={{ left: `${left / 10}%`, top: `${top / 10}%`, width: `${width / 10}%`, height: `${height / 10}%` }}
            />
          ))}
        </div>
      ) : null}
    </details>
  );
}
