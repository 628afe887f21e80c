import { Link } from '@tanstack/react-router';
import type { FindingSummary } from '../../../src/app/workbench/contract/finding.ts';
import { answerInWords, elementsInWords, periodInWords, repliesInWords } from './finding-words.ts';

/** A finding in the list: what is said, what the law says of it, and how it stands. */
export function FindingRow({ finding }: { readonly finding: FindingSummary }) {
  const { allegation } = finding;
  const denials = finding.dissents.length;
  const notes = [
    repliesInWords(finding),
    finding.challenges === 0 ? null : `${finding.challenges} challenged`,
    finding.corrections === 0 ? null : `${finding.corrections} corrected`,
  ].filter((note) => note !== null);
  return (
    <li className="finding-row">
      <div className="finding-what">
        <h3>
          <Link to="/findings/$id" params={{ id: finding.id }}>
            {finding.review === 'proposed' ? `Alleged ${lowerFirst(finding.title)}` : finding.title}
          </Link>
        </h3>
        <p>{finding.statusReason}</p>
        <p className="hint">{standingOf(finding)}</p>
      </div>
      <dl className="finding-facts">
        <Fact name={finding.review === 'proposed' ? 'By rule, if so' : 'Verdict'} value={answerInWords(finding)} />
        <Fact name="When" value={periodInWords(allegation.period) ?? 'undated'} />
        <Fact name="Elements" value={elementsInWords(finding.elements)} />
        <Fact name="Claims" value={String(finding.claims.length)} />
        <Fact name="Dissent" value={denials === 0 ? 'none' : String(denials)} />
        <Fact name="Replies" value={notes.length === 0 ? 'nobody asked' : notes.join('; ')} />
      </dl>
    </li>
  );
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

function standingOf({ made, review, reviewedBy }: FindingSummary): string {
  if (made !== null) return `Made by ${made.by} on ${made.at.slice(0, 10)}`;
  if (review === 'proposed' || reviewedBy === null) return 'Proposed by the program, reviewed by nobody';
  const day = reviewedBy.at.slice(0, 10);
  return review === 'accepted' ? `Accepted by ${reviewedBy.by} on ${day}` : `Left out by ${reviewedBy.by} on ${day}`;
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
