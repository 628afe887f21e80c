import { Link } from '@tanstack/react-router';
import type { FindingDetail, FindingSummary } from '../../../src/app/workbench/contract/finding.ts';
import { Tag } from '../parts/tag.tsx';
import { SourceOf } from '../regime/law.tsx';
import { missingFact } from '../regime/missing-fact.ts';
import { answerInWords, EXEMPTION_WORDS, VERDICT_WORDS } from './finding-words.ts';
import { FindingSection } from './section.tsx';

type Assessment = FindingSummary['assessment'];

/** The law of the day: which paragraphs the verdict rests on, what may exempt, and what was looked at and does not apply. */
export function Provisions({ detail }: { readonly detail: FindingDetail }) {
  const { summary } = detail;
  const { assessment, activity } = summary;
  const grounds = assessment.grounds.length;
  const answer = answerInWords(summary);
  return (
    <FindingSection
      id="provisions"
      lede={
        <>
          On {activity.date}: <strong>{VERDICT_WORDS[assessment.verdict].toLowerCase()}</strong>
          {grounds === 0 ? '' : `, by ${grounds === 1 ? 'one paragraph' : `${grounds} paragraphs`} in force that day`}.{' '}
          <Link to="/regime" search={{ regime: summary.regime, asOf: activity.date }}>
            See the regime on that day
          </Link>
          {answer === VERDICT_WORDS[assessment.verdict] ? null : (
            <>
              . <strong>{answer}</strong>
            </>
          )}
        </>
      }
    >
      {assessment.missing === undefined || assessment.missing.length === 0 ? null : (
        <p className="section-lede">
          <strong>Facts that are missing:</strong> {assessment.missing.map(missingFact).join('; ')}.
        </p>
      )}
      {assessment.practice === undefined || assessment.practice.length === 0 ? null : (
        <p className="section-lede">
          <strong>Practice so far, which settles nothing:</strong> {assessment.practice.join('; ')}.
        </p>
      )}
      <Grounds detail={detail} />
      <Exemptions assessment={assessment} />
      <Considered assessment={assessment} />
    </FindingSection>
  );
}

function Grounds({ detail }: { readonly detail: FindingDetail }) {
  const { assessment } = detail.summary;
  if (assessment.grounds.length === 0) return <p className="muted">No paragraph in force that day covers it.</p>;
  return (
    <ol className="plain grounds">
      {assessment.grounds.map((ground) => {
        const until = detail.provisions.find(({ id }) => id === ground.provision)?.to ?? null;
        return (
          <li key={ground.provision}>
            <div className="ground-head">
              <span className="mono">{ground.provision}</span>
              <Tag>{VERDICT_WORDS[ground.effect].toLowerCase()}</Tag>
              <span className="hint">
                in force since {ground.since}
                {until === null ? '' : `, until ${until}`}
              </span>
              <SourceOf evidence={ground.evidence} source={ground.source} />
            </div>
            <p>{ground.text}</p>
            {ground.missing === undefined || ground.missing.length === 0 ? null : (
              <p className="hint">It cannot be applied without: {ground.missing.map(missingFact).join('; ')}.</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Exemptions({ assessment }: { readonly assessment: Assessment }) {
  if (assessment.exemptions.length === 0) return null;
  return (
    <>
      <h3>Exemptions</h3>
      <ul className="plain grounds">
        {assessment.exemptions.map((exemption) => (
          <li key={`${exemption.provision} ${exemption.how}`}>
            <div className="ground-head">
              <span className="mono">{exemption.provision}</span>
              <Tag tone={exemption.met ? 'strong' : 'muted'}>{exemption.met ? 'met' : 'not met'}</Tag>
              <span className="hint">
                {EXEMPTION_WORDS[exemption.how]}, asked of {exemption.of.join(', ')}
              </span>
            </div>
            <p>{exemption.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Considered({ assessment }: { readonly assessment: Assessment }) {
  const count = assessment.considered.length;
  if (count === 0) return null;
  return (
    <details className="considered" data-prints>
      <summary>
        {count === 1 ? 'One more paragraph was' : `${count} more paragraphs were`} considered and set aside
      </summary>
      <ul className="plain grounds">
        {assessment.considered.map(({ provision, reason }) => (
          <li key={`${provision} ${reason}`}>
            <span className="mono">{provision}</span>
            <p>{reason}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
