import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { provideFixedLengthTransfer } from './fixed-length.ts';
import { type Matrix, product, UNCHANGED } from './matrix.ts';

export type PdfPageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
export type PdfOperators = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS'];

/** One thing that a page paints: its operator and operands, and the map that holds where it does. */
export type PageOperator = { readonly operator: number; readonly args: readonly unknown[]; readonly current: Matrix };

/** What a page paints, in order, with the map of each (ISO 32000-1, 8.4.2). Nothing is drawn. @param start the map of the page itself */
export async function pageOperators(
  page: PdfPageProxy,
  start: Matrix,
): Promise<{ readonly ops: PdfOperators; readonly operators: Iterable<PageOperator> }> {
  provideFixedLengthTransfer();
  const { OPS: ops } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  return { ops, operators: mappedOperators(fnArray, argsArray, ops, start) };
}

function* mappedOperators(
  fnArray: readonly number[],
  argsArray: readonly unknown[],
  ops: PdfOperators,
  start: Matrix,
): Generator<PageOperator> {
  const stack: Matrix[] = [];
  let current = start;
  for (const [at, operator] of fnArray.entries()) {
    const args = (argsArray[at] ?? []) as readonly unknown[];
    switch (operator) {
      case ops.save:
        stack.push(current);
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
        current = stack.pop() ?? current;
        break;
      case ops.transform:
        current = product(current, matrixIn(args));
        break;
      case ops.paintFormXObjectBegin:
        stack.push(current);
        current = product(current, matrixIn(args[0]));
        break;
      default:
        yield { operator, args, current };
    }
  }
}

function matrixIn(value: unknown): Matrix {
  const numbers = value === null || value === undefined ? [] : Array.from(value as ArrayLike<unknown>, Number);
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : UNCHANGED;
}
