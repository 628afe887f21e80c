import type { TradeTerms } from '../../terms/terms.ts';
import type { Form } from '../form.ts';
import type { Header } from '../header.ts';
import type { NamedColumns } from '../named-columns.ts';
import { baci } from './baci.ts';
import { bol } from './bol.ts';
import { comextBulk, comextSdmx } from './comext.ts';
import { comtrade, comtradeLegacy } from './comtrade.ts';
import { gacc } from './gacc.ts';
import { japan } from './japan.ts';
import { kcs } from './kcs.ts';
import { namedForm } from './named.ts';
import { pageForm } from './page.ts';
import { russiaFts } from './russia-fts.ts';
import { trademap } from './trademap.ts';

const PUBLISHED: readonly Form[] = [
  comtrade,
  comtradeLegacy,
  gacc,
  comextBulk,
  comextSdmx,
  russiaFts,
  japan,
  kcs,
  baci,
  trademap,
  bol,
];

/** All layouts that are known: those that sources publish, the pages of the regime, and tables whose columns somebody named. */
export function formsFor(terms: TradeTerms, named: readonly NamedColumns[] = []): readonly Form[] {
  return [...PUBLISHED, ...terms.pages.map((page) => pageForm(page, terms)), ...named.map(namedForm)];
}

/** A layout by its id. @throws Error for one that no reading has */
export function formNamed(terms: TradeTerms, id: string): Pick<Form, 'words' | 'authority'> {
  const found = [...formsFor(terms), namedForm(NOBODY)].find((form) => form.id === id);
  if (found === undefined) throw new Error(`no form has the id ${id}`);
  return found;
}

const NOBODY: NamedColumns = { headings: [], roles: [], units: [] };

/** The layout whose columns a header has; undefined when it is none of them, and nothing is guessed. */
export function formOf(header: Header, forms: readonly Form[]): Form | undefined {
  return forms.find((form) => form.matches(header));
}
