import { Link } from '@tanstack/react-router';
import type { ClaimComparison } from '../../../src/app/workbench/contract/claim.ts';
import type { ReportComparison } from '../../../src/app/workbench/contract/incident.ts';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { RelationTag } from '../claims/panel/claim-compare.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Skeleton } from '../parts/skeleton.tsx';

type ComparedRow = ReportComparison['rows'][number];
type Relation = ReportComparison['relations'][number];

/** The relation of two rows, turned so that `a` is the first of them; undefined when the comparison left this pair out. */
export function relationOf(comparison: ReportComparison, a: ComparedRow, b: ComparedRow): Relation | undefined {
  const straight = comparison.relations.find((one) => one.a === a.id && one.b === b.id);
  if (straight !== undefined) return straight;
  const turned = comparison.relations.find((one) => one.a === b.id && one.b === a.id);
  if (turned === undefined) return undefined;
  const narrower = turned.narrower === null ? null : turned.narrower === 'a' ? 'b' : 'a';
  return { ...turned, a: a.id, b: b.id, narrower };
}

/** How two figures stand to each other, with the reason; asked of the server where the comparison does not say. */
export function PairRelation({
  a,
  b,
  relation,
  letters,
}: {
  readonly a: ComparedRow;
  readonly b: ComparedRow;
  readonly relation: Relation | undefined;
  readonly letters: ReadonlyMap<string, string>;
}) {
  const [letterA, letterB] = [letters.get(a.id) ?? '', letters.get(b.id) ?? ''];
  const asked = useApi<ClaimComparison>(
    relation === undefined && a.claim !== b.claim ? withQuery('/claims/compare', { a: a.claim, b: b.claim }) : null,
  );
  const found = relation ?? asked.data?.pairs.find((pair) => pair.a.raw === a.raw && pair.b.raw === b.raw);
  return (
    <div className="pair-relation">
      <p className="pair-names">
        <strong>{letterA}</strong> <ClaimLink row={a} /> and <strong>{letterB}</strong> <ClaimLink row={b} />
      </p>
      {found !== undefined ? (
        <>
          <p>
            <RelationTag pair={found} a={letterA} b={letterB} />
          </p>
          <p>{found.reason}</p>
        </>
      ) : asked.problem !== null ? (
        <ErrorNote problem={asked.problem} onRetry={asked.retry} />
      ) : asked.loading ? (
        <Skeleton lines={1} label="Comparing" />
      ) : (
        <p className="muted">They stand in one claim or count different things, so they are not compared.</p>
      )}
    </div>
  );
}

function ClaimLink({ row }: { readonly row: ComparedRow }) {
  return (
    <>
      <Link to="/claims" search={{ claim: row.claim }}>
        {row.claimant}
      </Link>{' '}
      <q>{row.raw}</q>
    </>
  );
}
