import type { FindingDetail } from '../../../src/app/workbench/contract/finding.ts';
import { Tag } from '../parts/tag.tsx';
import { ClaimMarks } from './claim-mark.tsx';
import { ELEMENT_TONES, ELEMENT_WORDS } from './finding-words.ts';
import { FindingSection } from './section.tsx';

/** Each thing that must be shown for the provision to be breached, and which passages speak to it. */
export function Elements({ detail }: { readonly detail: FindingDetail }) {
  return (
    <FindingSection id="elements">
      <ul className="plain elements">
        {detail.summary.elements.map(({ text, state, claims }) => (
          <li key={text}>
            <span className="element-text">{text}</span>
            <Tag tone={ELEMENT_TONES[state]}>{ELEMENT_WORDS[state]}</Tag>
            <ClaimMarks ids={claims} claims={detail.claims} />
          </li>
        ))}
      </ul>
    </FindingSection>
  );
}
