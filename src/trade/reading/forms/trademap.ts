import { countryByName } from '../../codes/country.ts';
import { type ReportedPeriod, readReportedPeriod } from '../../model/reported-period.ts';
import type { Flow } from '../../model/row.ts';
import type { RowDraft } from '../draft.ts';
import { customsDraft, measureOf, moneyOf, periodRefusal, refusal } from '../draft-builder.ts';
import type { Form, FormSetting } from '../form.ts';
import type { Header } from '../header.ts';

const SPAN = /^(exported|imported) (value|quantity) in (.+?)(?:,.*)?$/i;

/** ITC Trade Map: years or months side by side, thousands of dollars; who trades with whom stands in the title or in the file's name alone. */
export const trademap: Form = {
  id: 'trademap',
  words: 'ITC Trade Map',
  authority: 'compiler',
  kind: 'customs',
  codePage: null,
  separators: null,
  blanks: ['-'],
  matches: (header) =>
    header.hasOneOf('Product code', 'Code', 'Importers', 'Exporters') &&
    header.cells.some((cell) => SPAN.test(cell.trim())),
  missing: () => [],
  reader: (header, setting) => {
    const stated = titleOf(header, setting);
    const productCode = header.column('Product code', 'Code');
    const label = header.column('Product label', 'Importers', 'Exporters');
    const byCountry = header.hasOneOf('Importers', 'Exporters');
    const spans = spansOf(header);
    return (cells) => {
      const row = byCountry ? countryByName(label(cells)) : undefined;
      if (byCountry && /^world$/i.test(label(cells))) return { drafts: [] };
      const drafts: RowDraft[] = [];
      for (const span of spans) {
        if (span.period === undefined) return periodRefusal(span.text);
        const [value, quantity] = [span.value(cells), span.quantity(cells)];
        if (value === '' && quantity === '') continue;
        const reporter = span.flow === 'export' ? stated.exporter : stated.importer;
        const other = span.flow === 'export' ? stated.importer : stated.exporter;
        const [self, partner] = sides(header, span.flow, reporter, other, row);
        if (self === undefined || partner === undefined)
          return refusal(
            'partner-unreadable',
            'neither the title nor the name of the file says who trades with whom; keep such a title, as in "exported by China to DPR Korea"',
          );
        drafts.push(
          customsDraft({
            reporter: self,
            partner,
            flow: span.flow,
            period: span.period,
            code: byCountry ? stated.code : productCode(cells),
            product: byCountry ? '' : label(cells),
            measures: measureOf(quantity, 'word', span.unit),
            value: moneyOf(value, 'USD', '1000'),
            cells: [...cells, span.flow, span.text],
          }),
        );
      }
      return { drafts };
    };
  },
};

type Span = {
  readonly flow: Flow;
  readonly text: string;
  readonly period: ReportedPeriod | undefined;
  readonly value: (cells: readonly string[]) => string;
  readonly quantity: (cells: readonly string[]) => string;
  readonly unit: string;
};

function spansOf(header: Header): readonly Span[] {
  const spans = new Map<string, Span>();
  for (const cell of header.cells) {
    const match = SPAN.exec(cell.trim());
    if (!match) continue;
    const [, verb = '', , text = ''] = match;
    const flow: Flow = /^exported/i.test(verb) ? 'export' : 'import';
    const key = `${flow} ${text}`;
    if (spans.has(key)) continue;
    const columns = header.cells.filter((other) => {
      const span = SPAN.exec(other.trim());
      return span?.[1]?.toLowerCase() === verb.toLowerCase() && span[3] === text;
    });
    const quantity = columns.find((name) => /quantity/i.test(name));
    spans.set(key, {
      flow,
      text,
      period: readReportedPeriod(text.replace(/^(\d{4})-M(\d{2})$/i, '$1-$2')),
      value: header.column(...columns.filter((name) => /value/i.test(name))),
      quantity: quantity === undefined ? () => '' : header.column(quantity),
      unit: /,\s*(.+)$/.exec(quantity ?? '')?.[1] ?? 'tons',
    });
  }
  return [...spans.values()];
}

type Title = { readonly exporter: string | undefined; readonly importer: string | undefined; readonly code: string };

/** "List of products exported by China to Korea, DPR", in the lines above the header or in the name of the file. */
function titleOf({ title }: Header, { fileName }: FormSetting): Title {
  const texts = [...title, fileName.replace(/\.[a-z]{3,4}$/i, '').replace(/[_]+/g, ' ')];
  let exporter: string | undefined;
  let importer: string | undefined;
  let code = '';
  for (const text of texts) {
    const exported = /exported by (.+?)(?: to (.+?))?(?: in \d{4}.*)?$/i.exec(text);
    const imported = /imported by (.+?)(?: from (.+?))?(?: in \d{4}.*)?$/i.exec(text);
    exporter ??= country(exported?.[1]) ?? country(imported?.[2]);
    importer ??= country(imported?.[1]) ?? country(exported?.[2]);
    code ||= /product:?\s*'?(\d{2,10})/i.exec(text)?.[1] ?? '';
  }
  return { exporter, importer, code };
}

function country(text: string | undefined): string | undefined {
  return text === undefined ? undefined : countryByName(text.replace(/^the /i, '').trim());
}

/** Under "Importers" each row is an importer of what the State of the title exported, and the other way round. */
function sides(
  header: Header,
  flow: Flow,
  reporter: string | undefined,
  other: string | undefined,
  row: string | undefined,
): readonly [string | undefined, string | undefined] {
  if (header.has('Importers')) return flow === 'export' ? [reporter, row] : [row, other];
  if (header.has('Exporters')) return flow === 'import' ? [reporter, row] : [row, other];
  return [reporter, other];
}
