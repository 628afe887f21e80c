import { gradeWords } from '../../figures/drawing/grade-words.ts';
import { writeDate, writeShortDate } from '../../figures/drawing/words.ts';
import type { ReportFinding, ReportHearing, ReportReply } from '../model/model.ts';
import { printedTitle } from '../model/printed-title.ts';
import { capitalise } from '../model/words.ts';
import { unbroken } from './compose-measures.ts';
import { findingAnchor, isProposed } from './finding-place.ts';
import { type Aside, type Inline, type ManuscriptBlock, type ManuscriptCell, type Row, textOf } from './manuscript.ts';
import type { Writer } from './writer.ts';

type Challenge = ReportHearing['challenges'][number];
type Correction = ReportHearing['corrections'][number];
type FindingRecommendation = ReportHearing['recommendations'][number];

/** What was said of a finding, at the finding: replies, challenges, corrections and what is recommended. */
export function composeHearing(hearing: ReportHearing, writer: Writer): readonly ManuscriptBlock[] {
  const { asOf } = writer.model;
  return [
    ...hearing.corrections.map((correction) =>
      writer.paragraph(describeCorrection(correction), { tone: 'alert', lines: ['Correction'] }),
    ),
    ...hearing.replies.map((reply) => writer.paragraph(describeReply(reply, asOf), replyAside(reply))),
    ...hearing.challenges.map((challenge) => writer.paragraph(describeChallenge(challenge), challengeAside(challenge))),
    ...hearing.recommendations.map((one) =>
      writer.paragraph(`Recommended to ${one.addressee}: ${sentence(one.text)}`, recommendationAside(one)),
    ),
  ];
}

/** Replies of parties, challenges and corrections of all findings, for whoever looks for who was heard. */
export function composeHearings(writer: Writer): readonly ManuscriptBlock[] {
  const { unbound } = writer.model;
  const heard = [
    ...heardIn(writer).map(({ finding, index }) => ({
      hearing: finding as ReportHearing,
      cell: findingCell(finding, index),
    })),
    ...unbound.map((one) => ({ hearing: one as ReportHearing, cell: textOf(`${one.title} (no finding any more)`) })),
  ];
  const rows = <One>(
    pick: (hearing: ReportHearing) => readonly One[],
    row: (one: One, cell: ManuscriptCell) => Row,
  ): Row[] => heard.flatMap(({ hearing, cell }) => pick(hearing).map((one) => row(one, cell)));
  const replies = rows(({ replies: all }) => all, replyRow);
  const challenges = rows(({ challenges: all }) => all, challengeRow);
  const corrections = rows(({ corrections: all }) => all, correctionRow);
  return [
    ...table('Letters to those named, and what came back', ['Finding', 'Party', 'Sent', 'Deadline', 'Reply'], replies),
    ...table('Challenges, with the assessment of each', ['Finding', 'By', 'Date', 'Assessment'], challenges),
    ...table('Corrections', ['Finding', 'Date', 'Correction', 'Reason'], corrections),
    ...composeUnbound(writer),
  ];
}

function composeUnbound(writer: Writer): readonly ManuscriptBlock[] {
  const { unbound } = writer.model;
  if (unbound.length === 0) return [];
  return [
    {
      kind: 'heading',
      id: 'unbound-hearings',
      text: 'On findings that are made no more',
      aside: null,
    },
    ...unbound.flatMap((one) => [
      writer.paragraph([
        { kind: 'strong', text: one.title },
        ...textOf(`. The claims behind this finding (${one.finding}) no longer give it; what was said of it stays.`),
      ]),
      ...composeHearing(one, writer),
    ]),
  ];
}

/** Findings, then what is proposed and not left out, each with its place in its section. */
function heardIn({ model }: Writer): readonly { readonly finding: ReportFinding; readonly index: number }[] {
  const proposed = model.proposed.filter(({ review }) => review === 'proposed');
  return [model.findings, proposed].flatMap((some) => some.map((finding, index) => ({ finding, index })));
}

/** Whether anything at all was said of the findings. */
export function hasHearings(writer: Writer): boolean {
  const { unbound } = writer.model;
  return [...heardIn(writer).map(({ finding }) => finding as ReportHearing), ...unbound].some(
    ({ replies, challenges, corrections }) => replies.length + challenges.length + corrections.length > 0,
  );
}

/** Every recommendation in one place (S/2006/997, paragraph 49): those of the findings, then those of the report. */
export function composeRecommendations(writer: Writer): readonly ManuscriptBlock[] {
  const { unbound, recommendations } = writer.model;
  const asideOf = (addressee: string, priority: string | null | undefined): Aside => ({
    tone: 'plain',
    lines: [addressee, ...(priority === undefined || priority === null ? [] : [`priority: ${priority}`])],
  });
  return [
    ...heardIn(writer).flatMap(({ finding, index }) =>
      finding.recommendations.map(({ text, addressee, priority }) =>
        writer.paragraph(
          [
            ...textOf(`${sentence(text)} `),
            { kind: 'link', target: findingAnchor(finding, index), text: findingName(finding, index) },
          ],
          asideOf(addressee, priority),
        ),
      ),
    ),
    ...unbound.flatMap((one) =>
      one.recommendations.map(({ text, addressee, priority }) =>
        writer.paragraph(`${sentence(text)} ${one.title} (no finding any more)`, asideOf(addressee, priority)),
      ),
    ),
    ...recommendations.map(({ text, addressee, priority }) => writer.paragraph(text, asideOf(addressee, priority))),
  ];
}

export function hasRecommendations(writer: Writer): boolean {
  const { unbound, recommendations } = writer.model;
  const heard = heardIn(writer).map(({ finding }) => finding as ReportHearing);
  return recommendations.length > 0 || [...heard, ...unbound].some((one) => one.recommendations.length > 0);
}

const STANCES = { denies: ' It denies what is alleged.', accepts: ' It accepts what is alleged.', neither: '' };

function describeReply(reply: ReportReply, asOf: string): string {
  const { party, sent, deadline, received, text, state, stance } = reply;
  const limit = deadline === null ? '' : `, with a deadline of ${writeDate(deadline)}`;
  const answer = {
    received: `replied on ${writeDate(received ?? '')}${text === null ? '; the text of the reply is not printed.' : `: “${inOneParagraph(text)}”`}${stance === null ? '' : STANCES[stance]}`,
    overdue: `had not replied by ${writeDate(asOf)}, after the deadline.`,
    awaited: 'has yet to reply.',
  }[state];
  return `${capitalise(party)} was written to on ${writeDate(sent)}${limit}, and ${answer}`;
}

function replyAside({ state, stance }: ReportReply): Aside {
  if (state === 'overdue') return { tone: 'alert', lines: ['No reply', 'deadline passed'] };
  if (state === 'awaited') return { tone: 'plain', lines: ['No reply yet'] };
  return stance === 'denies' ? { tone: 'alert', lines: ['Reply', 'denies'] } : { tone: 'plain', lines: ['Reply'] };
}

function replyRow({ party, sent, deadline, received, state, stance }: ReportReply, cell: ManuscriptCell): Row {
  const states = {
    received: `${received === null ? '' : writeShortDate(received)}${stance === 'neither' || stance === null ? '' : `, ${stance}`}`,
    overdue: 'none; overdue',
    awaited: 'none yet',
  };
  return [
    cell,
    textOf(party),
    textOf(unbroken(writeShortDate(sent))),
    textOf(deadline === null ? 'none' : unbroken(writeShortDate(deadline))),
    state === 'overdue' ? [{ kind: 'strong', text: states[state] }] : textOf(unbroken(states[state])),
  ];
}

function describeChallenge({ from, date, text, assessment, credibility, by }: Challenge): string {
  const weighed =
    assessment === null
      ? ' The challenge was not weighed yet.'
      : ` Assessment by ${by}: ${sentence(assessment)}${credibility === null ? '' : ` Credibility of the challenge: ${gradeWords(credibility)}.`}`;
  return `${capitalise(from)} challenged this finding on ${writeDate(date)}: “${inOneParagraph(text)}”${weighed}`;
}

function challengeAside({ credibility }: Challenge): Aside {
  const dismissed = credibility === '4' || credibility === '5';
  return {
    tone: dismissed ? 'plain' : 'alert',
    lines: ['Challenge', credibility === null ? 'not weighed' : `credibility ${credibility}`],
  };
}

function challengeRow({ from, date, assessment, credibility }: Challenge, cell: ManuscriptCell): Row {
  return [
    cell,
    textOf(from),
    textOf(unbroken(writeShortDate(date))),
    textOf(
      assessment === null
        ? 'not weighed yet'
        : `${credibility === null ? '' : `${credibility}: `}${sentence(assessment)}`,
    ),
  ];
}

function describeCorrection({ at, by, text, reason }: Correction): string {
  return `Corrected on ${writeDate(dayOf(at))} by ${by}: ${sentence(text)} Reason: ${sentence(reason)}`;
}

function correctionRow({ at, text, reason }: Correction, cell: ManuscriptCell): Row {
  return [cell, textOf(unbroken(writeShortDate(dayOf(at)))), textOf(text), textOf(reason)];
}

function recommendationAside({ priority }: FindingRecommendation): Aside {
  return { tone: 'plain', lines: ['Recommendation', ...(priority === null ? [] : [`priority: ${priority}`])] };
}

function findingName(finding: ReportFinding, index: number): string {
  return `${isProposed(finding) ? 'Proposal' : 'Finding'} ${index + 1}`;
}

function findingCell(finding: ReportFinding, index: number): readonly Inline[] {
  const words = isProposed(finding) ? `proposed, not reviewed: ${finding.title}` : printedTitle(finding);
  return [{ kind: 'link', target: findingAnchor(finding, index), text: `${index + 1}. ${words}` }];
}

function table(caption: string, head: readonly string[], rows: readonly Row[]): readonly ManuscriptBlock[] {
  return rows.length === 0 ? [] : [{ kind: 'table', dense: true, caption, head, rows }];
}

/** A letter has paragraphs; a numbered paragraph of the report quotes it as one. */
function inOneParagraph(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function sentence(text: string): string {
  const whole = inOneParagraph(text);
  return /[.!?”"]$/.test(whole) ? whole : `${whole}.`;
}

function dayOf(at: string): string {
  return at.slice(0, 10);
}
