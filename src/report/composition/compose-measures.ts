import { pageKindOf } from '../../figures/drawing/source-words.ts';
import { writeShortDate } from '../../figures/drawing/words.ts';
import type { RegimeStatus, ReportProvision } from '../model/model.ts';
import { verdictWords } from '../model/words.ts';
import { type Inline, type ManuscriptBlock, type Row, textOf } from './manuscript.ts';
import { measureAnchor, type Writer, webAddress } from './writer.ts';

/** The measures by subject: how many paragraphs are in force, which, and since when the first. The annex has each of them. */
export function measuresBySubject(regime: RegimeStatus, writer: Writer): ManuscriptBlock {
  const inForce = sortProvisions(regime.provisions.filter((provision) => provision.inForce));
  return {
    kind: 'table',
    dense: true,
    caption: 'Measures in force, by subject',
    head: ['Subject', 'In force', 'Paragraphs', 'First since'],
    rows: subjectsOf(inForce).map((subject): Row => {
      const own = inForce.filter((provision) => provision.subject === subject);
      return [
        textOf(subject),
        textOf(String(own.length)),
        citeProvisions(
          own.map(({ id }) => id),
          writer,
        ),
        textOf(unbroken(writeShortDate(own[0]?.from ?? writer.model.asOf))),
      ];
    }),
  };
}

/** "S/RES/1718(2006) OP8(a), OP8(b); S/RES/1874(2009) OP9": each decision is named once. */
export function citeProvisions(ids: readonly string[], writer: Writer): readonly Inline[] {
  let decision = '';
  return ids.flatMap((id, i): readonly Inline[] => {
    const at = id.lastIndexOf(' OP');
    const own = at < 0 ? id : id.slice(0, at);
    const same = i > 0 && own === decision && at >= 0;
    decision = own;
    const before = i === 0 ? [] : textOf(same ? ', ' : '; ');
    return [...before, ...writer.provision(id, same ? id.slice(at + 1) : id)];
  });
}

/** Every paragraph in force, and every ended one that the report points to, a line each. */
export function composeMeasuresAnnex(writer: Writer): readonly ManuscriptBlock[] {
  return writer.model.regimes.flatMap((regime): readonly ManuscriptBlock[] => {
    const listed = sortProvisions(regime.provisions.filter(({ inForce, id }) => inForce || writer.cites(id)));
    if (listed.length === 0) return [];
    const lines = subjectsOf(listed).flatMap((subject) => [
      { anchor: null, row: [[{ kind: 'strong', text: subject }]] as Row },
      ...listed
        .filter((provision) => provision.subject === subject)
        .map((provision) => ({ anchor: measureAnchor(provision.id), row: measureRow(provision) })),
    ]);
    return [
      {
        kind: 'table',
        dense: true,
        caption: `${regime.name}. Seen: the text of the paragraph was consulted, on an official page where nothing else is said; seen elsewhere: on a page that is not official. Recalled: it was not, and must be checked against the official document before anyone relies on it.`,
        head: ['Paragraph', 'What it does', 'Effect', 'Since', 'Text'],
        rows: lines.map(({ row }) => row),
        anchors: lines.map(({ anchor }) => anchor),
      },
    ];
  });
}

function measureRow(provision: ReportProvision): Row {
  const until = provision.to === null ? '' : ` to ${unbroken(writeShortDate(provision.to))}`;
  return [
    [{ kind: 'strong', text: provision.id }],
    textOf(provision.text),
    textOf(verdictWords(provision.effect)),
    textOf(`${unbroken(writeShortDate(provision.from))}${until}`),
    evidenceCell(provision),
  ];
}

/** A date that stays on one line of a narrow column. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Whether the text of a paragraph was consulted, pointing to where it stands. */
export function evidenceCell({ evidence, source }: Pick<ReportProvision, 'evidence' | 'source'>): readonly Inline[] {
  const kind = source ? pageKindOf(source) : 'official';
  const where = kind === 'official' ? '' : kind === 'encyclopaedia' ? ' in an encyclopaedia' : ' elsewhere';
  const words = evidence === 'seen' ? `seen${where}` : 'recalled';
  const address = webAddress(source ?? null);
  return [
    address?.kind === 'address'
      ? { ...address, text: words }
      : { kind: evidence === 'seen' ? 'text' : 'strong', text: words },
  ];
}

function sortProvisions(provisions: readonly ReportProvision[]): readonly ReportProvision[] {
  return [...provisions].sort((a, b) => compare(a.from, b.from) || compare(paddedNumbers(a.id), paddedNumbers(b.id)));
}

/** Subjects in the order in which the Council took them up. */
function subjectsOf(provisions: readonly ReportProvision[]): readonly string[] {
  return [...new Set(provisions.map(({ subject }) => subject))];
}

/** So that OP9 comes before OP10. */
function paddedNumbers(id: string): string {
  return id.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
