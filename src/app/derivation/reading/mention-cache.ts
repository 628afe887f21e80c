import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../../core/json/canonical-json.ts';
import { deepFreeze } from '../../../core/json/json.ts';
import type { TextMentions } from '../../../subjects/model/mention.ts';
import { mentionFileOf, readingFileOf } from './reading-files.ts';
import { namingProgram } from './reading-program.ts';
import { sealed, unsealed } from './sealed-file.ts';

/** Of what mentions are: a document's bytes, its name, which may decide how they are read, and the lists whose names are sought. */
export type MentionsAsked = {
  readonly document: string;
  readonly fileName: string;
  /** Names the versions of the lists and the form of their index; null without lists. */
  readonly lists: string | null;
};

/**
 * Whom and what a workspace's documents name, beside their readings and under the same rules: used only for the very bytes, program
 * and lists that it is of, and sealed; what is missing or damaged is found again, and what cannot be written costs time, nothing else.
 */
export type MentionCache = {
  find(asked: MentionsAsked): TextMentions | undefined;
  keep(asked: MentionsAsked, mentions: TextMentions): void;
};

/** `secret` gives the key of the seals; null where the workspace's key is not at hand: then nothing is taken from here or put here. */
export function openMentionCache(workspace: string, secret: (() => Buffer) | null): MentionCache {
  const folder = join(workspace, 'readings');
  let cannotWrite = secret === null;
  return {
    find: (asked) => {
      if (secret === null) return undefined;
      try {
        const { head, body } = unsealed(readFileSync(join(folder, mentionFileOf(asked.document)), 'utf8'), secret());
        return canonicalJson(head) === canonicalJson(headOf(asked))
          ? deepFreeze(JSON.parse(body) as TextMentions)
          : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (asked, mentions) => {
      if (cannotWrite || secret === null) return;
      try {
        // What is withheld while its names are being found has no reading any more.
        if (!existsSync(join(folder, readingFileOf(asked.document)))) return;
        const path = join(folder, mentionFileOf(asked.document));
        const file = sealed({ head: headOf(asked), body: JSON.stringify(mentions) }, secret());
        writeFileSync(`${path}.part`, file, { mode: 0o600 });
        renameSync(`${path}.part`, path);
      } catch {
        // A full disk or a medium that takes nothing: it is not asked again for every document.
        cannotWrite = true;
      }
    },
  };
}

function headOf(asked: MentionsAsked) {
  return { program: namingProgram(), what: 'mentions', ...asked };
}
