import type { BallotsInput } from '../../figures/ballots.ts';
import type { CapBandsInput } from '../../figures/cap-bands.ts';
import type { DumbbellsInput } from '../../figures/dumbbells.ts';
import type { GoodsMatrixInput } from '../../figures/goods-matrix.ts';
import type { IntervalsInput } from '../../figures/intervals/intervals-input.ts';
import type { MapInput } from '../../figures/maps/map.ts';
import type { OriginsInput } from '../../figures/maps/origins.ts';
import type { TrackMapInput } from '../../figures/maps/track-map.ts';
import type { NetworkInput } from '../../figures/network.ts';
import type { TimelineInput } from '../../figures/timeline/timeline-input.ts';

/**
 * The report laid out: sections, numbered paragraphs, numbered notes, tables and figures, before any format. HTML, PDF and
 * Word print the same manuscript, so that "paragraph 12" and "note 7" are the same in all of them.
 */
export type Manuscript = {
  readonly language: string;
  readonly symbol: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly date: string;
  /** Facts of the first page. */
  readonly particulars: readonly TermFact[];
  /** The few facts that a reader must not miss, for the first page. */
  readonly headline: readonly { readonly value: string; readonly words: string; readonly tone: Tone }[];
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
  readonly annexes: readonly Section[];
};

export type Section = {
  readonly id: string;
  /** "I", "II" ... or "Annex I". */
  readonly numeral: string;
  readonly title: string;
  readonly blocks: readonly ManuscriptBlock[];
};

export type Inline =
  /** A `file` is the name of a file: never hyphenated, but it may be long and is broken where it must be. */
  | { readonly kind: 'text' | 'emphasis' | 'strong' | 'code' | 'file'; readonly text: string }
  | { readonly kind: 'note'; readonly number: number; readonly reference: number }
  | { readonly kind: 'link'; readonly target: string; readonly text: string }
  | { readonly kind: 'address'; readonly url: string; readonly text: string };

export type ManuscriptCell = readonly Inline[];
export type Row = readonly ManuscriptCell[];

/** `plain` informs, `good` is settled, `alert` asks for attention. Never told by colour alone: the words say it. */
export type Tone = 'plain' | 'good' | 'alert';
export type Aside = { readonly tone: Tone; readonly lines: readonly string[] };
export type TermFact = { readonly term: string; readonly value: readonly Inline[] };

export type FigureContent =
  | { readonly kind: 'intervals'; readonly input: IntervalsInput }
  | { readonly kind: 'timeline'; readonly input: TimelineInput }
  | { readonly kind: 'ballots'; readonly input: BallotsInput }
  | { readonly kind: 'origins'; readonly input: OriginsInput }
  | { readonly kind: 'map'; readonly input: MapInput }
  | { readonly kind: 'track-map'; readonly input: TrackMapInput }
  | { readonly kind: 'cap-bands'; readonly input: CapBandsInput }
  | { readonly kind: 'dumbbells'; readonly input: DumbbellsInput }
  | { readonly kind: 'goods-matrix'; readonly input: GoodsMatrixInput }
  | { readonly kind: 'network'; readonly input: NetworkInput };

export type ManuscriptBlock =
  | { readonly kind: 'heading'; readonly id: string; readonly text: string; readonly aside: Aside | null }
  | {
      readonly kind: 'paragraph';
      readonly number: number | null;
      readonly text: readonly Inline[];
      readonly aside: Aside | null;
    }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'facts'; readonly facts: readonly TermFact[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** A row of one cell in a table of several columns is a heading for the rows below it. */
      readonly rows: readonly Row[];
      /** Small type for long lists of reference. */
      readonly dense?: true;
      /** Ids of the rows that others point to, by place. */
      readonly anchors?: readonly (string | null)[];
    }
  | {
      readonly kind: 'figure';
      readonly id: string;
      readonly number: number;
      readonly caption: string;
      readonly content: FigureContent;
    }
  | { readonly kind: 'verbatim'; readonly text: string; readonly name: string };

/** A footnote: the passage, or the source of a paragraph of law. `references` counts how often the text points to it. */
export type Note = {
  readonly number: number;
  readonly quote: string | null;
  readonly text: readonly Inline[];
  readonly references: number;
};

export function textOf(text: string): readonly Inline[] {
  return [{ kind: 'text', text }];
}

/** A paragraph without a number: in an annex, or beside a table. */
export function plainParagraph(text: string): ManuscriptBlock {
  return { kind: 'paragraph', number: null, text: textOf(text), aside: null };
}
