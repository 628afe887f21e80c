import { type PageKind, pageKindOf, pageWords } from '../../../src/figures/drawing/source-words.ts';
import { Tag } from '../parts/tag.tsx';

const EFFECTS: Readonly<Record<string, string>> = {
  prohibits: 'prohibits',
  caps: 'caps',
  requires: 'requires',
  'calls-upon': 'calls upon',
  exempts: 'exempts',
  establishes: 'establishes',
  reaffirms: 'reaffirms',
};

/** What a paragraph does, in words. */
export function effectWords(effect: string): string {
  return EFFECTS[effect] ?? effect;
}

/** The page is named where it is none of the United Nations or of a State. */
const PAGE_NAMES: Readonly<Record<PageKind, string>> = {
  official: 'Official page',
  encyclopaedia: 'Encyclopaedia',
  other: 'Unofficial page',
};

/** Whether the paragraph was read at its source, and where that is. A recalled one is not to be relied upon unread. */
export function SourceOf({
  evidence,
  source,
}: {
  readonly evidence: string;
  readonly source: string | null | undefined;
}) {
  return (
    <span className="law-source">
      {evidence === 'recalled' ? (
        <Tag tone="open" title="Written from memory of the text; not yet read against its source">
          recalled
        </Tag>
      ) : (
        <Tag tone="muted" title="Read at the source">
          seen
        </Tag>
      )}
      {source ? (
        <a href={source} target="_blank" rel="noreferrer noopener" title={pageWords(source)}>
          {PAGE_NAMES[pageKindOf(source)]}
        </a>
      ) : null}
    </span>
  );
}

/** From when to when; both days count. */
export function Term({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  return (
    <span className="law-term">
      <span className="nowrap">{from ?? 'undated'}</span>{' '}
      <span className="nowrap">{to === null ? 'without an end' : `to ${to}`}</span>
    </span>
  );
}
