import { countryName } from '../core/countries.ts';
import { writeDate } from '../figures/words.ts';
import { type Aside, type Block, type Inline, textOf } from './manuscript.ts';
import type { ReportClaim, ReportFinding, ReportReply } from './model.ts';
import {
  assertionWords,
  capitalise,
  claimantName,
  findingStatusWords,
  verdictWords,
  withArticle,
  writeCount,
  writeList,
} from './words.ts';
import type { Writer } from './writer.ts';

/** One allegation against the law: what is alleged, by whom, which elements are shown, which paragraphs it meets, who may watch. */
export function composeFinding(finding: ReportFinding, index: number, writer: Writer): readonly Block[] {
  const { assessment } = finding;
  return [
    {
      kind: 'heading',
      id: `finding-${index + 1}`,
      text: `Finding ${index + 1}. ${finding.title}`,
      aside: findingAside(finding),
    },
    writer.paragraph(describeAllegation(finding)),
    ...(finding.claims.length === 0
      ? []
      : [
          writer.paragraph('The sources say:'),
          { kind: 'list', items: finding.claims.map((id) => claimItem(writer.claim(id), writer)) } as const,
        ]),
    ...finding.discussion.map((prose) => writer.paragraph(prose)),
    ...(finding.elements.length === 0 ? [] : [elementsTable(finding, writer)]),
    writer.paragraph(describeVerdict(finding), verdictAside(assessment.verdict)),
    ...(assessment.grounds.length === 0 ? [] : [groundsTable(finding, writer)]),
    ...composeExemptions(finding, writer),
    ...composeConsidered(finding, writer),
    writer.paragraph(describeMonitor(finding)),
    ...composeChanges(finding, writer),
    writer.paragraph(
      `Status: ${findingStatusWords(finding.status).toLowerCase()}. ${finding.statusReason}`,
      statusAside(finding),
    ),
    ...finding.dissents.map((dissent) =>
      writer.paragraph([...textOf(`Dissent of ${dissent.by}: ${dissent.text}`), writer.claimNote(dissent.claim)], {
        tone: 'alert',
        lines: ['Dissent'],
      }),
    ),
    ...composeReplies(finding.replies, writer),
  ];
}

function findingAside(finding: ReportFinding): Aside {
  return {
    tone: toneOf(finding),
    lines: [findingStatusWords(finding.status), verdictWords(finding.assessment.verdict)],
  };
}

function toneOf({ status }: ReportFinding): Aside['tone'] {
  if (status === 'corroborated') return 'good';
  return status === 'contested' || status === 'withdrawn' ? 'alert' : 'plain';
}

function statusAside(finding: ReportFinding): Aside {
  return { tone: toneOf(finding), lines: [findingStatusWords(finding.status)] };
}

function verdictAside(verdict: string): Aside {
  const grave = verdict === 'prohibited' || verdict === 'cap-exceeded';
  return { tone: grave ? 'alert' : 'plain', lines: [verdictWords(verdict), 'if the claims hold'] };
}

function describeAllegation({ allegation }: ReportFinding): string {
  const goods = allegation.goods === null ? '' : ` of ${allegation.goods}`;
  const from = allegation.from === null ? '' : ` from ${countryName(allegation.from)}`;
  const to = allegation.to === null ? '' : ` to ${countryName(allegation.to)}`;
  const { period } = allegation;
  const when =
    period.from === null && period.to === null
      ? ', at a time that the sources leave open'
      : period.from !== null && period.from === period.to
        ? `, on ${writeDate(period.from)}`
        : `, ${[period.from === null ? null : `from ${writeDate(period.from)}`, period.to === null ? null : `until ${writeDate(period.to)}`].filter((part) => part !== null).join(' ')}`;
  const inference =
    allegation.inference === null ? '' : ` This is not stated as such: ${allegation.inference.replace(/\.?$/, '.')}`;
  return `It is alleged: ${allegation.act.replaceAll('-', ' ')}${goods}${from}${to}${when}.${inference}`;
}

/** "Ukrainian prosecutors, through The Daily Courier, alleged: “...”", with the note of the passage. */
function claimItem(claim: ReportClaim, writer: Writer): readonly Inline[] {
  const relay = claim.relay.length === 0 ? '' : `, through ${writeList(claim.relay.map(({ name }) => name))},`;
  return [
    { kind: 'strong', text: capitalise(claimantName(claim.claimant)) },
    { kind: 'text', text: `${relay} ${assertionWords(claim)}: “${claim.quote}”` },
    writer.claimNote(claim.id),
  ];
}

const STATES: Readonly<Record<string, string>> = {
  asserted: 'asserted',
  disputed: 'disputed',
  open: 'open: no source speaks to it',
};

function elementsTable(finding: ReportFinding, writer: Writer): Block {
  return {
    kind: 'table',
    caption: 'Elements to be shown',
    head: ['Element', 'State', 'Sources'],
    rows: finding.elements.map(({ text, state, claims }) => [
      textOf(text),
      [{ kind: state === 'asserted' ? 'text' : 'strong', text: STATES[state] ?? state }],
      claims.length === 0
        ? textOf('none')
        : claims.flatMap((id, i) => [
            ...textOf(`${i === 0 ? '' : ', '}${claimantName(writer.claim(id).claimant)}`),
            writer.claimNote(id),
          ]),
    ]),
  };
}

function describeVerdict({ activity, assessment }: ReportFinding): string {
  const on = `Tested against the measures in force on ${writeDate(activity.date)}`;
  const missing = assessment.missing ?? [];
  if (assessment.verdict === 'undetermined') {
    return `${on}, the matter cannot be determined.${missing.length === 0 ? '' : ` What is missing: ${writeList(missing)}.`}`;
  }
  if (assessment.verdict === 'not-covered') return `${on}, no paragraph covers what is alleged.`;
  const grounds = assessment.grounds.length;
  return `${on}, what is alleged would be, if it took place: ${verdictWords(assessment.verdict).toLowerCase()}${grounds === 0 ? '' : `, on ${writeCount(grounds, 'ground')}`}.`;
}

function groundsTable({ assessment }: ReportFinding, writer: Writer): Block {
  return {
    kind: 'table',
    caption: 'Provisions on which this rests',
    head: ['Paragraph', 'What it says', 'Since', 'Effect', 'Paragraph text'],
    rows: assessment.grounds.map((ground) => [
      writer.provision(ground.provision),
      textOf(ground.text),
      textOf(writeDate(ground.since)),
      textOf(verdictWords(ground.effect)),
      ground.evidence === 'seen' ? textOf('seen') : [{ kind: 'strong', text: 'recalled, not seen' }],
    ]),
  };
}

function composeExemptions({ assessment }: ReportFinding, writer: Writer): readonly Block[] {
  if (assessment.exemptions.length === 0) return [];
  const words = { automatic: 'automatic', 'by-notice': 'by notice', 'by-approval': 'by approval of the Committee' };
  return [
    writer.paragraph('Exemptions examined:'),
    {
      kind: 'list',
      items: assessment.exemptions.map(({ provision, how, text, met }) => [
        ...writer.provision(provision),
        ...textOf(` (${words[how]}): ${text} ${met ? 'Stated as met.' : 'Not stated as met.'}`),
      ]),
    },
  ];
}

/** Paragraphs set aside that a finding prints; the rest is a count, and the JSON form has all. */
const MAX_CONSIDERED = 8;

function composeConsidered({ assessment }: ReportFinding, writer: Writer): readonly Block[] {
  const { considered } = assessment;
  if (considered.length === 0) return [];
  const rest = considered.length - MAX_CONSIDERED;
  const more = rest > 0 ? ` (the first ${MAX_CONSIDERED}; ${rest} more in the report’s JSON form)` : '';
  return [
    writer.paragraph(`Considered and set aside${more}:`),
    {
      kind: 'list',
      items: considered
        .slice(0, MAX_CONSIDERED)
        .map(({ provision, reason }) => [...writer.provision(provision), ...textOf(`: ${reason}`)]),
    },
  ];
}

type Monitor = ReportFinding['assessment']['monitor'];

function monitorWords({ committee, panel, outsideUn }: Monitor): string {
  const un =
    panel === null
      ? 'no United Nations expert body had a mandate to watch'
      : `${withArticle(panel)} had the mandate to watch`;
  const over = committee === null ? '' : `; ${withArticle(committee)} oversaw the measures`;
  const outside =
    outsideUn.length === 0 ? '' : `; outside the United Nations, ${writeList(outsideUn.map(withArticle))} watched`;
  return `${un}${over}${outside}`;
}

function describeMonitor({ activity, assessment }: ReportFinding): string {
  return `On ${writeDate(activity.date)}, ${monitorWords(assessment.monitor)}.`;
}

function composeChanges({ changes }: ReportFinding, writer: Writer): readonly Block[] {
  if (changes.length === 0) return [];
  return [
    writer.paragraph('Within the period, the answer or who could watch changed on these days:'),
    {
      kind: 'list',
      items: changes.map(({ date, verdict, monitor }) => [
        { kind: 'strong', text: writeDate(date) },
        { kind: 'text', text: `: ${verdictWords(verdict).toLowerCase()}; ${monitorWords(monitor)}.` },
      ]),
    },
  ];
}

function composeReplies(replies: readonly ReportReply[], writer: Writer): readonly Block[] {
  if (replies.length === 0) {
    return [
      writer.paragraph(
        'No opportunity to reply is recorded for this finding. S/2006/997, paragraph 28, asks that those named be heard.',
        {
          tone: 'alert',
          lines: ['Reply', 'not yet sought'],
        },
      ),
    ];
  }
  return replies.map((reply) => {
    const sent = reply.sent === null ? 'has not been written to' : `was written to on ${writeDate(reply.sent)}`;
    const deadline = reply.deadline === null ? '' : `, with a deadline of ${writeDate(reply.deadline)}`;
    const answer =
      reply.received === null
        ? 'has yet to reply'
        : `replied on ${writeDate(reply.received)}${reply.text === null ? '' : `: “${reply.text}”`}`;
    return writer.paragraph(`${reply.party} ${sent}${deadline}, and ${answer}.`, {
      tone: 'plain',
      lines: [reply.received === null ? 'No reply yet' : 'Reply'],
    });
  });
}
