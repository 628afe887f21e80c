import type { FindingDetail } from '../../../src/app/workbench/contract/finding.ts';
import { ClaimMarks } from './claim-mark.tsx';
import { FindingSection } from './section.tsx';

/** Who denies or doubts it, in their own words: it is printed beside the finding. */
export function Dissents({ detail }: { readonly detail: FindingDetail }) {
  const { dissents } = detail.summary;
  return (
    <FindingSection
      id="dissent"
      empty={
        dissents.length === 0 ? 'No claim denies or doubts it. That nobody was heard to deny it is no proof.' : null
      }
    >
      <ul className="plain said">
        {dissents.map(({ by, text, claim }) => (
          <li key={`${claim} ${by} ${text}`}>
            <div className="said-head">
              <h3>{by}</h3>
              <ClaimMarks ids={[claim]} claims={detail.claims} />
            </div>
            <blockquote lang="">{text}</blockquote>
          </li>
        ))}
      </ul>
    </FindingSection>
  );
}
