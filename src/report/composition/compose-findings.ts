import { countryName } from '../../core/countries/countries.ts';
import { goodsInPlural } from '../../core/plural.ts';
import { printableText } from '../../figures/drawing/markup.ts';
import { writeDate, writePeriod, writeShortDate } from '../../figures/drawing/words.ts';
import { attributedName, claimantName } from '../../findings/model/claimant-name.ts';
import { verdictStretches } from '../../findings/model/verdict-stretch.ts';
import type { ReportFinding } from '../model/model.ts';
import { isAllowedInPart, printedTitle } from '../model/printed-title.ts';
import { stretchWords } from '../model/verdict-words.ts';
import {
  capitalise,
  findingStatusWords,
  lowerInSentence,
  verdictWords,
  withArticle,
  writeCount,
  writeDates,
  writeList,
} from '../model/words.ts';
import { composeAllowances } from './compose-allowances.ts';
import { composeEvents } from './compose-events.ts';
import { composeHearing } from './compose-hearing.ts';
import { evidenceCell, unbroken } from './compose-measures.ts';
import { composeTotal } from './compose-total.ts';
import { groundsThatDecide } from './deciding-grounds.ts';
import { findingAnchor, isProposed } from './finding-place.ts';
import { type Aside, type Inline, type ManuscriptBlock, type Row, textOf } from './manuscript.ts';
import type { Writer } from './writer.ts';

/**
 * One allegation against the law: what is alleged and how firm it is, its elements, the paragraphs it meets, who could watch.
 * What nobody made or accepted is a proposal, and no sentence about it can stand for a finding.
 */
export function composeFinding(
  finding: ReportFinding,
  index: number,
  all: readonly ReportFinding[],
  writer: Writer,
): readonly ManuscriptBlock[] {
  const { assessment } = finding;
  const proposed = isProposed(finding);
  return [
    {
      kind: 'heading',
      id: findingAnchor(finding, index),
      text: proposed
        ? `Proposal ${index + 1}, not reviewed: ${lowerInSentence(printedTitle(finding))}`
        : `Finding ${index + 1}. ${printedTitle(finding)}`,
      aside: null,
    },
    writer.paragraph(allegationAndStatus(finding, writer), statusAside(finding)),
    ...(finding.made === null ? [claimsList(finding, writer)] : []),
    ...finding.discussion.map((prose) => writer.paragraph(prose)),
    ...(finding.elements.length === 0 ? [] : [elementsTable(finding, writer)]),
    ...composeTotal(finding, writer),
    ...composeEvents(finding, writer),
    writer.paragraph(describeVerdict(finding), proposed ? null : verdictAside(finding)),
    ...(assessment.grounds.length === 0 ? [] : [groundsTable(finding, writer)]),
    ...composeAllowances(finding, all, writer),
    writer.paragraph(describeMonitor(finding)),
    ...composeHearing(finding, writer),
  ];
}

/** Who says what, each in the claim's own words: what there is to be reviewed. */
function claimsList({ claims }: ReportFinding, writer: Writer): ManuscriptBlock {
  return {
    kind: 'list',
    items: claims.map((id) => {
      const claim = writer.claim(id);
      const said = `${capitalise(attributedName(claim.claimant, claim.relay))}: ${printableText(claim.statement)}`;
      return [...textOf(said), writer.claimNote(id)];
    }),
  };
}

function statusAside(finding: ReportFinding): Aside {
  if (isProposed(finding)) return { tone: 'plain', lines: ['Not reviewed', 'no finding'] };
  const { status } = finding;
  const tone =
    status === 'corroborated' ? 'good' : status === 'contested' || status === 'withdrawn' ? 'alert' : 'plain';
  return { tone, lines: [findingStatusWords(status)] };
}

function verdictAside(finding: ReportFinding): Aside {
  const { verdict } = finding.assessment;
  if (dependsOnDay(finding)) return { tone: 'plain', lines: ['Depends on the day', 'if the claims hold'] };
  const grave = verdict === 'prohibited' || verdict === 'cap-exceeded';
  const conditional = verdict === 'undetermined' || verdict === 'not-covered' ? [] : ['if the claims hold'];
  return { tone: grave ? 'alert' : 'plain', lines: [verdictWords(verdict), ...conditional] };
}

function allegationAndStatus(finding: ReportFinding, writer: Writer): readonly Inline[] {
  const dissents = finding.dissents.flatMap(({ by, text, claim }) => [
    ...textOf(` Dissent of ${by}: ${text.replace(/\.?$/, '.')}`),
    writer.claimNote(claim),
  ]);
  if (isProposed(finding))
    return [
      { kind: 'strong', text: 'Proposed by the program; no person has made or accepted it. ' },
      ...textOf(`${describeReview(finding)}${describeAllegation(finding, writer)} ${writeDates(finding.statusReason)}`),
      ...dissents,
      ...textOf(' The claims, to be read in their passages:'),
    ];
  return [
    ...textOf(`${describeAllegation(finding, writer)} Status: `),
    { kind: 'strong', text: findingStatusWords(finding.status).toLowerCase() },
    ...textOf(`. ${writeDates(finding.statusReason)}`),
    ...dissents,
    ...textOf(
      finding.made === null ? ` ${describeReview(finding)} The claims on which it rests:` : describeMaker(finding.made),
    ),
    ...claimsBeside(finding, writer),
  ];
}

/** Who accepted a proposal; or that it was accepted before claims came under it which that person has not seen. */
function describeReview({ review, reviewedBy, unseen, gone = 0 }: ReportFinding): string {
  if (reviewedBy === null || review === 'left-out') return '';
  const { by, at, act, reason, words } = reviewedBy;
  const why = reason === null ? '' : `: ${reason.replace(/\.?$/, '')}`;
  const when = `${writeDate(at.slice(0, 10))} (act ${act})`;
  if (review === 'accepted')
    return `The program proposed it, and ${by} accepted it on ${when}${why}.${goneWords(gone)}${words === undefined ? '' : ` In the words of ${by}: ${words}`}`;
  const since = `${writeCount(unseen.length, 'claim')} ${unseen.length === 1 ? 'has' : 'have'}`;
  return `It was accepted by ${by} on ${when}; ${since} come under it since that ${by} has not seen. `;
}

/** Whoever accepted it gave their word on more than stands now. */
function goneWords(gone: number): string {
  if (gone === 0) return '';
  return ` Since then ${writeCount(gone, 'claim')} that stood under it ${gone === 1 ? 'has' : 'have'} fallen away: rejected, withdrawn or read otherwise.`;
}

function describeMaker({ act, by, at, reason }: NonNullable<ReportFinding['made']>): string {
  const why = reason === null ? '' : `: ${reason.replace(/\.?$/, '')}`;
  return ` The finding was made by ${by} on ${writeDate(at.slice(0, 10))} (act ${act})${why}.`;
}

/** Claims that the maker put in and that speak to no element: a reader must not take them for witnesses of what is alleged. */
function claimsBeside({ made, claims, elements, dissents }: ReportFinding, writer: Writer): readonly Inline[] {
  const spoken = new Set([...elements.flatMap((element) => element.claims), ...dissents.map(({ claim }) => claim)]);
  const beside = made === null ? [] : claims.filter((id) => !spoken.has(id));
  if (beside.length === 0) return [];
  return [
    ...textOf(
      ` ${capitalise(made?.by ?? '')} also put in ${beside.length === 1 ? 'a claim' : 'claims'} in which the program does not read what is alleged: `,
    ),
    ...beside.flatMap((id, at): Inline[] => [
      ...textOf(`${at === 0 ? '' : ', '}${claimantName(writer.claim(id).claimant)}`),
      writer.claimNote(id),
    ]),
    ...textOf('.'),
  ];
}

function describeAllegation(finding: ReportFinding, writer: Writer): string {
  const { allegation } = finding;
  const goods = allegation.goods === null ? '' : ` of ${goodsInPlural(lowerInSentence(allegation.goods))}`;
  const from = allegation.from === null ? '' : ` from ${countryName(allegation.from)}`;
  const to = allegation.to === null ? '' : ` to ${countryName(allegation.to)}`;
  const timed = finding.claims.map((id) => writer.claim(id).when).map((one) => one?.from != null || one?.to != null);
  // The time of one claim is none of another that gives none.
  const some = timed.includes(true) && timed.includes(false) ? ' where a claim gives a time' : '';
  const when = `, ${writePeriod(allegation.period) ?? 'at a time that was not read in the claims'}${some}`;
  const inference =
    allegation.inference === null
      ? ''
      : ` The claims do not say so: it is inferred from them, on the view that ${lowerInSentence(allegation.inference).replace(/\.?$/, '.')}`;
  // Workers are of one State and are employed in another; goods go from the one to the other.
  const sides =
    allegation.act === 'employment'
      ? `${allegation.from === null ? '' : ` of nationals of ${countryName(allegation.from)}`}${allegation.to === null ? '' : ` in ${countryName(allegation.to)}`}`
      : `${from}${to}`;
  return `${isAllowedInPart(finding) ? 'Reported, and allowed up to a cap, is' : 'Alleged is'} the ${allegation.act.replaceAll('-', ' ')}${goods}${sides}${when}.${inference}`;
}

const STATES: Readonly<Record<string, string>> = {
  asserted: 'asserted',
  disputed: 'disputed',
  open: 'open: the program read it in none of these claims; the passages may say it',
  stated: 'stated by who made the finding; read in no claim',
};

/** Elements for which the same sources stand in the same way share a row. */
function elementsTable(finding: ReportFinding, writer: Writer): ManuscriptBlock {
  const rows = new Map<string, { texts: string[]; state: string; claims: readonly string[] }>();
  for (const { text, state, claims } of finding.elements) {
    const key = JSON.stringify([state, claims]);
    const row = rows.get(key) ?? { texts: [], state, claims };
    row.texts.push(text);
    rows.set(key, row);
  }
  return {
    kind: 'table',
    dense: true,
    caption: 'Elements to be shown',
    head: ['Element', 'State', 'Claimed by'],
    rows: [...rows.values()].map(
      ({ texts, state, claims }): Row => [
        textOf(writeDates(texts.map((text, i) => (i === 0 ? text : lowerInSentence(text))).join('; '))),
        [{ kind: state === 'asserted' ? 'text' : 'strong', text: stateWords(state, claims, writer) }],
        claims.length === 0 ? textOf('–') : claimantCell(claims, writer),
      ],
    ),
  };
}

/** Who assesses or estimates a thing does not state it: the table of elements says no more than the annex of claims. */
function stateWords(state: string, claims: readonly string[], writer: Writer): string {
  const isAssessed =
    state === 'asserted' && claims.length > 0 && claims.every((id) => writer.claim(id).modality === 'assesses');
  return isAssessed ? 'assessed, and not stated as fact' : (STATES[state] ?? state);
}

/** Each claimant once, with the notes of all its claims. */
function claimantCell(claims: readonly string[], writer: Writer): readonly Inline[] {
  const byName = new Map<string, string[]>();
  for (const id of claims) {
    const name = claimantName(writer.claim(id).claimant);
    byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  return [...byName].flatMap(([name, ids], i) => [
    ...textOf(`${i === 0 ? '' : ', '}${name}`),
    ...ids.map((id) => writer.claimNote(id)),
  ]);
}

function dependsOnDay(finding: ReportFinding): boolean {
  return verdictStretches(finding).length > 1;
}

function describeVerdict(finding: ReportFinding): string {
  const { assessment } = finding;
  if (dependsOnDay(finding)) return describeStretches(finding);
  const on = isProposed(finding)
    ? `Whether it took place is not reviewed. If it did, and the claims are read rightly, the measures in force on ${dayOfLaw(finding)} would have to be asked`
    : `Tested against the measures in force on ${dayOfLaw(finding)}`;
  const missing = (assessment.missing ?? []).map(missingWords);
  if (assessment.verdict === 'undetermined') {
    return `${on}${isProposed(finding) ? '; by rule' : ','} the matter cannot be determined.${describeMissing(missing, assessment.practice ?? [])}`;
  }
  if (assessment.verdict === 'not-covered')
    return `${on}${isProposed(finding) ? '; by rule' : ','} no paragraph covers what is alleged.`;
  const grounds = assessment.grounds.filter(({ effect }) => effect === assessment.verdict).length;
  const counted = grounds === 0 ? '' : `, on ${writeCount(grounds, 'ground')}`;
  const verdict = verdictWords(assessment.verdict).toLowerCase();
  return isProposed(finding)
    ? `${on}; by rule the answer is: ${verdict}${counted}.`
    : `${on}, what is alleged would be, if it took place: ${verdict}${counted}.`;
}

/** What is alleged for a time in which the law changed has the answer of no one day. */
function describeStretches(finding: ReportFinding): string {
  const answers = verdictStretches(finding).map(stretchWords).join('; ');
  const { missing, practice } = finding.assessment;
  const open =
    finding.assessment.verdict === 'undetermined'
      ? describeMissing((missing ?? []).map(missingWords), practice ?? [])
      : '';
  return isProposed(finding)
    ? `Whether it took place is not reviewed. The measures changed in the time that is alleged: if it took place, and the claims are read rightly, the answer by rule depends on the day: ${answers}. The paragraphs below are those of the last day.${open}`
    : `The measures changed in the time that is alleged. What is alleged would be, if it took place, by the day on which it did: ${answers}. The paragraphs below are those of the last day.${open}`;
}

/** The day whose law is asked, and why it is that day where no claim gives the last. */
function dayOfLaw({ activity, allegation, made }: ReportFinding): string {
  const { from, to } = allegation.period;
  if (to !== null || made !== null) return writeDate(activity.date);
  const reported =
    activity.date === from
      ? ''
      : `, when the last of these claims was published (no ${from === null ? '' : 'last '}day was read in them)`;
  return `${writeDate(activity.date)}${reported}`;
}

/** What the test would need, and what is known of the practice, which settles nothing. */
function describeMissing(missing: readonly string[], practice: readonly string[]): string {
  const needed = missing.length === 0 ? '' : ` Missing: ${writeList(missing)}.`;
  if (practice.length === 0) return needed;
  return `${needed} Of the practice: ${practice.map((text) => `${capitalise(writeDates(text)).replace(/\.$/, '')}.`).join(' ')}`;
}

/** "periodTotal: the total for ..." begins with the name of a field of the question; a reader needs the words after it. */
function missingWords(missing: string): string {
  return writeDates(missing.replace(/^[a-z]+(?:[A-Z][a-z]+)*: /, ''));
}

function groundsTable(finding: ReportFinding, writer: Writer): ManuscriptBlock {
  const { assessment } = finding;
  const shown = groundsThatDecide(assessment);
  const varied = new Set(shown.map(({ effect }) => effect)).size > 1;
  return {
    kind: 'table',
    dense: true,
    caption: isProposed(finding) ? 'Paragraphs that would have to be asked' : 'Paragraphs on which this rests',
    head: ['Paragraph', 'What it says', 'Since', 'Text'],
    rows: shown.map((ground) => [
      writer.provision(ground.provision),
      textOf(`${varied ? `${verdictWords(ground.effect)}. ` : ''}${writeDates(ground.text)}`),
      textOf(unbroken(writeShortDate(ground.since))),
      evidenceCell(ground),
    ]),
  };
}

type Monitor = ReportFinding['assessment']['monitor'];

function monitorWords({ panel, outsideUn }: Monitor): string {
  const un =
    panel === null ? 'no United Nations expert body had a mandate to watch' : `${withArticle(panel)} had the mandate`;
  return outsideUn.length === 0
    ? un
    : `${un}; outside the United Nations, ${writeList(outsideUn.map(withArticle))} watched`;
}

/**
 * Who could watch through the period, the days on which that or the answer changed, and who oversaw. What was reported by a day did not
 * happen after it: what changed since then is distinguished.
 */
function describeMonitor({ activity, allegation: { period }, assessment, changes, made }: ReportFinding): string {
  const { committee } = assessment.monitor;
  const oversaw = committee === null ? '' : ` ${capitalise(withArticle(committee))} oversaw the measures`;
  const over = oversaw === '' ? '' : `${oversaw} throughout.`;
  const isOpen = made === null && period.to === null;
  const varied = new Set(changes.map(({ verdict }) => verdict)).size > 1;
  const tell = (some: ReportFinding['changes']): string =>
    some
      .map(
        ({ date, verdict, monitor }) =>
          `from ${writeDate(date)}, ${monitorWords(monitor)}${varied ? ` (the answer: ${verdictWords(verdict).toLowerCase()})` : ''}`,
      )
      .join('. ')
      .replace(/\. from/g, '. From');
  const later = isOpen ? changes.filter(({ date }) => date > activity.date) : [];
  const since = later.length === 0 ? '' : ` Since the last of these claims was published: ${tell(later)}.`;
  // What lies before the one day that is given is not known, and so neither who could watch then.
  if (made === null && period.from === null) {
    const open = isOpen ? 'No time was read in the claims' : 'No first day was read in the claims';
    const day = isOpen ? 'day on which the last of them was published' : 'last day that they give';
    return `${open}. Who could watch on the ${day}, ${writeDate(activity.date)}: ${monitorWords(assessment.monitor)}.${oversaw === '' ? '' : `${oversaw} that day.`}${since}`;
  }
  const held = changes.filter((change) => !later.includes(change));
  if (held.length === 0)
    return `Who could watch: on ${writeDate(activity.date)}, ${monitorWords(assessment.monitor)}.${over}${since}`;
  return `Who could watch: ${tell(held)}.${over}${since}`;
}
