import { addDays } from '../../core/time/calendar.ts';
import { writeDate } from '../../figures/drawing/words.ts';
import type { ReportModel } from '../model/model.ts';
import { printedTitle } from '../model/printed-title.ts';
import { verdictsInWords } from '../model/verdict-words.ts';
import { capitalise, findingStatusWords, numberWord, romanNumeral, withArticle, writeList } from '../model/words.ts';
import { composeAnnexes } from './annexes/compose-annexes.ts';
import { composeFinding } from './compose-findings.ts';
import { composeHearings, composeRecommendations, hasHearings, hasRecommendations } from './compose-hearing.ts';
import { composeRegime, expertMandates, lastEnded } from './compose-regime.ts';
import { composeChecks, composeComparison, composeOrigins, composePoints } from './compose-sources.ts';
import { type Manuscript, type ManuscriptBlock, type Section, type TermFact, textOf } from './manuscript.ts';
import { createWriter, type Writer } from './writer.ts';

/**
 * Lays a report out for printing: the same model gives the same manuscript.
 *
 * @throws ReportError when the model refers to a claim or document that it does not hold
 */
export function composeReport(model: ReportModel): Manuscript {
  const writer = createWriter(model);
  const drafts: (readonly [string, string, readonly ManuscriptBlock[]])[] = [
    ['summary', 'Summary', composeSummary(writer)],
    ['method', 'Method', composeMethod(writer)],
    ['measures', 'The measures, and who watches them', composeMeasures(writer)],
    ['sources', 'What the sources say', composeWhatSourcesSay(writer)],
    ['findings', 'Findings', composeFindings(writer)],
    ...(proposalsOf(model).length === 0
      ? []
      : [['proposed', 'Proposed, not reviewed', composeProposals(writer)] as const]),
    ...(hasHearings(writer) || model.unbound.length > 0
      ? [['hearings', 'Replies, challenges and corrections', composeHearings(writer)] as const]
      : []),
    ...(hasRecommendations(writer)
      ? [['recommendations', 'Recommendations', composeRecommendations(writer)] as const]
      : []),
  ];
  const sections: readonly Section[] = drafts.map(([id, title, blocks], i) => ({
    id,
    numeral: romanNumeral(i + 1),
    title,
    blocks,
  }));
  // Annexes point to notes too: they are written before the notes are gathered.
  const annexes = composeAnnexes(writer);
  return {
    language: model.language,
    symbol: model.symbol,
    title: model.title,
    subtitle: model.subtitle ?? null,
    date: writeDate(model.asOf),
    particulars: particularsOf(model),
    headline: headlineOf(model),
    sections,
    notes: writer.notes(),
    annexes,
  };
}

function particularsOf(model: ReportModel): readonly TermFact[] {
  const { period } = model;
  const bounds =
    period === null
      ? []
      : [period.from === null ? null : writeDate(period.from), period.to === null ? null : writeDate(period.to)];
  const [from, to] = bounds;
  const span = from && to ? `${from} to ${to}` : from ? `from ${from}` : to ? `until ${to}` : null;
  return [
    { term: 'As of', value: textOf(writeDate(model.asOf)) },
    ...(span === null ? [] : [{ term: 'Period', value: textOf(span) }]),
    ...(model.preparedBy.length === 0 ? [] : [{ term: 'Prepared by', value: textOf(model.preparedBy.join('; ')) }]),
    { term: 'Standard of proof', value: textOf(model.standard.name) },
    {
      term: 'Evidence',
      value: textOf(evidenceWords(model.counts)),
    },
  ];
}

/** "12 documents, 55 claims, 1 refused, 2 without a claim". */
function evidenceWords({ documents, claims, refused, unread }: ReportModel['counts']): string {
  const count = (number: number, noun: string) => `${number} ${number === 1 ? noun : `${noun}s`}`;
  return [
    count(documents, 'document'),
    count(claims, 'claim'),
    ...(refused === 0 ? [] : [`${refused} refused`]),
    ...(unread === 0 ? [] : [`${unread} without a claim`]),
  ].join(', ');
}

/** Who may watch, what is in force, and how firm the findings are. */
function headlineOf(model: ReportModel): Manuscript['headline'] {
  const items: Manuscript['headline'][number][] = [];
  const governing = model.regimes.filter(({ provisions }) => provisions.length > 0);
  for (const regime of governing.slice(0, 2)) {
    const ofRegime = governing.length === 1 ? '' : `, ${regime.name}`;
    const measures = regime.provisions.filter(({ inForce }) => inForce).length;
    items.push({ value: String(measures), words: `paragraphs of the measures in force${ofRegime}`, tone: 'plain' });
    const experts = expertMandates(regime);
    const bodies = experts.filter(({ inForce }) => inForce);
    const ended = lastEnded(experts, model.asOf);
    if (bodies.length > 0)
      items.push({
        value: 'Monitored',
        words: `by ${writeList([...new Set(bodies.map(({ body }) => withArticle(body)))])}${ofRegime}`,
        tone: 'good',
      });
    else
      items.push({
        value: 'No U.N. mandate',
        words: `to monitor the measures${ended === null ? '' : ` since ${writeDate(addDays(ended.to, 1))}`}${ofRegime}`,
        tone: 'alert',
      });
  }
  const proposed = proposalsOf(model).length;
  if (proposed > 0)
    items.push({
      value: `${proposed} proposed`,
      words: 'by the program, not reviewed: no findings',
      tone: 'plain',
    });
  if (model.findings.length > 0) {
    const counts = new Map<string, number>();
    for (const { status } of model.findings) counts.set(status, (counts.get(status) ?? 0) + 1);
    const words = [...counts]
      .map(([status, number]) => `${number} ${findingStatusWords(status).toLowerCase()}`)
      .join(', ');
    items.push({
      value: model.findings.length === 1 ? '1 finding' : `${model.findings.length} findings`,
      words,
      tone: 'plain',
    });
  }
  return items;
}

function composeSummary(writer: Writer): readonly ManuscriptBlock[] {
  const { model } = writer;
  const blocks: ManuscriptBlock[] = model.summary.map((prose) => writer.paragraph(prose));
  if (model.findings.length > 0) {
    blocks.push({
      kind: 'table',
      dense: true,
      caption: 'Findings of this report',
      head: ['Finding', 'If the claims hold', 'Status'],
      rows: model.findings.map((finding, i) => [
        [{ kind: 'link', target: `finding-${i + 1}`, text: `${i + 1}. ${printedTitle(finding)}` }],
        textOf(verdictsInWords(finding)),
        textOf(findingStatusWords(finding.status)),
      ]),
    });
  }
  return blocks.length === 0 ? [writer.paragraph('No claim of the dossier could be summarised.')] : blocks;
}

/** What the program alone proposes; what a person left out is not printed. */
function proposalsOf({ proposed }: ReportModel): ReportModel['proposed'] {
  return proposed.filter(({ review }) => review === 'proposed');
}

/** Proposals under words that nobody can quote as a finding. */
function composeProposals(writer: Writer): readonly ManuscriptBlock[] {
  const proposals = proposalsOf(writer.model);
  return [
    writer.paragraph(
      `The program reads ${proposals.length === 1 ? 'the following allegation' : `the following ${numberWord(proposals.length)} allegations`} out of the claims by rule. No person has made or accepted ${proposals.length === 1 ? 'it' : 'any of them'}: ${proposals.length === 1 ? 'it is a matter' : 'they are matters'} for review and no ${proposals.length === 1 ? 'finding' : 'findings'} of this report or of whoever publishes it.`,
      { tone: 'alert', lines: ['Not reviewed', 'no findings'] },
    ),
    ...proposals.flatMap((finding, i) => composeFinding(finding, i, proposals, writer)),
  ];
}

function composeMethod(writer: Writer): readonly ManuscriptBlock[] {
  const { method, standard } = writer.model;
  return [
    writer.paragraph(`Standard of proof chosen for this report: ${standard.name}. ${standard.text}`, {
      tone: 'plain',
      lines: [`Method, version ${method.version}`],
    }),
    ...method.parts.flatMap(({ title, paragraphs }) =>
      paragraphs.map((text, i) =>
        writer.paragraph(i === 0 ? [{ kind: 'strong', text: `${title}. ` }, ...textOf(text)] : textOf(text)),
      ),
    ),
  ];
}

function composeMeasures(writer: Writer): readonly ManuscriptBlock[] {
  const { regimes } = writer.model;
  if (regimes.length === 0)
    return [
      writer.paragraph(
        'No document of this report speaks of a State whose measures the program holds: the program sets out no measures here, nor who watches them.',
      ),
      composeReach(writer),
    ];
  return [...regimes.flatMap((regime) => composeRegime(regime, writer)), composeReach(writer)];
}

/** What nothing was tested against: silence on another regime must not read as a test that was passed. */
function composeReach(writer: Writer): ManuscriptBlock {
  const { held, notHeld } = writer.model.law;
  const others =
    notHeld.length === 0
      ? ''
      : ` ${notHeld.length === 1 ? 'One resolution' : `${capitalise(numberWord(notHeld.length))} resolutions`} that documents of this report cite ${notHeld.length === 1 ? 'is' : 'are'} not among its data: ${writeList(notHeld)}.`;
  return writer.paragraph(
    `The program tests against ${held.length === 1 ? 'one regime' : 'these regimes'} alone: ${writeList(held)}. Measures under other regimes of the Security Council, and those of States or of the European Union, are not among its data: claims that bear on them are kept as they were made, and nothing was tested against such measures.${others}`,
    { tone: 'plain', lines: ['Not tested', 'other regimes'] },
  );
}

function composeWhatSourcesSay(writer: Writer): readonly ManuscriptBlock[] {
  const { model } = writer;
  return [
    ...comparisonsOf(model).flatMap((comparison) => composeComparison(comparison, writer)),
    ...composeMap(writer),
    ...composeOrigins(comparisonsOf(model), writer),
    ...composePoints(
      'contested',
      'What is contested',
      model.contested,
      {
        some: 'On these points figures that a person laid side by side exclude each other, or a party denies a finding:',
        none: 'Nothing that a person has made or accepted is contested: no finding is denied, and no two figures of an accepted comparison exclude each other. What the program alone proposes is not counted here.',
      },
      { tone: 'alert', lines: ['Contested'] },
      writer,
    ),
    ...composePoints(
      'single-source',
      'What rests on a single source',
      model.singleSource,
      {
        some: 'Behind each of these findings stands one origin alone:',
        none:
          model.findings.length === 0
            ? 'No person has made or accepted a finding, and what is only proposed is not counted here.'
            : model.findings.some(({ status }) => status === 'contested')
              ? 'Of the findings that are not contested, none rests on a single source alone. How many sources stand behind a contested one is not counted here.'
              : 'No finding rests on a single source alone.',
      },
      { tone: 'alert', lines: ['Single source'] },
      writer,
    ),
    ...composePoints(
      'drift',
      'Possible drift in the retelling',
      model.drift,
      {
        some: 'One number appears with different nouns or units, and may have changed its meaning on its way:',
        none: 'No sign of drift between units was found.',
      },
      { tone: 'alert', lines: ['Possible drift'] },
      writer,
    ),
    ...composeChecks(model.checks, writer),
  ];
}

/** Comparisons that are printed: those that a person left out stand in the JSON form alone. */
function comparisonsOf({ comparisons }: ReportModel): ReportModel['comparisons'] {
  return comparisons.filter(({ review }) => review !== 'left-out');
}

/** The map, and beside it what it does not show: a place is never guessed. */
function composeMap(writer: Writer): readonly ManuscriptBlock[] {
  if (writer.model.map === null) return [];
  const { whole, unplaced: unknown, ...input } = writer.model.map;
  const wholes =
    whole.length === 0
      ? ''
      : `Given as the place of an event, but a whole country or region, and so not marked on the map: ${writeList(whole)}. `;
  const unplaced =
    unknown.length === 0
      ? ''
      : `Not placed, since the name is not known here, or could mean several places: ${writeList(unknown)}.`;
  const beside = `${wholes}${unplaced}`.trim();
  return [
    ...(input.places.length === 0 ? [] : [writer.figure(input.title, { kind: 'map', input })]),
    ...(beside === '' ? [] : [writer.paragraph(beside)]),
  ];
}

function composeFindings(writer: Writer): readonly ManuscriptBlock[] {
  const { findings } = writer.model;
  if (findings.length === 0) {
    const next =
      proposalsOf(writer.model).length === 0
        ? ''
        : ' What the program proposes stands in the next section, and is nobody’s finding.';
    return [writer.paragraph(`No person has made or accepted a finding.${next}`)];
  }
  const unheard = findings.flatMap(({ replies }, i) => (replies.length === 0 ? [i + 1] : []));
  return [
    ...(unheard.length === 0
      ? []
      : [
          writer.paragraph(
            `No opportunity to reply is recorded for ${unheard.length === findings.length ? 'any finding of this report' : `${unheard.length === 1 ? 'finding' : 'findings'} ${writeList(unheard.map(String))}`}. S/2006/997, paragraph 28, asks that those named be heard before publication.`,
            { tone: 'alert', lines: ['Replies', 'not yet sought'] },
          ),
        ]),
    ...findings.flatMap((finding, i) => composeFinding(finding, i, findings, writer)),
  ];
}
