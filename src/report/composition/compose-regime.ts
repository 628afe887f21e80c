import { addDays, addMonths, type CalendarDate } from '../../core/time/calendar.ts';
import { writeDate } from '../../figures/drawing/words.ts';
import type { TimelineInput } from '../../figures/timeline/timeline-input.ts';
import type { RegimeStatus, ReportDecision, ReportMandate } from '../model/model.ts';
import { capitalise, numberWord, withArticle, writeCount, writeList } from '../model/words.ts';
import { measuresBySubject } from './compose-measures.ts';
import type { Aside, ManuscriptBlock } from './manuscript.ts';
import type { Writer } from './writer.ts';

/** What is in force on the report's day, who may watch it, and by which vote that changed. */
export function composeRegime(regime: RegimeStatus, writer: Writer): readonly ManuscriptBlock[] {
  const { asOf } = writer.model;
  const inForce = regime.provisions.filter((provision) => provision.inForce);
  const blocks: ManuscriptBlock[] = [
    { kind: 'heading', id: `regime-${regime.id.replace(/[^A-Za-z0-9-]/g, '-')}`, text: regime.name, aside: null },
    writer.paragraph(
      `On ${writeDate(asOf)}, ${writeCount(inForce.length, 'paragraph')} of this regime ${inForce.length === 1 ? 'was' : 'were'} in force, as set out by subject below and paragraph by paragraph in the annex.${regime.committee === null ? '' : ` ${capitalise(withArticle(regime.committee))} oversees their implementation.`}`,
      { tone: 'plain', lines: [`${inForce.length} in force`] },
    ),
    ...composeWatch(regime, writer),
  ];
  const ending = regime.decisions.find(({ symbol }) => symbol === regime.endedBy);
  if (ending?.ballots) {
    blocks.push(
      writer.figure(`Vote on ${ending.symbol}, ${writeDate(ending.date)}`, {
        kind: 'ballots',
        input: {
          title: `Vote of ${writeDate(ending.date)} on ${ending.symbol}`,
          symbol: ending.symbol,
          date: ending.date,
          adopted: ending.adopted,
          ...ending.ballots,
        },
      }),
    );
  }
  if (inForce.length > 0) blocks.push(measuresBySubject(regime, writer));
  const timeline = timelineOf(regime, asOf);
  if (timeline !== null) {
    blocks.push(
      writer.figure(`${regime.name}: votes, measures and mandates through time`, { kind: 'timeline', input: timeline }),
    );
  }
  return blocks;
}

function composeWatch(regime: RegimeStatus, writer: Writer): readonly ManuscriptBlock[] {
  const { asOf } = writer.model;
  const experts = expertMandates(regime);
  const bodies = experts.filter(({ inForce }) => inForce);
  const outside = regime.mandates.filter(({ outsideUn, inForce }) => outsideUn && inForce);
  const ended = lastEnded(experts, asOf);
  const blocks: ManuscriptBlock[] = [];
  if (bodies.length > 0) {
    const held = bodies.map(
      ({ body, instrument, to }) =>
        `${withArticle(body)} under ${instrument}${to === null ? '' : `, until ${writeDate(to)}`}`,
    );
    blocks.push(
      writer.paragraph(`A United Nations mandate to monitor the measures is held by ${writeList(held)}.`, {
        tone: 'good',
        lines: ['Mandate held'],
      }),
    );
  } else {
    const last =
      ended === null
        ? ''
        : ` The mandate of ${withArticle(ended.body)} (${ended.instrument}) ended on ${writeDate(ended.to)}.`;
    blocks.push(
      writer.paragraph(
        `On ${writeDate(asOf)}, no expert body of the United Nations held a mandate to monitor the measures.${last}`,
        {
          tone: 'alert',
          lines: ['No U.N. mandate', ...(ended === null ? [] : [`since ${writeDate(addDays(ended.to, 1))}`])],
        },
      ),
    );
  }
  const ending = regime.decisions.find(({ symbol }) => symbol === regime.endedBy);
  if (ending) blocks.push(writer.paragraph(describeEnding(ending, regime, asOf), voteAside(ending)));
  if (outside.length > 0) {
    const names = outside.map(
      ({ body, instrument, from }) => `${withArticle(body)} (${instrument}), since ${writeDate(from)}`,
    );
    blocks.push(
      writer.paragraph(
        `Outside the United Nations, the measures are watched by ${writeList(names)}. Such a body holds no mandate of the Security Council and its reports bind no one.`,
        { tone: 'plain', lines: ['Outside the U.N.'] },
      ),
    );
  }
  return blocks;
}

/**
 * Mandates of the U.N. bodies that watch. The committee is not one of them: it oversees, and it goes on when its panel ends.
 */
export function expertMandates({ mandates, committee }: RegimeStatus): readonly ReportMandate[] {
  return mandates.filter(({ body, outsideUn }) => !outsideUn && body !== committee);
}

/** The U.N. mandate that ended last before a day, or null when none had. */
export function lastEnded(
  mandates: readonly ReportMandate[],
  asOf: CalendarDate,
): (ReportMandate & { readonly to: CalendarDate }) | null {
  const ended = mandates.flatMap((mandate) =>
    mandate.to !== null && mandate.to < asOf ? [{ ...mandate, to: mandate.to }] : [],
  );
  return ended.reduce<(typeof ended)[number] | null>(
    (last, next) => (last === null || next.to > last.to ? next : last),
    null,
  );
}

function describeEnding(vote: ReportDecision, regime: RegimeStatus, asOf: CalendarDate): string {
  const fate = vote.adopted ? 'was adopted' : 'was not adopted';
  const detail = vote.ballots === null ? '' : ` ${describeBallots(vote.ballots)}`;
  const remains = vote.date <= asOf && regime.provisions.some(({ inForce }) => inForce);
  const remain = remains ? ` The measures themselves were in force on ${writeDate(asOf)}.` : '';
  return `${vote.symbol} (${vote.title}) ${fate} on ${writeDate(vote.date)}.${detail}${remain}`;
}

function describeBallots({ members, veto, reason }: NonNullable<ReportDecision['ballots']>): string {
  const by = (ballot: string) => members.filter((member) => member.ballot === ballot).map(({ member }) => member);
  const [against, abstaining] = [by('no'), by('abstain')];
  const parts = [
    `${writeCount(by('yes').length, 'member')} voted in favour`,
    against.length === 0 ? 'none against' : `${numberWord(against.length)} against (${writeList(against)})`,
    abstaining.length === 0
      ? 'none abstained'
      : `${numberWord(abstaining.length)} abstained (${writeList(abstaining)})`,
  ];
  const vetoed = veto.length === 0 ? '' : ` Veto: ${writeList(veto)}.`;
  return `${capitalise(writeList(parts))}. ${reason.replace(/\.?$/, '.')}${vetoed}`;
}

function voteAside(vote: ReportDecision): Aside {
  const lines = [
    vote.adopted ? 'Adopted' : 'Not adopted',
    ...(vote.ballots && vote.ballots.veto.length > 0 ? ['veto'] : []),
  ];
  return { tone: vote.adopted ? 'plain' : 'alert', lines };
}

/** The regime's time line, from the half-year before its first decision to the report's day: no bar runs on into what is to come. */
export function timelineOf(regime: RegimeStatus, asOf: CalendarDate): TimelineInput | null {
  const starts = [...regime.decisions.map(({ date }) => date), ...regime.provisions.map(({ from }) => from)].sort();
  const first = starts[0];
  if (first === undefined) return null;
  const subjects = [...new Set(regime.provisions.map(({ subject }) => subject))].sort(compare);
  const bodies = [...new Set(regime.mandates.map(({ body, outsideUn }) => JSON.stringify([body, outsideUn])))];
  return {
    title: `${regime.name}: votes, measures and mandates through time`,
    from: addMonths(first, -6),
    to: asOf > first ? asOf : addMonths(first, 8),
    asOf,
    votes: regime.decisions.map(({ symbol, date, adopted }) => ({ symbol, date, adopted })),
    subjects: subjects.map((subject) => ({
      subject,
      measures: regime.provisions
        .filter((provision) => provision.subject === subject)
        .map(({ id, from, to, text }) => ({ label: id, from, to, text })),
    })),
    mandates: bodies.map((key) => {
      const [body, outsideUn] = JSON.parse(key) as [string, boolean];
      const terms = regime.mandates.filter((mandate) => mandate.body === body && mandate.outsideUn === outsideUn);
      return { body, outsideUn, terms: terms.map(({ instrument, from, to }) => ({ label: instrument, from, to })) };
    }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
