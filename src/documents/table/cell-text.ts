import type { CellObject } from '@e965/xlsx';
import { SSF as untyped } from '@e965/xlsx';
import { inOneCell } from './sheet.ts';

type DateParts = { readonly y: number; readonly m: number; readonly d: number; readonly H: number; readonly M: number };

/** The part of the library that knows number formats; it brings no types for it. */
const SSF: {
  is_date(format: string): boolean;
  parse_date_code(serial: number, options: { readonly date1904: boolean }): DateParts | null;
} = untyped;

/**
 * What a cell says. Dates are numbers of days under a format, and come out as ISO dates, since "4/3/23" is two days; a time
 * without a date and a month alone are told as such. A number is shown as its format shows it only where that is the same
 * number: 12.7 under a format without decimals is "13" on the screen, and 12.7 here.
 */
export function textOfCell(cell: CellObject, date1904: boolean): string {
  const { t: type, v: value, w: shown, z: format } = cell;
  if (value === undefined || value === null || type === 'z') return '';
  if (type === 'n' && typeof value === 'number') {
    if (typeof format === 'string' && SSF.is_date(format)) return textOfDate(value, format, date1904, shown);
    const plain = String(value);
    return shown !== undefined && numberIn(shown) === value ? inOneCell(shown) : plain;
  }
  if (type === 'b') return value ? 'TRUE' : 'FALSE';
  if (type === 'e') return shown ?? '#ERROR';
  return inOneCell(String(shown ?? value));
}

function textOfDate(serial: number, format: string, date1904: boolean, shown: string | undefined): string {
  // Words in quotation marks and colours in brackets are no parts of a date.
  const bare = format.toLowerCase().replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '');
  const hasDay = /d/.test(bare);
  const hasYear = /y/.test(bare);
  const hasTime = /h|s/.test(bare);
  if (/\[[hms]+\]/.test(bare) || !(hasDay || hasYear)) return shown ?? String(serial);
  const date = SSF.parse_date_code(serial, { date1904 });
  if (date === null || date.y < 1900 || date.y > 9999) return shown ?? String(serial);
  const two = (number: number): string => String(number).padStart(2, '0');
  const year = String(date.y).padStart(4, '0');
  if (!hasDay) return /m/.test(bare) ? `${year}-${two(date.m)}` : year;
  const day = `${year}-${two(date.m)}-${two(date.d)}`;
  return hasTime && serial % 1 !== 0 ? `${day} ${two(date.H)}:${two(date.M)}` : day;
}

/** The number that a text shows, with marks between thousands, a sign of percent or a currency beside it; null for any other. */
function numberIn(text: string): number | null {
  const match = /^\(?([-−+]?)[^\d.,()+−-]{0,8}?([-−]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\s*([^\d.,()]{0,8})\)?$/u.exec(
    text.trim(),
  );
  if (match === null) return null;
  const [, sign = '', inner = '', whole = '', part = '', mark = ''] = match;
  if (whole === '' && part === '') return null;
  const size = Number(`${whole.replaceAll(',', '')}${part}`) / (mark.includes('%') ? 100 : 1);
  const negative = /[-−]/.test(sign + inner) || (text.trim().startsWith('(') && text.trim().endsWith(')'));
  return negative ? -size : size;
}
