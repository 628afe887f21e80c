import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { sha256Hex } from './hash.ts';
import { packageRoot, resourcePath } from './resource.ts';

/**
 * Reading YAML takes ten times as long as JSON, and every command reads the law and the lists of words. So the build notes what
 * each of the program's own files says as JSON, under the SHA-256 of the text: a file that somebody has edited since has another
 * name and is read itself.
 */
const PREPARED = 'dist/resources/prepared-yaml';

let folder: string | undefined;

/** What the build read exactly this text to; nothing for any other text. */
export function preparedYaml(text: string): { readonly value: unknown } | undefined {
  folder ??= join(packageRoot(), PREPARED);
  try {
    return { value: JSON.parse(readFileSync(join(folder, `${sha256Hex(text)}.json`), 'utf8')) };
  } catch {
    return undefined;
  }
}

/** What a YAML file that lies in a room says, unchecked. @throws CoreError `resource-missing`; YAMLParseError of a file that was spoilt */
export function resourceYaml(name: string): unknown {
  const text = readFileSync(resourcePath(name), 'utf8');
  const prepared = preparedYaml(text);
  return prepared ? prepared.value : parse(text);
}
