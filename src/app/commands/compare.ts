import { readFileSync } from 'node:fs';
import { type Comparison, compareQuantities } from '../../claims/comparison/comparison.ts';
import { parseQuantity } from '../../claims/model/parse-quantity.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { AppError } from '../errors.ts';

/** The relation of the quantities in two JSON files. @throws AppError `unreadable`, `bad-input`, naming the file */
export async function compareFiles(a: string, b: string): Promise<Comparison> {
  return compareQuantities(readQuantity(a), readQuantity(b));
}

function readQuantity(file: string): Quantity {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new AppError('unreadable', 'the file cannot be read', { place: file, cause });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError(
      'bad-input',
      'the file is not JSON; it holds one quantity, such as {"counts":"attack","qualifier":"about","low":"40","high":"60"}',
      { place: file, cause },
    );
  }
  return parseQuantity(value, file);
}
