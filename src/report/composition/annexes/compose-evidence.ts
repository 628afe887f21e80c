import { formatDecimal } from '../../../core/decimal.ts';
import { printableText } from '../../../figures/drawing/markup.ts';
import { writeDate } from '../../../figures/drawing/words.ts';
import type { ReportDocument, ReportModel } from '../../model/model.ts';
import { mediaWords } from '../../model/words.ts';
import { type ManuscriptBlock, plainParagraph, type Row, textOf } from '../manuscript.ts';
import { documentAnchor, documentNumber, sourceName, webAddress } from '../writer.ts';

/** The documents with their hashes and custody. */
export function composeEvidence(model: ReportModel): readonly ManuscriptBlock[] {
  if (model.documents.length === 0) return [plainParagraph('No document was taken in.')];
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
      ...textOf(
        `. ${source}, ${published}${late}${document.marking === undefined ? '' : printableText(`, marked ${document.marking}`)}`,
      ),
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

/** What was not taken in, or not read. */
export function composeRefused(model: ReportModel): readonly ManuscriptBlock[] {
  const { refused, unread, documents } = model;
  if (refused.length + unread.length === 0)
    return [plainParagraph('Every document of the dossier was taken in and read; none was refused.')];
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
  if (refused.length === 0) return [plainParagraph('No document of the dossier was refused.'), ...kept];
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
