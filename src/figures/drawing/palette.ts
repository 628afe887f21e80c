/**
 * Colours and type of all figures, by role. On a page they are CSS custom properties, so one drawing serves light, dark and
 * print; a reader that knows no custom properties (a PDF or Word converter) is given the printed values.
 */
export type Palette = {
  readonly ink: string;
  readonly muted: string;
  readonly faint: string;
  readonly grid: string;
  readonly paper: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly alert: string;
  readonly alertSoft: string;
  readonly common: string;
  readonly land: string;
  readonly water: string;
  readonly font: string;
};

/** Roles and their printed values: dark on white, at least 4.5:1 for all that carries text. */
export const PRINT_PALETTE: Palette = {
  ink: '#1b1b18',
  muted: '#55544d',
  faint: '#8b897f',
  grid: '#dddad0',
  paper: '#ffffff',
  accent: '#1f4e79',
  accentSoft: '#c3d5e6',
  alert: '#8f1d1d',
  alertSoft: '#efd2cf',
  common: '#f3e7bf',
  land: '#e3dfd2',
  water: '#f7f8f8',
  font: "Arial, 'Liberation Sans', Helvetica, Arimo, sans-serif",
};

/** Roles as custom properties `--figure-…`, each with its printed value where a page defines none. */
export const PAGE_PALETTE: Palette = Object.fromEntries(
  Object.entries(PRINT_PALETTE).map(([role, value]) => [role, `var(${propertyOf(role)}, ${value})`]),
) as unknown as Palette;

/** Name of the custom property of a role: `accentSoft` is `--figure-accent-soft`. */
export function propertyOf(role: string): string {
  return `--figure-${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
