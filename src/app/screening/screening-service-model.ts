import { defaultModel, Model, type Property, type Schema } from '@opensanctions/followthemoney';
import { countryCodeOf } from '../../core/countries/country-names.ts';
import type { Question } from '../../screening/question.ts';
import { AppError } from '../errors.ts';

/** The FollowTheMoney model: schemas and properties of the entities that are exchanged. */
export const model = new Model(defaultModel);

export function schemaOf(name: string): Schema | undefined {
  return Object.hasOwn(model.schemata, name) ? model.schemata[name] : undefined;
}

/** The model gathers a schema's properties again at each call; they are asked for with every value. */
const properties = new Map<string, ReadonlyMap<string, Property>>();

function propertyMap(schema: Schema): ReadonlyMap<string, Property> {
  const known = properties.get(schema.name) ?? schema.getProperties();
  properties.set(schema.name, known);
  return known;
}

/** All properties of a schema, its own and inherited. */
export function propertiesOf(schema: Schema): readonly Property[] {
  return [...propertyMap(schema).values()];
}

export function propertyOf(schema: Schema, name: string): Property | undefined {
  return propertyMap(schema).get(name);
}

/** A property by its qualified name, such as `Thing:name`. */
export function propertyByQname(qname: string): Property | undefined {
  const [schemaName, name] = qname.split(':');
  const schema = schemaName === undefined ? undefined : schemaOf(schemaName);
  return schema === undefined || name === undefined ? undefined : propertyOf(schema, name);
}

/** A question in the form of the matching API. */
export type EntityExample = {
  readonly id?: string | null | undefined;
  readonly schema: string;
  readonly properties: Readonly<Record<string, unknown>>;
};

/** The example as it was understood: unknown properties left out, values as texts, countries as codes. */
export type CleanExample = {
  readonly id: string | null;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
};

/** @throws AppError `bad-input` for a schema that cannot be asked for */
export function cleanExample(example: EntityExample): CleanExample {
  const schema = schemaOf(example.schema);
  if (schema === undefined) throw new AppError('bad-input', `Unknown schema: '${example.schema}'`);
  if (schema.name !== 'Thing' && !schema.matchable)
    throw new AppError('bad-input', `Non-matchable schema for query: ${schema.name}`);
  const clean: Record<string, string[]> = {};
  for (const [name, given] of Object.entries(example.properties)) {
    const property = propertyOf(schema, name);
    if (property === undefined) continue;
    const values = textsOf(given)
      .map((text) => (property.type.name === 'country' ? (countryCodeOf(text) ?? '') : text.trim()))
      .filter((text) => text !== '');
    if (values.length > 0) clean[name] = [...new Set(values)];
  }
  if (NAME_PROPS.every((name) => clean[name] === undefined)) {
    const whole = PART_PROPS.map((name) => clean[name]?.[0] ?? '').filter((part) => part !== '');
    if (whole.length > 0) clean.name = [whole.join(' ')];
  }
  return { id: example.id ?? null, schema: schema.name, properties: clean };
}

/** Names as they are asked, whole. */
const NAME_PROPS = ['name', 'alias', 'previousName', 'weakAlias', 'abbreviation'];
/** Parts that make a name when no whole one is given, in the order of a written name. */
const PART_PROPS = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'];

/** A value, a list of values, or nested entities or JSON values: their texts. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null && 'id' in value) return textsOf(value.id);
  return [];
}

/** The question that an example asks of the index. */
export function questionOfExample({ schema, properties: given }: CleanExample): Question {
  const valuesOf = (...names: readonly string[]): string[] => names.flatMap((name) => given[name] ?? []);
  const found = schemaOf(schema);
  const ofType = (type: string): string[] =>
    Object.entries(given).flatMap(([name, values]) =>
      found !== undefined && propertyOf(found, name)?.type.name === type ? [...values] : [],
    );
  const imoNumbers = valuesOf('imoNumber');
  return {
    names: valuesOf(...NAME_PROPS),
    schema: schema === 'Thing' ? '' : schema,
    birthDates: valuesOf('birthDate'),
    countries: ofType('country'),
    gender: given.gender?.[0] ?? '',
    numbers: ofType('identifier').filter((number) => !imoNumbers.includes(number)),
    imoNumbers,
  };
}
