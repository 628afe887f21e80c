import { formatDecimal } from '../../../core/decimal.ts';
import type { ReportModel, ReportRecord } from '../../model/model.ts';
import { type ManuscriptBlock, plainParagraph, textOf } from '../manuscript.ts';

/** The state of the record, and how to verify it. */
export function composeRecord({ record, method, generatedAt }: ReportModel): readonly ManuscriptBlock[] {
  const versions = record.versions.map(({ name, version }) => `${name} ${version}`).join(', ');
  return [
    plainParagraph(
      `This report was made from a record of ${record.acts === 1 ? 'one act' : `${formatDecimal(String(record.acts))} acts`}. The checkpoint below is the record’s signed state when the report was made. Whoever keeps a copy of it can later show whether the record was rewritten.`,
    ),
    { kind: 'verbatim', name: 'Signed checkpoint', text: record.checkpoint },
    {
      kind: 'facts',
      facts: [
        { term: 'Log', value: [{ kind: 'code', text: record.origin }] },
        { term: 'Public key', value: [{ kind: 'code', text: record.vkey }] },
        { term: 'Made at', value: textOf(`${generatedAt} (UTC)`) },
        { term: 'Programs', value: textOf(versions === '' ? 'not recorded' : versions) },
        {
          term: 'Method',
          value: [
            ...textOf(`statement of method, version ${method.version}, SHA-256 `),
            { kind: 'code', text: method.hash },
          ],
        },
      ],
    },
    plainParagraph(
      'To verify: save the checkpoint, from its first line to the end of the line that begins with a dash, as a file named checkpoint. With the record at hand, run the first command; it says “consistent with what you hold” when nothing in the record up to this state was altered. The second gives a proof for any act or document named in this report, and for any claim that a person has reviewed, graded or linked: until then a claim stands in no act, and follows from its document. Any program that reads C2SP proofs can check it.',
    ),
    {
      kind: 'verbatim',
      name: 'Commands',
      text: `panel record verify --checkpoint checkpoint --key '${record.vkey}'\npanel record prove ID --out proof.tlog-proof`,
    },
    ...composeWitnesses(record.witnesses),
    plainParagraph(
      'A verified record shows that what stands in it has not been altered. It does not show that a document tells the truth, or that the record is complete.',
    ),
  ];
}

/** Who else has seen the record's state: what a reader can hold against its keeper. */
function composeWitnesses(witnesses: ReportRecord['witnesses']): readonly ManuscriptBlock[] {
  if (witnesses === undefined) return [];
  const { acts, isEnough, of, policy } = witnesses;
  const number = witnesses.witnesses.length;
  return [
    plainParagraph(
      `The record over ${acts === 1 ? 'one act' : `${formatDecimal(String(acts))} acts`} was cosigned by ${number} of the ${of} witnesses that it names${isEnough ? '' : ', which are fewer than it asks for'}. Each states that at that time this was the largest state of this record that it had seen, and that it continues every earlier one. ${policy.join(' ')}`,
    ),
    {
      kind: 'table',
      caption: 'Witnesses of the record',
      head: ['Witness', 'Key', 'Time (UTC)', 'What it does'],
      rows: witnesses.witnesses.map(({ name, key, time, kept }) => [
        textOf(name),
        [{ kind: 'code', text: key }],
        textOf(time),
        textOf(kept ? 'stores a copy' : 'saw it grow'),
      ]),
    },
    { kind: 'verbatim', name: 'Cosigned note', text: witnesses.note },
    plainParagraph(
      'Any program that reads C2SP cosignatures can check these lines against the keys of the witnesses, which are to be had from the witnesses and not from this report. With this program: panel record verify --policy FILE.',
    ),
  ];
}
