export { thresholdTable } from '../../tracks/thresholds.ts';
