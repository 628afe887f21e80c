import { formatDecimal } from '../../core/decimal.ts';
import { printableText } from '../../figures/drawing/markup.ts';
import { writeDate } from '../../figures/drawing/words.ts';
import { claimantName } from '../../findings/model/claimant-name.ts';
import type { ReportClaim, ReportDocument, ReportModel, ReportRecord, ReportScreening } from '../model/model.ts';
import {
  assertionWords,
  capitalise,
  claimantKindWords,
  mediaWords,
  reliabilityWords,
  romanNumeral,
  statusWords,
  writeDates,
} from '../model/words.ts';
import { besideName } from './beside-name.ts';
import { composeMeasuresAnnex } from './compose-measures.ts';
import { composeNamed } from './compose-named.ts';
import { composeTracks } from './compose-tracks.ts';
import { composeTrade } from './compose-trade.ts';
import { type ManuscriptBlock, type Row, type Section, textOf } from './manuscript.ts';
import { documentAnchor, documentNumber, sourceName, uniformStatus, type Writer, webAddress } from './writer.ts';

/** Annexes: the sources, the claims, the evidence, what was refused, the screening of names, and the record's own state. */
export function composeAnnexes(writer: Writer): readonly Section[] {
  const { model } = writer;
  const measures = composeMeasuresAnnex(writer);
  const drafts: (readonly [string, string, readonly ManuscriptBlock[]])[] = [
    ...(measures.length === 0 ? [] : [['measures', 'Measures, paragraph by paragraph', measures] as const]),
    ['sources', 'Sources and their reliability', composeSources(model)],
    ['claims', 'Claims', composeClaims(writer)],
    ...(model.named === undefined
      ? []
      : [
          ['named', 'Persons, entities and vessels named', composeNamed(model.named, model.relations, writer)] as const,
        ]),
    ...(model.trade === undefined
      ? []
      : [['trade', 'Trade figures against the caps', composeTrade(model.trade, writer)] as const]),
    ...(model.tracks === undefined ? [] : [['tracks', 'Ships’ tracks', composeTracks(model.tracks, writer)] as const]),
    ['evidence', 'Evidence', composeEvidence(model)],
    ['refused', 'Documents refused or not read', composeRefused(model)],
    ...(model.screening === null
      ? []
      : [['screening', 'Names screened against lists', composeScreening(model.screening, writer)] as const]),
    ...(model.leads.length === 0 ? [] : [['leads', 'Leads', composeLeads(writer)] as const]),
    ['record', 'The record', composeRecord(model)],
  ];
  return drafts.map(([id, title, blocks], i) => ({
    id: `annex-${id}`,
    numeral: `Annex ${romanNumeral(i + 1)}`,
    title,
    blocks,
  }));
}

function plain(text: string): ManuscriptBlock {
  return { kind: 'paragraph', number: null, text: textOf(text), aside: null };
}

function composeSources(model: ReportModel): readonly ManuscriptBlock[] {
  if (model.sources.length === 0) return [plain('No source was recorded.')];
  const documents = new Map<string, number>();
  for (const { source } of model.documents) documents.set(source, (documents.get(source) ?? 0) + 1);
  return [
    {
      kind: 'table',
      dense: true,
      caption: 'Sources, with the reliability given to each (Admiralty scale)',
      head: ['Source', 'Kind', 'Reliability', 'Reason', 'Documents'],
      rows: model.sources.map((source) => [
        [{ kind: 'strong', text: source.name }],
        textOf(claimantKindWords(source.kind)),
        textOf(reliabilityWords(source.reliability)),
        textOf(source.reason ?? ''),
        textOf(String(documents.get(source.id) ?? 0)),
      ]),
    },
  ];
}

function composeClaims(writer: Writer): readonly ManuscriptBlock[] {
  const { claims } = writer.model;
  if (claims.length === 0) return [plain('No claim was found in the documents.')];
  const status = uniformStatus(writer.model);
  const reviewed = claims.some(({ othersReviews = [] }) => othersReviews.length > 0);
  return [
    ...(status === null ? [] : [plain(`All claims of this report are ${statusWords(status)}.`)]),
    ...(reviewed
      ? [
          plain(
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

function composeEvidence(model: ReportModel): readonly ManuscriptBlock[] {
  if (model.documents.length === 0) return [plain('No document was taken in.')];
  return [
    {
      kind: 'table',
      dense: true,
      caption: 'The documents, each with the hash of its bytes and its custody',
      head: ['No.', 'Document', 'File', 'Hash and custody'],
      rows: model.documents.map((document, i) => documentRow(document, i + 1, model)),
      anchors: model.documents.map(({ id }) => documentAnchor(id)),
    },
  ];
}

function documentRow(document: ReportDocument, number: number, model: ReportModel): Row {
  const { asOf } = model;
  const source = sourceName(document, model);
  const address = webAddress(document.url);
  const published = document.published === null ? 'undated' : writeDate(document.published);
  const late = document.published !== null && document.published > asOf ? ', after the day of this report' : '';
  const custody =
    document.custody.length === 0
      ? 'custody not recorded'
      : document.custody.map(({ at, by, what }) => `${what} ${at.replace(/\.000Z$/, 'Z')} by ${by}`).join('; ');
  const language = document.language === null ? '' : `, language ${document.language}`;
  return [
    textOf(String(number)),
    [
      { kind: 'emphasis', text: document.title },
      ...textOf(`. ${source}, ${published}${late}`),
      ...(address === null ? [] : [...textOf('. '), address]),
    ],
    [
      { kind: 'file', text: document.file },
      ...textOf(`, ${mediaWords(document.mediaType)}, ${formatDecimal(String(document.size))} bytes${language}`),
    ],
    [
      { kind: 'code', text: document.id },
      ...textOf(' (bytes) '),
      { kind: 'code', text: document.text },
      ...textOf(` (text) ${custody}`),
    ],
  ];
}

function composeRefused(model: ReportModel): readonly ManuscriptBlock[] {
  const { refused, unread, documents } = model;
  if (refused.length + unread.length === 0)
    return [plain('Every document of the dossier was taken in and read; none was refused.')];
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const kept: readonly ManuscriptBlock[] =
    unread.length === 0
      ? []
      : [
          {
            kind: 'table',
            dense: true,
            caption: 'Kept as evidence, but not read for claims, or not whole: what is not read is not in this report',
            head: ['Document', 'What is not read'],
            rows: unread.map(({ document, whole, words }) => [
              [
                { kind: 'emphasis', text: titles.get(document) ?? '' },
                ...textOf(' ('),
                { kind: 'link', target: documentAnchor(document), text: documentNumber(document, model) },
                ...textOf(')'),
              ],
              textOf(whole ? `It is ${words}.` : `Read only in part: ${words}.`),
            ]),
          },
        ];
  if (refused.length === 0) return [plain('No document of the dossier was refused.'), ...kept];
  return [
    ...kept,
    {
      kind: 'table',
      dense: true,
      caption: 'What could not be taken in, and why',
      head: ['File', 'Reason'],
      rows: refused.map(({ file, reason }) => [[{ kind: 'file', text: file }], textOf(reason)]),
    },
  ];
}

function composeScreening({ lists, hits, asked }: ReportScreening, writer: Writer): readonly ManuscriptBlock[] {
  const used = lists.map(({ name, version }) => `${name}${version === null ? '' : ` (version ${version})`}`).join('; ');
  const blocks: ManuscriptBlock[] = [
    plain(
      `${asked} ${asked === 1 ? 'name or number' : 'names and numbers'} of the claims asked for in the lists of the dossier: ${used === '' ? 'none' : used}. A score is how much names and numbers are alike, and identifies nobody: whoever bears a name may be somebody else than the entry of that name.`,
    ),
  ];
  if (hits.length === 0) return [...blocks, plain('No name reached the threshold.')];
  return [
    ...blocks,
    {
      kind: 'table',
      dense: true,
      caption: 'Names of the documents alongside entries of the lists',
      head: ['Name', 'Entry of such a name', 'Score', 'Reasons', 'Decision'],
      rows: hits.map((hit) => [
        [...textOf(hit.query), ...hit.claims.map((claim) => writer.claimNote(claim))],
        [{ kind: 'strong', text: hit.caption }, ...textOf(` (${hit.entityId})`)],
        textOf(hit.score.toFixed(2)),
        textOf(
          writeDates(
            [...hit.reasons, ...saidBeside(hit, writer), ...(hit.listAge === null ? [] : [hit.listAge])].join('; '),
          ),
        ),
        textOf(
          hit.decision !== null
            ? writeDates(hit.decision)
            : hit.another
              ? 'another of this name, unless a number or date is wrong; nobody has decided'
              : 'nobody has decided',
        ),
      ]),
    },
  ];
}

/** What the text itself says of whom it names, to be held against the entry. */
function saidBeside({ query, claims }: ReportScreening['hits'][number], writer: Writer): readonly string[] {
  const name = query.replace(/ IMO \d{7}$/, '');
  const said = besideName(
    name,
    claims.map((id) => writer.claim(id)),
  );
  return said.map((words) => `the text says beside the name: “${printableText(words)}”`);
}

/** What falls short of a finding, with what is missing; no law is named here, since nothing is there to be tested. */
function composeLeads(writer: Writer): readonly ManuscriptBlock[] {
  const { leads } = writer.model;
  return [
    plain(
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

function composeRecord({ record, method, generatedAt }: ReportModel): readonly ManuscriptBlock[] {
  const versions = record.versions.map(({ name, version }) => `${name} ${version}`).join(', ');
  return [
    plain(
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
    plain(
      'To verify: save the checkpoint, from its first line to the end of the line that begins with a dash, as a file named checkpoint. With the record at hand, run the first command; it says “consistent with what you hold” when nothing in the record up to this state was altered. The second gives a proof for any act or document named in this report, and for any claim that a person has reviewed, graded or linked: until then a claim stands in no act, and follows from its document. Any program that reads C2SP proofs can check it.',
    ),
    {
      kind: 'verbatim',
      name: 'Commands',
      text: `panel record verify --checkpoint checkpoint --key '${record.vkey}'\npanel record prove ID --out proof.tlog-proof`,
    },
    ...composeWitnesses(record.witnesses),
    plain(
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
    plain(
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
    plain(
      'Any program that reads C2SP cosignatures can check these lines against the keys of the witnesses, which are to be had from the witnesses and not from this report. With this program: panel record verify --policy FILE.',
    ),
  ];
}
