import { countryName } from '../../core/countries/countries.ts';

/** Who says something, or passes it on: the name as the text gives it, its kind, and the State where one is known. */
export type NamedParty = { readonly name: string; readonly kind: string; readonly country?: string };

/** The name as the text gives it; a source without one is called so, and an organ of a State that its name leaves out is given it. */
export function claimantName({ name, kind, country }: NamedParty): string {
  if (kind === 'unnamed' && (name === '' || name === 'unnamed')) return 'an unnamed source';
  return kind === 'state-organ' && country !== undefined && !namesState(name, country)
    ? `${name} (${countryName(country)})`
    : name;
}

/** "Vietnam's Foreign Ministry" and "Vietnamese officials" name Viet Nam; "Foreign Ministry" names nobody. */
function namesState(name: string, country: string): boolean {
  const words = countryName(country).split(/[\s,()-]+/);
  const stems = words.filter((word) => word.length >= 4).map((word) => word.slice(0, 4));
  return /\bU\.?[SKN]\b/.test(name) || stems.some((stem) => name.includes(stem));
}

/** Who says something, with those who passed it on: "China's customs (as passed on by the BND, then Bild)". */
export function attributedName(claimant: NamedParty, relay: readonly NamedParty[]): string {
  const name = claimantName(claimant);
  return relay.length === 0
    ? name
    : `${name} (as passed on by ${relay.map((one) => claimantName(one)).join(', then ')})`;
}
