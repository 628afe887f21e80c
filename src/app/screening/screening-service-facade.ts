/** The screening service as the server sees it. */

export { describeError } from '../../core/errors.ts';
export { parseStrictJson } from '../../core/json/strict-json.ts';
export { AppError } from '../errors.ts';
export { readVersion } from '../version.ts';
export type { MatchedEntity } from './screening-service.ts';
export { openService, type ScreeningService } from './screening-service.ts';
export { withoutWayBack } from './screening-service-entities.ts';
export {
  cleanExample,
  model,
  propertiesOf,
  propertyByQname,
  propertyOf,
  schemaOf,
} from './screening-service-model.ts';
export { type EntityFilters, FACETS } from './screening-service-search.ts';
