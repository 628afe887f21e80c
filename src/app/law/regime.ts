import { statSync } from 'node:fs';
import { utcDateOf } from '../../core/time/calendar.ts';
import { changesSince, type RegimeAnswer, regimeAsOf } from '../../regime/answer.ts';
import type { FileFault } from '../../regime/files/yaml-file.ts';
import { lintRegime } from '../../regime/loading/lint.ts';
import { bodiesOn, loadRegister, type RegisterAnswer } from '../../regime/loading/register.ts';
import { AppError } from '../errors.ts';
import { loadKnownRegime } from '../regimes.ts';
import { countMeasures } from './regime-status.ts';

type Asked = { readonly asOf?: string | undefined; readonly since?: string | undefined };

export type RegimeDescription = {
  readonly view: RegimeAnswer & { readonly changes?: ReturnType<typeof changesSince> };
  readonly heading: readonly string[];
  /** The measures in force on the day, by subject. */
  readonly rows: RegimeAnswer['provisions'];
  readonly footing: readonly string[];
};

/** A regime as it stood on a day: measures in force by subject, mandates, votes; with `since`, what changed. */
export async function describeRegime(request: Asked & { id: string }): Promise<RegimeDescription> {
  const regime = loadKnownRegime(request.id);
  const asOf = request.asOf ?? utcDateOf(new Date());
  const view = regimeAsOf(regime, asOf);
  const changes = request.since === undefined ? undefined : changesSince(regime, request.since, asOf);
  const rows = view.provisions
    .filter(({ inForce }) => inForce)
    .toSorted(bySubjectAndAge(regime.subjects.map(({ id }) => id)));
  const holding = view.mandates.filter(({ inForce }) => inForce);
  return {
    view: changes === undefined ? view : { ...view, changes },
    heading: [
      `${view.name}, as of ${asOf}: ${describeCount(countMeasures(regime, asOf), rows.length)}`,
      ...holding.map(
        ({ body, instrument, to }) => `Mandate: ${body} by ${instrument}${to === null ? '' : `, until ${to}`}`,
      ),
      ...(holding.some(({ body }) => body.includes('Panel of Experts'))
        ? []
        : ['Mandate: no panel of experts has one']),
      ...view.outsideUn
        .filter(({ inForce }) => inForce)
        .map(({ body, from }) => `Outside the U.N.: ${body}, since ${from}`),
      '',
    ],
    rows,
    footing: [
      '',
      ...view.decisions.map(({ id, date, adopted, inFavour, against, abstained, veto }) =>
        [
          date,
          id,
          adopted ? 'adopted' : 'NOT adopted',
          inFavour === null ? 'without a vote' : `${inFavour}-${against}-${abstained}`,
          ...(veto.length > 0 ? [`veto: ${veto.join(', ')}`] : []),
        ].join('  '),
      ),
      ...(changes === undefined
        ? []
        : [
            '',
            `Changes since ${request.since}:`,
            ...changes.map(({ date, kind, what, text }) => `${date}  ${kind}  ${what}: ${text}`),
          ]),
    ],
  };
}

/** The measures counted as the report and the workbench count them, and besides them what else stands in the table. */
function describeCount(measures: number, listed: number): string {
  const others = listed - measures;
  const beside = others === 0 ? '' : `, and ${others} that make an exception, set up a body or reaffirm`;
  return `${measures} paragraphs of the measures in force${beside}`;
}

/** All bodies of the U.N. with a mandate on a day, in every regime, and which mandates end next. */
export async function describeBodies(request: Asked): Promise<{ bodies: RegisterAnswer; lines: readonly string[] }> {
  const bodies = bodiesOn(loadRegister(), request.asOf ?? utcDateOf(new Date()));
  return {
    bodies,
    lines: [
      `Bodies with a mandate on ${bodies.asOf}:`,
      ...bodies.bodies.map(
        ({ regime, body, instrument, to, evidence }) =>
          `  ${regime}: ${body} (${instrument}${to === null ? '' : `, until ${to}`}; ${evidence})`,
      ),
      'Next to end:',
      ...bodies.nextExpiries.slice(0, 5).map(({ regime, body, to }) => `  ${to}  ${regime}: ${body}`),
      ...(bodies.renewalsNotKnown.length === 0 ? [] : ['To be looked up (these may run on, or not):']),
      ...bodies.renewalsNotKnown.map(
        ({ regime, body, instrument, statement }) => `  ${regime}: ${body ?? 'measures'} (${instrument}): ${statement}`,
      ),
    ],
  };
}

/** Faults of regime files, each with file, line and what is expected. @throws AppError `unreadable` */
export async function lintFolder(folder: string): Promise<{ messages: readonly FileFault[] }> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new AppError('unreadable', 'this is no folder; name the folder of a regime, such as regimes/un-1718', {
      place: folder,
    });
  return { messages: lintRegime(folder) };
}

/** In the order of the regime's own heads, and under each from the oldest paragraph to the newest. */
function bySubjectAndAge(subjects: readonly string[]) {
  const inOrder = new Intl.Collator('en', { numeric: true });
  return (a: RegimeAnswer['provisions'][number], b: RegimeAnswer['provisions'][number]): number =>
    subjects.indexOf(a.subject) - subjects.indexOf(b.subject) || inOrder.compare(a.id, b.id);
}
