import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';

const shape = z.record(
  z.string(),
  z.strictObject({ beside: z.array(z.string()), words: z.array(z.string().min(2)).min(1) }),
);

type Callings = {
  /** The field of a calling, by its word in small letters. */
  readonly fields: ReadonlyMap<string, string>;
  readonly beside: ReadonlyMap<string, ReadonlySet<string>>;
  /** Any calling, the longest first: "trade representative" is one. */
  readonly pattern: string;
};

let loaded: Callings | undefined;

export function callings(): Callings {
  if (loaded !== undefined) return loaded;
  const rows = shape.parse(resourceYaml('subjects/mentions/callings.yaml'));
  const fields = new Map<string, string>();
  const beside = new Map(Object.keys(rows).map((field) => [field, new Set([field])]));
  for (const [field, row] of Object.entries(rows)) {
    for (const word of row.words) fields.set(word.toLowerCase(), field);
    for (const other of row.beside) {
      beside.get(field)!.add(other);
      beside.get(other)!.add(field);
    }
  }
  const pattern = [...fields.keys()].sort((a, b) => b.length - a.length).join('|');
  loaded = Object.freeze({ fields, beside, pattern });
  return loaded;
}

/** Whether callings of two fields often meet in one person. */
export function areBeside(one: string, other: string): boolean {
  return callings().beside.get(one)?.has(other) ?? false;
}
