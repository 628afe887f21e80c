import type { Designation } from '../model/activity.ts';

/** Designations by every form in which their id is written: `un-KPe.020`, `KPe.020`, `kpe020`; `imo-8628597`, `IMO 8628597`. */
export type DesignationIndex = ReadonlyMap<string, readonly Designation[]>;

export function indexDesignations(designations: readonly Designation[]): DesignationIndex {
  const byId = new Map<string, Designation[]>();
  for (const designation of designations)
    for (const form of formsOf(designation.id)) {
      const known = byId.get(form);
      if (known) known.push(designation);
      else byId.set(form, [designation]);
    }
  return byId;
}

export function findDesignations(index: DesignationIndex, party: string): readonly Designation[] {
  return index.get(party.toLowerCase()) ?? index.get(squeeze(party)) ?? [];
}

/** Whether a party as given is the one with that id. */
export function isParty(party: string, id: string): boolean {
  const forms = formsOf(id);
  return forms.has(party.toLowerCase()) || forms.has(squeeze(party));
}

/** The number after the list's own prefix is a form too, unless it is figures alone: those may be a number of another list. */
function formsOf(id: string): ReadonlySet<string> {
  const lower = id.toLowerCase();
  const forms = new Set([lower, squeeze(lower)]);
  const own = lower.slice(lower.indexOf('-') + 1);
  if (/[a-z]/.test(own) || lower.startsWith('imo-')) forms.add(squeeze(own));
  return forms;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Names of listed parties, to say that a name was given where an id is needed. Persons share names; a name lists nobody. */
export function indexNames(
  designations: readonly { readonly id: string; readonly names: readonly string[] }[],
): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const { id, names } of designations)
    for (const name of names)
      for (const form of [name, name.replace(/\(.*?\)/g, '')]) if (squeeze(form) !== '') byName.set(squeeze(form), id);
  return byName;
}

/** The id listed under a name, or under a longer one that begins with it ("Ocean Maritime Management" for "… Company, Limited"). */
export function namedParty(names: ReadonlyMap<string, string>, text: string): string | undefined {
  const wanted = squeeze(text);
  const whole = names.get(wanted);
  if (whole !== undefined || wanted.length < 10) return whole;
  for (const [name, id] of names) if (name.startsWith(wanted)) return id;
  return undefined;
}
