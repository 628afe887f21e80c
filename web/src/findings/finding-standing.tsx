import { Link } from '@tanstack/react-router';
import type { FindingDetail, FindingSummary } from '../../../src/app/workbench/contract/finding.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { MonoId } from '../parts/mono-id.tsx';
import { Tag } from '../parts/tag.tsx';
import { Day } from '../parts/time.tsx';
import type { Search } from '../session/address.ts';
import { answerInWords, STATUS_TONES, STATUS_WORDS } from './finding-words.ts';
import { SECTIONS, type SectionId } from './section.tsx';

/** How the finding stands, and what the page holds: beside it where there is room. */
export function FindingStanding({ detail }: { readonly detail: FindingDetail }) {
  const { summary } = detail;
  const { made, assessment } = summary;
  const { monitor } = assessment;
  const sections = (Object.keys(SECTIONS) as SectionId[]).filter(
    (section) =>
      (section !== 'total' || summary.total !== undefined) && (section !== 'tracks' || summary.events !== undefined),
  );
  const counts: Partial<Record<SectionId, number>> = {
    elements: summary.elements.length,
    provisions: assessment.grounds.length,
    evidence: detail.claims.length,
    dissent: summary.dissents.length,
    replies: detail.replies.length,
    challenges: detail.challenges.length,
    corrections: detail.corrections.length,
    recommendations: detail.recommendations.length,
    history: detail.history.length,
  };
  return (
    <aside className="finding-standing" aria-label="How it stands">
      <p className="standing-status">
        <Tag tone={STATUS_TONES[summary.status]}>{STATUS_WORDS[summary.status]}</Tag> {summary.statusReason}
      </p>
      <DefinitionList
        rows={[
          [
            'Verdict',
            <span key="verdict">
              {answerInWords(summary)}, law of <Day date={summary.activity.date} />
            </span>,
          ],
          ['Panel that day', monitor.panel ?? 'none had a mandate'],
          ['Committee', monitor.committee],
          ['Outside the U.N.', monitor.outsideUn.join(', ')],
          ['Made by', made === null ? 'proposed by the program' : made.by],
          ['Made on', made === null ? null : <Day key="made" date={made.at.slice(0, 10)} />],
          ['Identifier', <MonoId key="id" id={summary.id} />],
        ]}
      />
      <nav aria-label="On this page">
        <ol className="plain contents">
          {sections.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{SECTIONS[section]}</a>
              {counts[section] === undefined ? null : <span className="count">{counts[section]}</span>}
            </li>
          ))}
        </ol>
      </nav>
      <ul className="plain">
        <li>
          <Link to="/report" search={{ findings: summary.id }}>
            Report on this finding
          </Link>
        </li>
        {made === null ? (
          <li>
            <Link to="/findings" search={adopting(summary)}>
              Make it a finding of one’s own
            </Link>
          </li>
        ) : null}
      </ul>
    </aside>
  );
}

/** The page that makes findings, filled in with what the program proposes. */
function adopting({ claims, regime, activity, title }: FindingSummary): Search {
  return { make: '1', claims: claims.join(','), regime, activity: JSON.stringify(activity), title };
}
