import { nameUuid } from '../names.ts';

export type StixType = 'identity' | 'note' | 'opinion' | 'report';

export type StixObject = {
  readonly type: StixType;
  readonly spec_version: '2.1';
  readonly id: string;
  readonly created: string;
  readonly modified: string;
  readonly [field: string]: unknown;
};

/** The id of what a name stands for: the same in every export of one log. */
export function stixId(type: StixType, origin: string, name: string): string {
  return `${type}--${nameUuid(`${origin}\n${type}\n${name}`)}`;
}

export function stixObject(
  type: StixType,
  { origin, name, at }: { readonly origin: string; readonly name: string; readonly at: string },
  fields: Readonly<Record<string, unknown>>,
): StixObject {
  return { type, spec_version: '2.1', id: stixId(type, origin, name), created: at, modified: at, ...fields };
}
