import { layoutsIn } from '../../claims/tables/column-mapping.ts';
import { COLUMN_ROLES, type ColumnRole } from '../../claims/tables/column-role.ts';
import { unitIn } from '../../claims/tables/table-column.ts';
import { isDocumentId } from '../../core/hash.ts';
import { AppError } from '../errors.ts';
import { type ActBuilder, actBy, type Signature } from './act-builder.ts';

/**
 * Says of two documents whether one has its text from the other. That two much alike are independent of each other needs to be
 * shown, so it needs a reason.
 * @throws AppError `bad-option`, `no-such-document`
 */
export function buildDocumentJudgement(
  signature: Signature,
  a: string,
  b: string,
  judgement: 'derives' | 'independent',
): ActBuilder {
  const { reason } = signature;
  if (!reason?.trim()) throw new AppError('bad-option', 'a judgement on documents needs its reason: --reason TEXT');
  if (a === b) throw new AppError('bad-option', 'two different documents are needed');
  return ({ evidence }) => {
    for (const id of [a, b])
      if (!isDocumentId(id) || !evidence.documents.some(({ document }) => document === id))
        throw new AppError('no-such-document', 'the record holds no such document', { place: id.slice(0, 80) });
    return [actBy(signature, 'judged', { documents: [a, b], judgement, reason })];
  };
}

export type ColumnWords = {
  /** Id or file name of a document that has the table. */
  readonly document: string;
  /** Number of the table in the document, from 1. */
  readonly table: number;
  /** "Menge=quantity:tonnes": a heading as it stands, what its column is, and the measure of its figures. */
  readonly columns: readonly string[];
};

/**
 * Says what the columns of a table are, for every table under the same headings. Columns that are not named say nothing of who,
 * what or when.
 * @throws AppError `bad-option`, `no-such-document`
 */
export function buildColumns(signature: Signature, { document, table, columns }: ColumnWords): ActBuilder {
  return ({ derived }) => {
    const found = derived.documents.find(
      ({ document: id, custody }) => id === document || custody.origin.fileName === document,
    );
    if (found === undefined)
      throw new AppError('no-such-document', 'the record holds no such document', { place: document.slice(0, 80) });
    const layout = layoutsIn(found.layer)[table - 1];
    if (layout === undefined)
      throw new AppError('bad-option', `there is no table ${table} in it; "panel columns DOCUMENT" lists them`, {
        place: '--table',
      });
    const { headings } = layout;
    const roles: (ColumnRole | null)[] = headings.map(() => null);
    const units = headings.map(() => '');
    for (const words of columns) {
      const { at, role, unit } = columnIn(words, headings);
      roles[at] = role;
      units[at] = unit;
    }
    return [actBy(signature, 'described', { columns: { headings, roles, units } })];
  };
}

function columnIn(
  words: string,
  headings: readonly string[],
): { readonly at: number; readonly role: ColumnRole; readonly unit: string } {
  const refuse = (message: string): never => {
    throw new AppError('bad-option', message, { place: '--column' });
  };
  const equals = words.lastIndexOf('=');
  if (equals < 0) return refuse(`"${words.slice(0, 80)}": write HEADING=ROLE, such as "Menge=quantity:tonnes"`);
  const heading = words.slice(0, equals).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  const [role = '', unit = ''] = words
    .slice(equals + 1)
    .split(':')
    .map((part) => part.trim());
  const at = headings.indexOf(heading);
  if (at < 0)
    return refuse(
      `"${heading.slice(0, 80)}" is no heading of this table; there is ${headings.join(', ').slice(0, 400)}`,
    );
  if (headings.indexOf(heading, at + 1) >= 0)
    return refuse(`"${heading.slice(0, 80)}" stands over two columns, which cannot be distinguished`);
  if (!isColumnRole(role))
    return refuse(`"${role.slice(0, 40)}" is nothing that a column can be; there is ${COLUMN_ROLES.join(', ')}`);
  if (unit !== '' && (role !== 'quantity' || unitIn(unit.toLowerCase()) === undefined))
    return refuse(
      `"${unit.slice(0, 40)}" is no measure of figures that is known, such as tonnes, barrels or US dollars`,
    );
  return { at, role, unit };
}

function isColumnRole(word: string): word is ColumnRole {
  return (COLUMN_ROLES as readonly string[]).includes(word);
}
