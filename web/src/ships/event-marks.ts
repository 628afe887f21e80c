import type { ShipEvent } from '../../../src/app/workbench/contract/ship.ts';

export type MarkShape = 'circle' | 'square' | 'diamond' | 'triangle';

const SHAPES: Readonly<Record<ShipEvent['kind'], MarkShape>> = {
  encounter: 'circle',
  'possible-rendezvous': 'circle',
  gap: 'diamond',
  'possible-port-call': 'square',
  'port-call': 'square',
  loitering: 'triangle',
  'shared-mmsi': 'triangle',
  'displaced-position': 'triangle',
  'identity-change': 'triangle',
  'identity-conflict': 'triangle',
  'listed-vessel': 'triangle',
};

/** What marks an event on the chart: its kind by shape, so that colour is left to what people said of it. */
export function markShape(kind: ShipEvent['kind']): MarkShape {
  return SHAPES[kind];
}

/** The shapes in words, for the legend. */
export const SHAPE_WORDS: Readonly<Record<MarkShape, string>> = {
  circle: 'nearness',
  diamond: 'silence',
  square: 'port',
  triangle: 'drifting, numbers and identity',
};
