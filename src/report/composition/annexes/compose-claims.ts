import { printableText } from '../../../figures/drawing/markup.ts';
import { writeDate } from '../../../figures/drawing/words.ts';
import { claimantName } from '../../../findings/model/claimant-name.ts';
import type { ReportClaim } from '../../model/model.ts';
import { assertionWords, capitalise, statusWords, writeDates } from '../../model/words.ts';
import { type ManuscriptBlock, plainParagraph, type Row, textOf } from '../manuscript.ts';
import { uniformStatus, type Writer } from '../writer.ts';

/** Every claim of the report, and what others have said of it. */
export function composeClaims(writer: Writer): readonly ManuscriptBlock[] {
  const { claims } = writer.model;
  if (claims.length === 0) return [plainParagraph('No claim was found in the documents.')];
  const status = uniformStatus(writer.model);
  const reviewed = claims.some(({ othersReviews = [] }) => othersReviews.length > 0);
  return [
    ...(status === null ? [] : [plainParagraph(`All claims of this report are ${statusWords(status)}.`)]),
    ...(reviewed
      ? [
          plainParagraph(
            'What other organisations have said of a claim stands next to it, as their records have it. It is no review of this report.',
          ),
        ]
      : []),
    {
      kind: 'table',
      dense: true,
      caption: 'All claims of the documents; the note quotes the passage',
      head: [
        'Claimant',
        'What is said',
        'How',
        ...(status === null ? ['Status'] : []),
        ...(reviewed ? ['Reviewed by others'] : []),
        'Claim',
      ],
      rows: claims.map(
        (claim): Row => [
          [...textOf(claimantName(claim.claimant)), writer.claimNote(claim.id)],
          textOf(printableText(claim.statement)),
          textOf(describeAssertion(claim)),
          ...(status === null ? [textOf(statusWords(claim.status))] : []),
          ...(reviewed ? [textOf(describeOthersReviews(claim))] : []),
          [{ kind: 'code', text: claim.id }],
        ],
      ),
    },
  ];
}

/** "rejected by B. Colleague, as recorded by Y, on 3 May 2024: The figure is misread." */
function describeOthersReviews({ othersReviews = [] }: ReportClaim): string {
  return othersReviews
    .map(({ status, by, at, reason, marking }) => {
      const said = `${statusWords(status)} by ${by}, on ${writeDate(at.slice(0, 10))}`;
      return printableText(
        `${said}${marking === undefined ? '' : ` (marked ${marking})`}${reason === undefined ? '' : `: ${reason}`}`,
      );
    })
    .join('; ');
}

function describeAssertion(claim: ReportClaim): string {
  return `${assertionWords(claim)}, ${claim.speech.replaceAll('-', ' ')}`;
}

/** What falls short of a finding, with what is missing; no law is named here, since nothing is there to be tested. */
export function composeLeads(writer: Writer): readonly ManuscriptBlock[] {
  const { leads } = writer.model;
  return [
    plainParagraph(
      'A lead is what claims seem to say and what a finding would need more for. It is a note for whoever goes on with the work: nothing in this annex is alleged by this report.',
    ),
    {
      kind: 'table',
      dense: true,
      caption: 'Leads, with what the program did not read in them; the passages may say it',
      head: ['What the claims say', 'What is missing'],
      rows: leads.map(({ claims, missing }): Row => {
        const said = claims.flatMap((id, i) => {
          const claim = writer.claim(id);
          const words = `${i === 0 ? '' : ' '}${capitalise(claimantName(claim.claimant))}: ${printableText(claim.statement)}`;
          return [...textOf(words), writer.claimNote(id)];
        });
        return [said, textOf(missing.map(writeDates).join('; '))];
      }),
    },
  ];
}
