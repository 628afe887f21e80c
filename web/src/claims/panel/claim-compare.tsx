import type { ClaimComparison, ClaimRow, Quantity } from '../../../../src/app/workbench/contract/claim.ts';
import { withQuery } from '../../api/client.ts';
import { type Answered, useApi } from '../../api/queries.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/tag.tsx';
import { attributionWords, quantityWords } from '../claim-words.ts';

type Sides = { readonly a: ClaimRow; readonly b: ClaimRow };
type Pair = ClaimComparison['pairs'][number];

/** Two claims side by side, and how every figure of one stands to every figure of the other. */
export function ClaimCompare({ a, b }: { readonly a: ClaimRow; readonly b: ClaimRow }) {
  const comparison = useComparison(a.id, b.id);
  return (
    <div className="claim-compare">
      <div className="claim-sides">
        <Side letter="A" row={a} />
        <Side letter="B" row={b} />
      </div>
      <PairRelations a={a} b={b} comparison={comparison} />
    </div>
  );
}

/** The comparison of two claims; none while that of another pair is still there. */
function useComparison(a: string, b: string): Answered<ClaimComparison> {
  return useApi<ClaimComparison>(withQuery('/claims/compare', { a, b }));
}

function Side({ letter, row }: { readonly letter: string; readonly row: ClaimRow }) {
  return (
    <section aria-label={`Claim ${letter}`}>
      <h3>
        <span className="letter">{letter}</span> {attributionWords(row)}
      </h3>
      <p className="muted">
        {row.title}, {row.published ?? 'undated'}
      </p>
      <blockquote>{row.quote}</blockquote>
    </section>
  );
}

function PairRelations({
  a,
  b,
  comparison: { data, problem, retry },
}: Sides & { readonly comparison: Answered<ClaimComparison> }) {
  if (problem !== null) return <ErrorNote problem={problem} onRetry={retry} />;
  if (data === undefined) return <Skeleton lines={3} label="Comparing" />;
  if (data.pairs.length === 0)
    return <p>At least one of the two states no figure, so there is nothing to lay side by side.</p>;
  return (
    <ul className="plain pair-relations">
      {data.pairs.map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two figures of one passage may be equal in every field
        <PairRelation key={at} pair={pair} a={a} b={b} />
      ))}
    </ul>
  );
}

function PairRelation({ pair, a, b }: Sides & { readonly pair: Pair }) {
  return (
    <li>
      <p>
        <RelationTag pair={pair} /> {figureWords('A', pair.a, a)} {figureWords('B', pair.b, b)}
      </p>
      <p className="muted">{pair.reason}</p>
    </li>
  );
}

function figureWords(letter: string, quantity: Quantity, claim: ClaimRow): string {
  return `${letter} “${quantity.raw}” (${quantityWords(quantity, claim)}).`;
}

const RELATION_WORDS: Readonly<Record<Pair['relation'], string>> = {
  same: 'the same',
  narrower: 'narrower',
  compatible: 'compatible',
  contradicts: 'contradict each other',
  incomparable: 'not comparable',
};

/** The relation in words; the letters name the two sides. */
export function RelationTag({
  pair: { relation, narrower, drift },
  a = 'A',
  b = 'B',
}: {
  readonly pair: Pick<Pair, 'relation' | 'drift' | 'narrower'>;
  readonly a?: string;
  readonly b?: string;
}) {
  const tone = relation === 'contradicts' ? 'alert' : relation === 'incomparable' ? 'muted' : 'strong';
  return (
    <>
      <Tag tone={tone}>
        {narrower === null ? RELATION_WORDS[relation] : `${narrower === 'a' ? a : b} is narrower, no conflict`}
      </Tag>
      {drift ? <Tag tone="open">possible drift</Tag> : null}
    </>
  );
}
