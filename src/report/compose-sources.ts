import {
  type IntervalRelation,
  type IntervalRow,
  intervalLetters,
  intervalPanels,
  type RelationKind,
} from '../figures/intervals-input.ts';
import { countOrigins } from '../figures/origins.ts';
import { writeBounds, writePlural } from '../figures/words.ts';
import type { StatementCheck } from '../findings/statement-check.ts';
import { type Aside, type Block, type Inline, textOf } from './manuscript.ts';
import type { Prose, ReportComparison } from './model.ts';
import { capitalise, claimantName } from './words.ts';
import type { Writer } from './writer.ts';

const RELATIONS: Readonly<Record<string, string>> = {
  same: 'the same',
  narrower: 'narrower',
  compatible: 'compatible',
  contradicts: 'contradict each other',
  incomparable: 'not comparable',
};

/** What the sources say of one matter: the figure, the figures as a table, their relations, and their origins. */
export function composeComparison(comparison: ReportComparison, writer: Writer): readonly Block[] {
  const blocks: Block[] = [{ kind: 'heading', id: anchorOf(comparison.id), text: comparison.title, aside: null }];
  if (comparison.introduction !== null)
    blocks.push(writer.paragraph(comparison.introduction, comparisonAside(comparison)));
  if (comparison.rows.length > 0) {
    // Notes are numbered where the text first points to them, so the table's order of reading comes before the figure's labels.
    const ordered = intervalPanels(comparison.rows).flatMap(({ rows }) => rows.map(({ id }) => id));
    const byId = new Map(comparison.rows.map((row) => [row.id, row]));
    const rows = ordered.flatMap((id) => byId.get(id) ?? []);
    const labelled = rows.map(({ claim, ...row }): IntervalRow => ({ ...row, note: String(writer.noteNumber(claim)) }));
    blocks.push(
      writer.figure(`${comparison.title}: the sources’ figures side by side`, {
        kind: 'intervals',
        input: {
          title: `${comparison.title}: the sources’ figures side by side`,
          rows: labelled,
          relations: comparison.relations,
        },
      }),
      figuresTable(rows, writer),
    );
    if (comparison.relations.length > 0) blocks.push(relationsTable(comparison));
  }
  if (comparison.origins !== null && comparison.origins.origins.length > 0) {
    const input = { title: `${comparison.title}: origins`, ...comparison.origins };
    blocks.push(
      writer.paragraph(`Counted in origins and not in reports, this matter rests on ${countOrigins(input)}.`),
      writer.figure(`${comparison.title}: who said it, who passed it on, and where it was read`, {
        kind: 'origins',
        input,
      }),
    );
  }
  return blocks;
}

function anchorOf(id: string): string {
  return `matter-${id.replace(/[^A-Za-z0-9-]/g, '-')}`;
}

function comparisonAside({ relations }: ReportComparison): Aside | null {
  if (relations.some(({ relation }) => relation === 'contradicts')) return { tone: 'alert', lines: ['Contested'] };
  if (relations.some(({ drift }) => drift)) return { tone: 'alert', lines: ['Possible drift'] };
  return relations.length === 0 ? null : { tone: 'good', lines: ['No conflict'] };
}

function figuresTable(rows: ReportComparison['rows'], writer: Writer): Block {
  const letters = intervalLetters(rows);
  return {
    kind: 'table',
    caption: 'The figures, each in its source’s words',
    head: ['', 'Source', 'Words of the source', 'Counted', 'Read as'],
    rows: rows.map((row) => [
      [{ kind: 'strong', text: letters.get(row.id) ?? '' }],
      [...textOf(row.claimant), writer.claimNote(row.claim)],
      textOf(`“${row.raw}”${row.polarity === 'denies' ? ' (a denial)' : ''}`),
      textOf(
        row.unit === undefined ? writePlural(row.counts) : `${writePlural(row.counts)}, in ${writePlural(row.unit)}`,
      ),
      textOf(`${writeBounds(row)}${row.qualifier === 'about' ? ' (about, ±20 % by convention)' : ''}`),
    ]),
  };
}

/** Relations printed for one matter; the JSON form of the report holds all. */
const MAX_RELATIONS = 40;
const GRAVEST_FIRST: readonly RelationKind[] = ['contradicts', 'incomparable', 'narrower', 'compatible', 'same'];

/** Contradictions first, then what may have drifted. */
function gravityOf({ relation, drift }: IntervalRelation): number {
  return relation === 'contradicts' ? -2 : drift ? -1 : GRAVEST_FIRST.indexOf(relation);
}

function relationsTable({ rows, relations: all }: ReportComparison): Block {
  const letters = intervalLetters(rows);
  const relations = [...all].sort((a, b) => gravityOf(a) - gravityOf(b)).slice(0, MAX_RELATIONS);
  const rest = all.length - relations.length;
  return {
    kind: 'table',
    caption: `How the figures stand to each other${rest > 0 ? ` (the gravest ${MAX_RELATIONS}; ${rest} more in the report’s JSON form)` : ''}`,
    head: ['Pair', 'Relation', 'Reason'],
    rows: relations.flatMap((relation): (readonly Inline[])[][] => {
      const [a, b] = [letters.get(relation.a), letters.get(relation.b)];
      if (a === undefined || b === undefined) return [];
      const narrower =
        relation.relation === 'narrower' && relation.narrower !== null ? ` (${relation.narrower === 'a' ? a : b})` : '';
      const words = `${RELATIONS[relation.relation] ?? relation.relation}${narrower}${relation.drift ? '; possible drift' : ''}`;
      return [
        [[{ kind: 'strong', text: `${a}\u00a0and\u00a0${b}` }], [...textOf(words)], [...textOf(relation.reason)]],
      ];
    }),
  };
}

/** Numbered paragraphs under one heading, or one that says there is nothing of the kind. */
export function composePoints(
  id: string,
  title: string,
  points: readonly Prose[],
  nothing: string,
  aside: Aside,
  writer: Writer,
): readonly Block[] {
  const heading: Block = { kind: 'heading', id, text: title, aside: null };
  if (points.length === 0) return [heading, writer.paragraph(nothing)];
  return [heading, ...points.map((point) => writer.paragraph(point, aside))];
}

const CHECKED: Readonly<Record<StatementCheck['relation'], Aside>> = {
  contradicts: { tone: 'alert', lines: ['Contradicted by', 'the regime’s data'] },
  agrees: { tone: 'good', lines: ['Agrees with', 'the regime’s data'] },
};

/** Statements about decisions, votes and mandates, the contradicted ones first. */
export function composeChecks(checks: readonly StatementCheck[], writer: Writer): readonly Block[] {
  const heading: Block = {
    kind: 'heading',
    id: 'checks',
    text: 'Statements tested against the regime’s own data',
    aside: null,
  };
  if (checks.length === 0) {
    return [
      heading,
      writer.paragraph(
        'No statement of the sources could be tested against the decisions, votes and mandates of the regime.',
      ),
    ];
  }
  const sorted = [...checks].sort((a, b) => Number(a.relation === 'agrees') - Number(b.relation === 'agrees'));
  return [heading, ...sorted.map((check) => writer.paragraph(checkText(check, writer), CHECKED[check.relation]))];
}

function checkText(check: StatementCheck, writer: Writer): readonly Inline[] {
  const claim = writer.claim(check.claim);
  const recalled = check.evidence === 'recalled' ? '; recalled, not seen' : '';
  return [
    ...textOf(`${capitalise(claimantName(claim.claimant))}: ${sentence(check.statement)}`),
    writer.claimNote(check.claim),
    ...textOf(` The regime’s data: ${sentence(check.fact)} (`),
    ...writer.provision(check.reference),
    ...textOf(`${recalled})`),
  ];
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
