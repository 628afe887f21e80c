/**
 * What point and comma mean in the figures of one file. A file is written by one program in one way, so that "10.358.388" in one row
 * says what "1.234" means in another; where no row says it, the form or the delimiter does, and else the figure can be read two ways.
 */
export type SeparatorMark = '.' | ',';

/** How often each mark was seen to part groups of three, or the fraction, where no other reading is possible. */
export class SeparatorEvidence {
  private readonly groups = { '.': 0, ',': 0 };
  private readonly fractions = { '.': 0, ',': 0 };

  note(shape: FigureShape): void {
    if (shape.kind === 'lone' || shape.kind === 'unreadable') return;
    if (shape.group !== null) this.groups[shape.group]++;
    if (shape.fraction !== null) this.fractions[shape.fraction]++;
  }

  /** What a lone mark before three digits means; null where the file leaves it open. */
  meaningOf(mark: SeparatorMark, fallback: Separators): 'group' | 'fraction' | null {
    const other: SeparatorMark = mark === '.' ? ',' : '.';
    const own = settle(this.groups[mark], this.fractions[mark]);
    if (own === 'contradictory') return null;
    if (own !== null) return own;
    const opposite = settle(this.groups[other], this.fractions[other]);
    if (opposite === 'fraction') return 'group';
    if (opposite === 'group') return 'fraction';
    return fallback[mark];
  }
}

function settle(groups: number, fractions: number): 'group' | 'fraction' | 'contradictory' | null {
  if (groups > 0 && fractions > 0) return 'contradictory';
  if (groups > 0) return 'group';
  return fractions > 0 ? 'fraction' : null;
}

/** What the marks mean where the figures of the file do not say it themselves. */
export type Separators = Readonly<Record<SeparatorMark, 'group' | 'fraction' | null>>;

export const UNSETTLED: Separators = Object.freeze({ '.': null, ',': null });
/** Written by a program: the point parts the fraction and nothing parts groups. */
export const POINT_FRACTION: Separators = Object.freeze({ '.': 'fraction', ',': 'group' });
/** With `;` between the cells the comma is kept for the fraction. */
export const COMMA_FRACTION: Separators = Object.freeze({ '.': 'group', ',': 'fraction' });

/** A figure in the form in which it stands, before it is known what a lone mark means. */
export type FigureShape =
  | {
      readonly kind: 'plain';
      readonly digits: string;
      readonly group: SeparatorMark | null;
      readonly fraction: SeparatorMark | null;
    }
  /** "1.234": a thousand or one and a bit. */
  | {
      readonly kind: 'lone';
      readonly mark: SeparatorMark;
      readonly whole: string;
      readonly rest: string;
      readonly minus: string;
    }
  | { readonly kind: 'unreadable' };

const UNREADABLE: FigureShape = Object.freeze({ kind: 'unreadable' });
const LONGEST = 60;

/** The form of a figure: blanks and apostrophes part groups, a minus may stand before it, nothing else may. */
export function shapeOf(text: string): FigureShape {
  if (/^\d{1,18}$/.test(text)) return { kind: 'plain', digits: withoutNoughts(text), group: null, fraction: null };
  if (text.length > LONGEST) return UNREADABLE;
  const written = text.normalize('NFKC').trim().replace(/[−–]/g, '-');
  const bare = written.replace(/(?<=\d)[ '’\u00a0\u2009\u202f](?=\d{3}(?:\D|$))/g, '');
  const match = /^(-?)(\d[\d.,]*|[.,]\d+)$/.exec(bare);
  if (!match) return UNREADABLE;
  const [, minus = '', figure = ''] = match;
  const points = figure.split('.').length - 1;
  const commas = figure.split(',').length - 1;
  if (points === 0 && commas === 0)
    return { kind: 'plain', digits: minus + withoutNoughts(figure), group: null, fraction: null };
  if (points > 0 && commas > 0) return withBoth(minus, figure, points, commas);
  const mark: SeparatorMark = points > 0 ? '.' : ',';
  if (points + commas > 1) return grouped(minus, figure, mark, null);
  const [whole = '', rest = ''] = figure.split(mark);
  if (rest === '') return UNREADABLE;
  // A group has three digits and is led by one to three of which the first is not nought.
  if (rest.length !== 3 || whole.length > 3 || whole === '' || whole.startsWith('0'))
    return { kind: 'plain', digits: joined(minus, whole, rest), group: null, fraction: mark };
  return { kind: 'lone', mark, whole, rest, minus };
}

/** "1.234,5": the mark that stands last and once parts the fraction. */
function withBoth(minus: string, figure: string, points: number, commas: number): FigureShape {
  const last: SeparatorMark = figure.lastIndexOf('.') > figure.lastIndexOf(',') ? '.' : ',';
  if ((last === '.' ? points : commas) !== 1) return UNREADABLE;
  const at = figure.lastIndexOf(last);
  return grouped(minus, figure.slice(0, at), last === '.' ? ',' : '.', { mark: last, digits: figure.slice(at + 1) });
}

function grouped(
  minus: string,
  figure: string,
  mark: SeparatorMark,
  fraction: { mark: SeparatorMark; digits: string } | null,
): FigureShape {
  const [first = '', ...groups] = figure.split(mark);
  if (!/^[1-9]\d{0,2}$/.test(first) || groups.some((group) => !/^\d{3}$/.test(group))) return UNREADABLE;
  if (fraction !== null && !/^\d+$/.test(fraction.digits)) return UNREADABLE;
  const whole = first + groups.join('');
  return {
    kind: 'plain',
    digits: fraction === null ? minus + whole : joined(minus, whole, fraction.digits),
    group: mark,
    fraction: fraction?.mark ?? null,
  };
}

/** The digits of a lone figure once its mark is settled. */
export function loneDigits(shape: Extract<FigureShape, { kind: 'lone' }>, meaning: 'group' | 'fraction'): string {
  return meaning === 'group' ? shape.minus + shape.whole + shape.rest : joined(shape.minus, shape.whole, shape.rest);
}

function joined(minus: string, whole: string, rest: string): string {
  return `${minus}${withoutNoughts(whole)}.${rest}`;
}

function withoutNoughts(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '') || '0';
}
