import { type Decimal, toDecimal } from '../../core/decimal.ts';
import type { RefusalCode } from '../errors.ts';
import { type FigureShape, loneDigits, type SeparatorEvidence, type Separators, shapeOf } from './separators.ts';

/** How a figure of a file is read: by what the whole file shows, then by what the form or the delimiter says. */
export type FigureReading = { readonly evidence: SeparatorEvidence; readonly fallback: Separators };

export type TradeFigure =
  | { readonly value: Decimal }
  | {
      readonly code: Extract<RefusalCode, 'number-unreadable' | 'number-ambiguous' | 'quantity-negative'>;
      readonly message: string;
    };

/** A figure of a row once the file has shown what point and comma mean in it. Negative ones are no quantities. */
export function readFigure(text: string, reading: FigureReading): TradeFigure {
  const shape = shapeOf(text);
  const digits = digitsOf(shape, reading);
  if (digits === null)
    return shape.kind === 'lone'
      ? {
          code: 'number-ambiguous',
          message: `"${text}" can be read two ways, as ${loneDigits(shape, 'group')} and as ${loneDigits(shape, 'fraction')}; write it without a mark between the thousands`,
        }
      : {
          code: 'number-unreadable',
          message: `"${text.slice(0, 40)}" is no figure; write digits, or leave the cell empty where there is none`,
        };
  const value = toDecimal(digits);
  if (value.startsWith('-'))
    return {
      code: 'quantity-negative',
      message: `"${text}" is less than nought; a correction of an earlier figure is a figure of its own, in full`,
    };
  return { value };
}

function digitsOf(shape: FigureShape, { evidence, fallback }: FigureReading): string | null {
  if (shape.kind === 'plain') return shape.digits;
  if (shape.kind === 'unreadable') return null;
  const meaning = evidence.meaningOf(shape.mark, fallback);
  return meaning === null ? null : loneDigits(shape, meaning);
}
