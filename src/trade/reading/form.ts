import type { TradeSourceKind } from '../model/row.ts';
import type { TradeTerms } from '../terms/terms.ts';
import type { Separators } from '../units/separators.ts';
import type { RowReading } from './draft.ts';
import type { Header } from './header.ts';

/** What a form cannot see in a row: the file's name, what the user said of it, and the regime's terms. */
export type FormSetting = {
  readonly fileName: string;
  /** Import or export, where the user says which. */
  readonly flow: 'import' | 'export' | null;
  readonly terms: TradeTerms;
};

/** Reads the rows of one file; made once for its header. */
export type RowReader = (cells: readonly string[]) => RowReading;

/** A layout of figures that sources publish. It is known by its columns, never by a file's name. */
export type Form = {
  readonly id: string;
  /** What people call it. */
  readonly words: string;
  /** Whose word a figure is: the State that reports it, or whoever made the table. */
  readonly authority: 'reporter' | 'compiler';
  readonly kind: TradeSourceKind;
  /** The code page in which the source writes what is no Unicode; null: it has none of its own. */
  readonly codePage: string | null;
  /** What point and comma mean where the figures of a file leave it open; null: nothing is known. */
  readonly separators: Separators | null;
  /** Cells that stand for "not known". */
  readonly blanks: readonly string[];
  matches(header: Header): boolean;
  /** Columns without which no row can be read; empty when all are there. */
  missing(header: Header): readonly string[];
  reader(header: Header, setting: FormSetting): RowReader;
};
