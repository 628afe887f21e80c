import { writePlural } from '../../core/plural.ts';
import { printableText } from '../../figures/drawing/markup.ts';
import { writeDate, writeFigure } from '../../figures/drawing/words.ts';
import {
  type IntervalRelation,
  type IntervalRow,
  intervalLetters,
  intervalPanels,
  type RelationKind,
} from '../../figures/intervals/intervals-input.ts';
import { countOrigins, type OriginsInput } from '../../figures/maps/origins.ts';
import { claimantName } from '../../findings/model/claimant-name.ts';
import type { StatementCheck } from '../../findings/statements/statement-check.ts';
import type { Prose, ReportComparison } from '../model/model.ts';
import { capitalise, writeCount, writeDates, writeList } from '../model/words.ts';
import { type Aside, type Inline, type ManuscriptBlock, type Row, textOf } from './manuscript.ts';
import type { Writer } from './writer.ts';

const RELATIONS: Readonly<Record<string, string>> = {
  same: 'the same',
  narrower: 'narrower',
  compatible: 'compatible',
  contradicts: 'contradict each other',
  incomparable: 'not comparable',
};

/** What the sources say of one matter: the figure, the figures as a table, their relations, and their origins. */
export function composeComparison(comparison: ReportComparison, writer: Writer): readonly ManuscriptBlock[] {
  const blocks: ManuscriptBlock[] = [
    { kind: 'heading', id: anchorOf(comparison.id), text: comparison.title, aside: comparisonAside(comparison) },
  ];
  if (comparison.introduction !== null) blocks.push(writer.paragraph(comparison.introduction));
  const reviewed = describeReview(comparison);
  if (reviewed !== null) blocks.push(writer.paragraph(reviewed));
  if (comparison.rows.length > 0) {
    // Notes are numbered where the text first points to them, so the table's order of reading comes before the figure's labels.
    const ordered = intervalPanels(comparison.rows).flatMap(({ rows }) => rows.map(({ id }) => id));
    const byId = new Map(comparison.rows.map((row) => [row.id, row]));
    const rows = ordered.flatMap((id) => byId.get(id) ?? []);
    const labelled = rows.map(({ claim, ...row }): IntervalRow => ({ ...row, note: String(writer.noteNumber(claim)) }));
    // A figure is drawn where it shows something: a conflict, a drift, or one source being more precise than another.
    const telling = comparison.relations.some((relation) => gravityOf(relation) !== null);
    if (telling && rows.length <= MOST_DRAWN) {
      blocks.push(
        writer.figure('What each source’s words leave open, side by side', {
          kind: 'intervals',
          input: {
            title: `${comparison.title}: the sources’ figures side by side`,
            rows: labelled,
            relations: comparison.relations,
            notes: false,
            ...(comparison.review === 'accepted' ? {} : { common: false as const }),
          },
        }),
      );
    }
    blocks.push(figuresTable(rows, writer));
    blocks.push(...composeRelations(comparison, writer));
  }
  return blocks;
}

/** More rows than this on one page are too small to be read; the table has them all. */
const MOST_DRAWN = 30;

/** By whom the figures were accepted as being of one matter. */
function describeReview({ review, reviewedBy }: ReportComparison): string | null {
  if (review !== 'accepted' || reviewedBy === null) return null;
  const { by, at, act, reason, words } = reviewedBy;
  return `${by} accepted this comparison on ${writeDate(at.slice(0, 10))} (act ${act})${reason === null ? '' : `: ${reason.replace(/\.?$/, '')}`}.${words === undefined ? '' : ` In the words of ${by}: ${words}`}`;
}

/**
 * Origins are stated for all matters at once, and drawn for the one matter that has most to show: several origins, or
 * reports that passed on what others had said.
 */
export function composeOrigins(comparisons: readonly ReportComparison[], writer: Writer): readonly ManuscriptBlock[] {
  const matters = comparisons.flatMap(({ title, origins }) =>
    origins === null || origins.origins.length === 0 ? [] : [{ title: `${title}: origins`, matter: title, ...origins }],
  );
  if (matters.length === 0) return [];
  const several = matters.filter(({ origins }) => origins.length > 1);
  const rest = matters.length - several.length;
  const counted = several.map((matter) => `${matter.matter}: ${countOrigins(matter)}`);
  const dependent =
    rest === 0
      ? ''
      : ` ${several.length === 0 ? 'On each matter above' : `On ${writeCount(rest, 'other matter')}`}, no two sources are shown to be independent of each other: their reports count as one origin.`;
  const heading: ManuscriptBlock = { kind: 'heading', id: 'origins', text: 'Origins', aside: null };
  const shown = matters.filter(({ paths }) => paths.length <= MOST_WAYS).sort((a, b) => tellingOf(b) - tellingOf(a))[0];
  return [
    heading,
    writer.paragraph(
      `Corroboration is counted in origins, not in reports.${counted.length === 0 ? '' : ` ${counted.join('; ')}.`}${dependent}`,
    ),
    ...[...new Set(matters.flatMap(({ judged }) => judged))].map((sentence) =>
      writer.paragraph(printableText(sentence)),
    ),
    ...(shown === undefined || tellingOf(shown) === 0
      ? []
      : [
          writer.figure(`${shown.matter}: who said it, who passed it on, and where it was read`, {
            kind: 'origins',
            input: { title: shown.title, origins: shown.origins, paths: shown.paths },
          }),
        ]),
  ];
}

/** A drawing of more ways than this shows no way: the matter's words say how many there are. */
const MOST_WAYS = 40;

function tellingOf({ origins, paths }: OriginsInput): number {
  return (origins.length - 1) * 100 + paths.filter(({ relays }) => relays.length > 0).length;
}

function anchorOf(id: string): string {
  return `matter-${id.replace(/[^A-Za-z0-9-]/g, '-')}`;
}

function comparisonAside({ relations, review }: ReportComparison): Aside | null {
  // What nobody has looked at contests nothing, whatever the program finds between two figures.
  if (review === 'proposed')
    return relations.length === 0 ? null : { tone: 'plain', lines: ['Proposed', 'not reviewed'] };
  if (relations.some(({ relation }) => relation === 'contradicts')) return { tone: 'alert', lines: ['Contested'] };
  if (relations.some(({ drift }) => drift)) return { tone: 'alert', lines: ['Possible drift'] };
  return relations.length === 0 ? null : { tone: 'good', lines: ['No conflict'] };
}

function figuresTable(rows: ReportComparison['rows'], writer: Writer): ManuscriptBlock {
  const letters = intervalLetters(rows);
  return {
    kind: 'table',
    dense: true,
    caption: 'The figures, each in its source’s words',
    head: ['', 'Source', 'Words of the source', 'Counted', 'Read as'],
    rows: rows.map((row) => [
      [{ kind: 'strong', text: letters.get(row.id) ?? '' }],
      [...textOf(claimantName(writer.claim(row.claim).claimant)), writer.claimNote(row.claim)],
      textOf(`“${row.raw}”${row.polarity === 'denies' ? ' (a denial)' : ''}`),
      textOf(
        row.unit === undefined ? writePlural(row.counts) : `${writePlural(row.counts)}, in ${writePlural(row.unit)}`,
      ),
      textOf(
        `${writeFigure(row, row.estimate ?? null)}${row.qualifier === 'about' ? ' (about, ±20 % by convention)' : ''}`,
      ),
    ]),
  };
}

/** Relations printed for one matter; the JSON form of the report holds all. */
const MAX_RELATIONS = 40;

/** Contradictions first, then what may have drifted, then what one source says more narrowly; the rest says nothing by itself. */
function gravityOf({ relation, drift }: IntervalRelation): number | null {
  if (relation === 'contradicts') return 0;
  if (drift) return 1;
  return relation === 'narrower' ? 2 : null;
}

/** Up to this many other pairs are printed with their reason too: a reader asks why two figures of one thing are not compared. */
const FEW_RELATIONS = 3;

/** The pairs that say something as a table, the others with them where they are few, else their number in a sentence. */
function composeRelations({ rows, relations: all }: ReportComparison, writer: Writer): readonly ManuscriptBlock[] {
  const letters = intervalLetters(rows);
  const telling = all
    .filter((relation) => gravityOf(relation) !== null)
    .sort((a, b) => (gravityOf(a) ?? 0) - (gravityOf(b) ?? 0));
  const others = all.filter((relation) => gravityOf(relation) === null);
  const shown = [...telling.slice(0, MAX_RELATIONS), ...(others.length <= FEW_RELATIONS ? others : [])];
  const blocks: ManuscriptBlock[] = [];
  if (shown.length > 0) {
    blocks.push({
      kind: 'table',
      dense: true,
      caption: 'How the figures stand to each other',
      head: ['Pair', 'Relation', 'Reason'],
      rows: shown.flatMap((relation): Row[] => {
        const [a, b] = [letters.get(relation.a), letters.get(relation.b)];
        if (a === undefined || b === undefined) return [];
        const narrower =
          relation.relation === 'narrower' && relation.narrower !== null
            ? ` (${relation.narrower === 'a' ? a : b})`
            : '';
        const words = `${RELATIONS[relation.relation] ?? relation.relation}${narrower}${relation.drift ? '; possible drift' : ''}`;
        return [
          [[{ kind: 'strong', text: `${a}\u00a0and\u00a0${b}` }], textOf(words), textOf(writeDates(relation.reason))],
        ];
      }),
    });
  }
  const rest = describeRest(
    all.filter((relation) => !shown.includes(relation)),
    shown.length > 0,
  );
  if (rest !== '') blocks.push(writer.paragraph(rest));
  return blocks;
}

/** The pairs that the table leaves out. */
function describeRest(rest: readonly IntervalRelation[], beside: boolean): string {
  if (rest.length === 0) return '';
  const counts = new Map<RelationKind, number>();
  for (const { relation } of rest) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  const parts = [...counts].map(([relation, count]) => `${writeCount(count, 'pair')} ${REST[relation] ?? relation}`);
  return `${beside ? 'Not in the table' : 'Pair by pair'}: ${writeList(parts)}.`;
}

const REST: Readonly<Record<RelationKind, string>> = {
  same: 'with the same figure',
  narrower: 'of which one is narrower',
  compatible: 'compatible with each other',
  contradicts: 'in contradiction',
  incomparable: 'not comparable',
};

/** A numbered paragraph and its points under one heading, or one that says there is nothing of the kind. */
export function composePoints(
  id: string,
  title: string,
  points: readonly Prose[],
  words: { readonly some: string; readonly none: string },
  aside: Aside,
  writer: Writer,
): readonly ManuscriptBlock[] {
  const heading: ManuscriptBlock = { kind: 'heading', id, text: title, aside: null };
  if (points.length === 0) return [heading, writer.paragraph(words.none)];
  return [
    heading,
    writer.paragraph(words.some, aside),
    { kind: 'list', items: points.map((point) => writer.inlines(point)) },
  ];
}

const CHECKED: Readonly<Record<StatementCheck['relation'], Inline>> = {
  contradicts: { kind: 'strong', text: 'contradicted' },
  agrees: { kind: 'text', text: 'agrees' },
};

/** Statements about decisions, votes and mandates, the contradicted ones first. */
export function composeChecks(checks: readonly StatementCheck[], writer: Writer): readonly ManuscriptBlock[] {
  const heading: ManuscriptBlock = {
    kind: 'heading',
    id: 'checks',
    text: 'Statements tested against the regime’s own data',
    aside: null,
  };
  if (checks.length === 0) {
    return [
      heading,
      writer.paragraph(
        'The program read no statement that it could test against the decisions, votes and mandates of the regime.',
      ),
    ];
  }
  const contradicted = checks.filter(({ relation }) => relation === 'contradicts').length;
  const sorted = [...checks].sort((a, b) => Number(a.relation === 'agrees') - Number(b.relation === 'agrees'));
  return [
    heading,
    writer.paragraph(
      `${capitalise(writeCount(checks.length, 'statement'))} of the sources could be tested; ${contradicted === 0 ? 'none is contradicted' : `${writeCount(contradicted, 'statement')} ${contradicted === 1 ? 'is' : 'are'} contradicted`}.`,
      contradicted === 0
        ? { tone: 'good', lines: ['In agreement'] }
        : { tone: 'alert', lines: ['Contradicted by', 'the regime’s data'] },
    ),
    {
      kind: 'table',
      dense: true,
      caption: 'Statements alongside the regime’s data',
      head: ['Source', 'Statement', 'The regime’s data', 'Outcome'],
      rows: sorted.map((check) => checkRow(check, writer)),
    },
  ];
}

function checkRow(check: StatementCheck, writer: Writer): Row {
  const recalled = check.evidence === 'recalled' ? '; recalled, not seen' : '';
  return [
    [...textOf(capitalise(claimantName(writer.claim(check.claim).claimant))), writer.claimNote(check.claim)],
    textOf(writeDates(check.statement)),
    [...textOf(`${writeDates(check.fact)} (`), ...writer.provision(check.reference), ...textOf(`${recalled})`)],
    [CHECKED[check.relation]],
  ];
}
