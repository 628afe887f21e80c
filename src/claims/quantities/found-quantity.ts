import type { Quantity } from '../model/quantity.ts';

/** A quantity with the words that carry it, `to` exclusive. */
export type FoundQuantity = { readonly quantity: Quantity; readonly from: number; readonly to: number };
