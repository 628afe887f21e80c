import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../core/hash.ts';
import { packageRoot } from '../../core/resource.ts';
import { ReportError } from '../errors.ts';

/** The statement of method that is printed in each report: versioned text, with the hash of the file it was read from. */
export type MethodStatement = {
  readonly version: string;
  readonly hash: string;
  readonly parts: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
};

/** Reads `docs/method.md` of the installed package. @throws ReportError `bad-method-statement` */
export function readMethodStatement(): MethodStatement {
  const text = readFileSync(join(packageRoot(), 'docs/method.md'), 'utf8');
  return parseMethodStatement(text);
}

/**
 * The statement is plain prose on purpose: a title, a line `Version N`, then parts of a heading and paragraphs. Other
 * markup is refused, since it would be printed as it stands.
 */
export function parseMethodStatement(text: string): MethodStatement {
  const blocks = text
    .replace(/\r\n/g, '\n')
    .split(/\n{2,}/)
    .map((block) => block.trim().replace(/\s*\n\s*/g, ' '))
    .filter((block) => block !== '');
  const version = /^Version (\S+)$/.exec(blocks[1] ?? '')?.[1];
  if (!blocks[0]?.startsWith('# ') || version === undefined) {
    throw refusal('it must begin with a title ("# ...") and a line "Version N"');
  }
  const parts: { title: string; paragraphs: string[] }[] = [];
  for (const block of blocks.slice(2)) {
    if (block.startsWith('## ')) parts.push({ title: block.slice(3), paragraphs: [] });
    else if (/^([#>*`|-]|\d+\. )/.test(block))
      throw refusal(`only headings ("## ...") and paragraphs are allowed: "${block.slice(0, 40)}"`);
    else if (parts.length === 0) throw refusal('a paragraph stands before the first heading');
    else parts.at(-1)?.paragraphs.push(block);
  }
  return { version, hash: sha256Hex(text), parts };
}

function refusal(why: string): ReportError {
  return new ReportError('bad-method-statement', `the statement of method cannot be read: ${why}`, {
    place: 'docs/method.md',
  });
}
