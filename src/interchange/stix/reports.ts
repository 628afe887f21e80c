import type { ExportedFinding, ExportedRecord } from '../model/exported.ts';
import { FINDING_STANDARD, findingReviewWords } from '../model/review-words.ts';
import type { Identities } from './identities.ts';
import { type StixObject, stixId, stixObject } from './stix-object.ts';

/**
 * Findings: as reports where a person made or accepted them. What the program proposes is a note that says so, because a
 * report is read as somebody's publication.
 */
export function findingObjects(record: ExportedRecord, { maker }: Identities): readonly StixObject[] {
  const { origin, findings } = record;
  return findings.map((finding) => {
    const { at, title } = finding;
    const refs = finding.claims.map((claim) => stixId('note', origin, claim));
    const since = at ?? record.at;
    if (at !== null)
      return stixObject(
        'report',
        { origin, name: finding.id, at },
        {
          created_by_ref: maker,
          name: title,
          description: wordsOf(finding).join('\n'),
          published: at,
          labels: [`finding:${finding.status}`, finding.review],
          object_refs: refs.length > 0 ? refs : [maker],
        },
      );
    return stixObject(
      'note',
      { origin, name: finding.id, at: since },
      {
        created_by_ref: maker,
        abstract: `Proposed, not reviewed: ${title}`,
        content: wordsOf(finding).join('\n'),
        labels: ['not-reviewed', `finding:${finding.status}`],
        object_refs: refs.length > 0 ? refs : [maker],
      },
    );
  });
}

function wordsOf(finding: ExportedFinding): readonly string[] {
  const { statusReason, status, verdict, provisions, dissents } = finding;
  return [
    findingReviewWords(finding),
    FINDING_STANDARD,
    `Status: ${status}. ${statusReason}`,
    `If it took place as alleged: ${verdict}${provisions.length === 0 ? '' : ` (${provisions.join('; ')})`}.`,
    ...dissents.map(({ by, text }) => `Dissent: ${by}: “${text}”`),
  ];
}
