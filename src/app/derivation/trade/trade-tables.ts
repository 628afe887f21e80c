import type { Claim } from '../../../claims/model/claim.ts';
import { layoutsIn } from '../../../claims/tables/column-mapping.ts';
import { memoized } from '../../../core/memoized.ts';
import { kindOfMediaType } from '../../../documents/custody/custody.ts';
import type { TextLayer } from '../../../documents/text/text-layer.ts';
import { formOf, formsFor } from '../../../trade/reading/forms/forms.ts';
import { Header } from '../../../trade/reading/header.ts';
import { loadTradeTerms } from '../../../trade/terms/terms.ts';
import { loadRegimes } from '../../regimes.ts';
import type { ReadDocument } from '../reading/read-documents.ts';

/**
 * The claims of a document less those of rows that States or their customs stand behind: what such a row says is not the word of
 * whoever handed the table over. A person makes it a claim of its authority (app/trade/row-claims.ts).
 */
export function withoutReportersRows(
  { layer, custody }: Pick<ReadDocument, 'layer' | 'custody'>,
  claims: readonly Claim[],
): readonly Claim[] {
  if (claims.length === 0 || !TABLES.has(kindOfMediaType(custody.identity.mediaType) ?? '')) return claims;
  return reportersRows(layer).size === 0 ? claims : othersIn(layer)(claims);
}

/** The same list for the same claims: what follows from it is known by it. */
const othersIn = memoized((layer: TextLayer) =>
  memoized((claims: readonly Claim[]): readonly Claim[] =>
    claims.filter(({ start, end }) => !reportersRows(layer).has(`${start}-${end}`)),
  ),
);

const TABLES: ReadonlySet<string> = new Set(['csv', 'xlsx', 'xls', 'ods']);

/** Whether a text is a table of trade figures in a form that is known. */
export const isTradeTable = memoized((layer: TextLayer): boolean =>
  layoutsIn(layer).some(({ headings }) => formOf(new Header(headings), knownForms()) !== undefined),
);

function knownForms() {
  return loadRegimes().flatMap((regime) => formsFor(loadTradeTerms(regime)));
}

const reportersRows = memoized((layer: TextLayer): ReadonlySet<string> => {
  const forms = knownForms();
  const places = layoutsIn(layer).flatMap(({ headings, rows }) =>
    formOf(new Header(headings), forms)?.authority === 'reporter'
      ? rows.map(({ start, end }) => `${start}-${end}`)
      : [],
  );
  return new Set(places);
});
