import { countryName } from '../../core/countries/countries.ts';
import type { TradeSourceKind } from '../../trade/model/row.ts';
import type { FileReading } from '../../trade/reading/file-reading.ts';
import { formNamed } from '../../trade/reading/forms/forms.ts';
import type { TradeTerms } from '../../trade/terms/terms.ts';

const KIND_WORDS: Readonly<Record<TradeSourceKind, string>> = {
  notified: 'notified',
  customs: 'customs',
  estimate: 'estimate',
  commercial: 'commercial data',
};

/** What calls in tracks are called where people read. */
export const CALLS_LABEL = 'Calls of tankers in tracks of ships';

/** A source of figures, as far as its name goes. */
type Named = { readonly origin: 'regime' | 'document' | 'tracks'; readonly reading: FileReading };

/** What a source of figures is called where people read: what was notified by its page, a document by its file and the kind of its figures. */
export function sourceLabel({ origin, reading }: Named, terms: TradeTerms): string {
  const { file } = reading.report;
  if (origin === 'tracks') return CALLS_LABEL;
  if (origin === 'regime') return formWordsOf({ reading }, terms) ?? file;
  const kind = kindWordsOf({ reading }, terms);
  return kind === undefined ? file : `${file} (${kind})`;
}

/** What kind of figures a source has; those that others compiled out of customs' figures are told from customs' own. */
export function kindWordsOf({ reading }: Pick<Named, 'reading'>, terms: TradeTerms): string | undefined {
  const [first] = reading.rows;
  if (first === undefined) return undefined;
  const isCompiled = first.kind === 'customs' && formNamed(terms, first.form).authority === 'compiler';
  return isCompiled ? 'compiled from customs' : KIND_WORDS[first.kind];
}

/** What the form of a source is called; undefined where none is known. */
export function formWordsOf({ reading }: Pick<Named, 'reading'>, terms: TradeTerms): string | undefined {
  const { form } = reading.report;
  return form === null ? undefined : formNamed(terms, form).words;
}

/** Names of States by their codes, those joined by "+" too: "China and Russia". */
export function statesInWords(codes: string): string {
  return codes.split('+').map(countryName).join(' and ');
}

/** Labels by the name that ledgers have for a source. */
export function labelsOf(sources: readonly Named[], terms: TradeTerms): ReadonlyMap<string, string> {
  return new Map(sources.map((source) => [source.reading.report.file, sourceLabel(source, terms)]));
}
