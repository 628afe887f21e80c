/** Properties whose values are names, by how far the list vouches for them. */
export const NAME_PROPS = ['name', 'alias', 'previousName', 'weakAlias'] as const;
/** Properties whose values are numbers that name one subject. */
export const NUMBER_PROPS = [
  'imoNumber',
  'mmsi',
  'passportNumber',
  'idNumber',
  'registrationNumber',
  'taxNumber',
  'socialSecurityNumber',
  'swiftBic',
  'leiCode',
  'innCode',
  'ogrnCode',
  'callSign',
  'dunsCode',
  'serialNumber',
] as const;
/** The properties whose values are indexed: names by how far the list vouches for them, then numbers. */
export const INDEXED_PROPS: readonly string[] = [...NAME_PROPS, ...NUMBER_PROPS];
