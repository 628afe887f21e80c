import { folded } from './body-name.ts';

/** A person whom the text has named, with the words of the office by which it may speak of them later. */
export type KnownPerson = { readonly name: string; readonly country?: string; readonly title: ReadonlySet<string> };

/** The people whom a text has named so far: whom a surname or an office means later. */
export class KnownPeople {
  private readonly full = new Map<string, KnownPerson>();
  /** By first name and surname. */
  private readonly parts = new Map<string, KnownPerson | 'ambiguous'>();

  add(name: string, country: string | undefined, title: Iterable<string>): KnownPerson {
    const known = this.full.get(name);
    const of = country ?? known?.country;
    const person: KnownPerson = {
      name,
      title: new Set([...(known?.title ?? []), ...title]),
      ...(of === undefined ? {} : { country: of }),
    };
    this.full.set(name, person);
    const parts = name.split(' ');
    if (parts.length > 1)
      for (const part of new Set([parts[0]!, parts[parts.length - 1]!])) {
        const key = folded(part);
        const other = this.parts.get(key);
        this.parts.set(
          key,
          other === undefined || (other !== 'ambiguous' && (other.name === name || sameName(other.name, name)))
            ? person
            : 'ambiguous',
        );
      }
    return person;
  }

  /** The person whom a full name or a part of one means; undefined when unknown or when two people share it. */
  find(name: string): KnownPerson | undefined {
    const exact = this.full.get(name);
    if (exact) return exact;
    const parts = name.split(' ');
    const person = this.parts.get(folded(name)) ?? (parts.length > 1 ? undefined : this.parts.get(folded(parts[0]!)));
    return person === 'ambiguous' ? undefined : person;
  }

  /** The person of an office named before ("the minister"), the latest one. */
  ofOffice(noun: string): KnownPerson | undefined {
    let found: KnownPerson | undefined;
    for (const person of this.full.values()) if (person.title.has(noun)) found = person;
    return found;
  }

  /** The words of the office by which a person was named. */
  titleOf(name: string): readonly string[] {
    return [...(this.full.get(name)?.title ?? [])];
  }

  /** The one person named so far, if there is only one. */
  only(): KnownPerson | undefined {
    return this.full.size === 1 ? [...this.full.values()][0] : undefined;
  }
}

function sameName(a: string, b: string): boolean {
  return a.endsWith(` ${b}`) || b.endsWith(` ${a}`) || a.replace(/\b\p{Lu}\. /u, '') === b.replace(/\b\p{Lu}\. /u, '');
}
