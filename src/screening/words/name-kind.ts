/** What a name names: decides which words count as titles, legal forms or numbers. */
export type ScreenedKind = 'person' | 'organisation' | 'craft' | 'any';

export function kindOfSchema(schema: string): ScreenedKind {
  if (schema === 'Person') return 'person';
  if (schema === 'Vessel' || schema === 'Airplane') return 'craft';
  if (schema === 'Organization' || schema === 'Company' || schema === 'PublicBody') return 'organisation';
  return 'any';
}
