import type { AssessmentAnswer } from '../../../src/app/workbench/contract/regime/regime.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { Tag } from '../parts/tag.tsx';
import { SourceOf } from './law.tsx';
import { missingFact } from './missing-fact.ts';

type Assessment = AssessmentAnswer['assessment'];
type Ground = Assessment['grounds'][number];

const EFFECTS: Readonly<Record<Assessment['verdict'], string>> = {
  prohibited: 'forbids it',
  'cap-exceeded': 'caps it, and the cap is exceeded',
  'approval-required': "forbids it without the Committee's approval",
  undetermined: 'cannot be applied yet',
  'notice-required': 'allows it on notice only',
  exempt: 'would forbid it, but an exemption is met',
  'within-cap': 'caps it, and the cap is kept',
  'not-covered': 'does not cover it',
};

/** The verdict and how it came about: every ground, exemption and rejected paragraph, and who had the mandate to watch. */
export function CheckAnswer({ answer: { assessment, lines } }: { readonly answer: AssessmentAnswer }) {
  const { grounds, exemptions, considered, monitor, missing, practice } = assessment;
  const recalled = grounds.filter(({ evidence }) => evidence === 'recalled').length;
  return (
    <>
      <h2 className="verdict">{lines[0]}</h2>
      {recalled > 0 ? (
        <p>
          {recalled === 1 ? 'One ground rests' : `${recalled} grounds rest`} on a paragraph that was recalled and not
          yet read at its source. Read it before you rely on it.
        </p>
      ) : null}
      <Missing facts={missing ?? []} practice={practice ?? []} />
      {grounds.length > 0 ? (
        <section className="section">
          <h3>Grounds</h3>
          <ol className="plain grounds">
            {grounds.map((ground) => (
              <GroundItem key={ground.provision} ground={ground} />
            ))}
          </ol>
        </section>
      ) : null}
      {exemptions.length > 0 ? (
        <section className="section">
          <h3>Exemptions</h3>
          <ul className="plain grounds">
            {exemptions.map((exemption) => (
              <li key={`${exemption.provision} ${exemption.how} ${exemption.text}`}>
                <p className="ground-head">
                  <span className="mono">{exemption.provision}</span> {exemption.how.replace('-', ' ')}{' '}
                  {exemption.met ? <Tag tone="strong">met</Tag> : <Tag tone="open">not stated as met</Tag>}{' '}
                  <span className="hint">asked of {exemption.of.join(', ')}</span>
                </p>
                <p>{exemption.text}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {considered.length > 0 ? (
        <section className="section">
          <h3>Considered and not applied</h3>
          <ul className="plain grounds">
            {considered.map(({ provision, reason }) => (
              <li key={`${provision} ${reason}`}>
                <span className="mono">{provision}</span>: {reason}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="section">
        <h3>Who had the mandate to watch</h3>
        <DefinitionList
          rows={[
            ['Committee', monitor.committee ?? 'none'],
            ['Expert body of the Council', monitor.panel ?? 'none'],
            ['Outside the U.N.', monitor.outsideUn.length > 0 ? monitor.outsideUn.join(', ') : 'none'],
          ]}
        />
      </section>
    </>
  );
}

function GroundItem({ ground }: { readonly ground: Ground }) {
  return (
    <li>
      <p className="ground-head">
        <span className="mono">{ground.provision}</span> {EFFECTS[ground.effect]}{' '}
        <span className="muted nowrap">in force since {ground.since}</span>{' '}
        <SourceOf evidence={ground.evidence} source={ground.source} />
      </p>
      <p>{ground.text}</p>
      <Missing facts={ground.missing ?? []} practice={ground.practice ?? []} />
    </li>
  );
}

type MissingProps = { readonly facts: readonly string[]; readonly practice: readonly string[] };

function Missing({ facts, practice }: MissingProps) {
  if (facts.length + practice.length === 0) return null;
  return (
    <ul className="missing">
      {facts.map((fact) => (
        <li key={fact}>Missing: {missingFact(fact)}.</li>
      ))}
      {practice.map((text) => (
        <li key={text}>Practice so far, which settles nothing: {text}.</li>
      ))}
    </ul>
  );
}
