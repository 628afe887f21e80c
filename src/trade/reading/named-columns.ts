import { foldColumn, type Header } from './header.ts';

/** What a column of figures of trade can be, where a person says so. */
export const NAMED_ROLES = ['date', 'agent', 'recipient', 'goods', 'quantity', 'measure'] as const;
export type NamedRole = (typeof NAMED_ROLES)[number];

/**
 * What a person says that the columns under some headings are: `agent` supplies, `recipient` receives, `measure` holds the unit of the
 * quantity. Kept once for a row of headings, whatever file it comes in.
 */
export type NamedColumns = {
  readonly headings: readonly string[];
  /** One for each heading; null, or a role of other tables, for a column that says nothing of trade. */
  readonly roles: readonly (string | null)[];
  /** The unit of a column of quantities, where its cells give none; empty for all others. */
  readonly units: readonly string[];
};

/** The columns that were named, by their places in a file; undefined where it lacks one, or has two of one heading. */
export function placesOf(header: Header, { headings, roles, units }: NamedColumns): readonly NamedColumn[] | undefined {
  const places: NamedColumn[] = [];
  for (const [i, heading] of headings.entries()) {
    const role = NAMED_ROLES.find((one) => one === roles[i]);
    if (role === undefined) continue;
    const name = foldColumn(heading);
    const at = header.names.indexOf(name);
    if (at < 0 || header.names.includes(name, at + 1)) return undefined;
    places.push({ at, role, unit: units[i] ?? '' });
  }
  return places.length === 0 ? undefined : places;
}

export type NamedColumn = { readonly at: number; readonly role: NamedRole; readonly unit: string };
