import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DecisionFile, GoodsScopeFile } from '../files/decision-file.ts';
import { suggestWord } from '../files/nearest.ts';
import { registerFile } from '../files/register-file.ts';
import { scenarioFile } from '../files/scenario-file.ts';
import { type FileFault, type FilePath, readYamlFile, type YamlFile } from '../files/yaml-file.ts';
import { findGoods, indexGoods } from '../goods/goods.ts';
import { listRegimes, type RegimeFiles, readRegimeFiles } from './load.ts';
import { lintScenarios } from './scenario-lint.ts';

/** Notes a fault at a place of a file. */
type Note = (file: YamlFile<unknown>, path: FilePath, message: string) => void;

/**
 * Checks the files of one regime, or of every regime in a folder: their form first, then what they say of each other.
 * Each fault has the file, the line and the column, and says what is expected.
 * @throws RegimeError `regime-unreadable` when the folder holds no regime
 */
export function lintRegime(folder: string): readonly FileFault[] {
  if (!existsSync(join(folder, 'regime.yaml'))) {
    const ids = listRegimes(folder);
    const register = join(folder, 'register.yaml');
    const registered = existsSync(register) ? readYamlFile(register, registerFile).faults : [];
    if (ids.length > 0) return [...registered, ...ids.flatMap((id) => lintRegime(join(folder, id)))];
  }
  const files = readRegimeFiles(folder);
  const faults: FileFault[] = [];
  const note: Note = (file, path, message) => faults.push({ file: file.file, ...file.placeOf(path), message });
  for (const file of allOf(files)) faults.push(...file.faults);
  lintVocabulary(files, note);
  lintGoods(files, note);
  lintDesignations(files, note);
  lintDecisions(files, note);
  faults.push(...lintScenarios(folder, files, scenarioFile));
  return faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

function allOf(files: RegimeFiles): readonly YamlFile<unknown>[] {
  return [
    files.regime,
    files.vocabulary,
    ...files.decisions,
    ...files.goods,
    ...files.everydayGoods,
    ...files.designations,
  ];
}

function lintVocabulary({ regime, vocabulary, goods }: RegimeFiles, note: Note): void {
  const acts = [...(vocabulary.value?.acts ?? []), ...(regime.value?.acts ?? [])].map((act) => act.id);
  const circumstances = [...(vocabulary.value?.circumstances ?? []), ...(regime.value?.circumstances ?? [])].map(
    (entry) => entry.id,
  );
  const names = indexGoods(
    goods.flatMap((file) => file.value?.goods ?? []),
    goods.flatMap((file) => file.value?.qualifiers ?? []),
  );
  for (const file of [vocabulary, regime]) {
    const seen = new Set<string>();
    (file.value?.acts ?? []).forEach((act, index) => {
      const path = ['acts', index];
      if (seen.has(act.id)) note(file, path, `the act "${act.id}" is declared twice`);
      seen.add(act.id);
      if (act.alsoA !== undefined) known(act.alsoA, acts, 'act', file, [...path, 'alsoA'], note);
      if (act.impliesGoods !== undefined && goods.length > 0 && !findGoods(names, act.impliesGoods))
        note(
          file,
          [...path, 'impliesGoods'],
          `"${act.impliesGoods}" is not in the goods vocabulary${suggestWord(act.impliesGoods, names.names)}`,
        );
    });
    (file.value?.circumstances ?? []).forEach((entry, index) => {
      if (seen.has(entry.id)) note(file, ['circumstances', index], `"${entry.id}" is declared twice`);
      seen.add(entry.id);
      entry.includes.forEach((word, at) => {
        known(word, circumstances, 'circumstance', file, ['circumstances', index, 'includes', at], note);
      });
    });
  }
}

function known(
  word: string,
  words: readonly string[],
  kind: string,
  file: YamlFile<unknown>,
  path: FilePath,
  note: Note,
): void {
  if (!words.includes(word)) note(file, path, `the ${kind} "${word}" is not declared${suggestWord(word, words)}`);
}

function lintGoods({ regime, goods, everydayGoods }: RegimeFiles, note: Note): void {
  const classes = regime.value?.classes.map((entry) => entry.id);
  const owner = new Map<string, string>();
  for (const file of [...goods, ...everydayGoods])
    (file.value?.goods ?? []).forEach((entry, index) => {
      if (classes)
        entry.classes.forEach((name, at) => {
          known(name, classes, 'class', file, ['goods', index, 'classes', at], note);
        });
      for (const name of new Set([entry.id, entry.name, ...entry.synonyms].map(plainName))) {
        const other = owner.get(name);
        if (other !== undefined && other !== entry.id)
          note(
            file,
            ['goods', index],
            `the name "${name}" belongs to both "${other}" and "${entry.id}"; a name must mean one thing`,
          );
        if (other === entry.id) note(file, ['goods', index], `the id "${entry.id}" is used twice`);
        owner.set(name, entry.id);
      }
    });
  for (const file of goods)
    (file.value?.heads ?? []).forEach((name, at) => {
      if (!owner.has(plainName(name))) note(file, ['heads', at], `"${name}" is no name of goods`);
    });
}

const plainName = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

function lintDesignations({ decisions, designations }: RegimeFiles, note: Note): void {
  const knownParagraph = paragraphsOf(decisions);
  const seen = new Set<string>();
  for (const file of designations)
    (file.value?.designations ?? []).forEach((entry, index) => {
      const path = ['designations', index];
      // A party may be listed again under further paragraphs, on another day.
      const key = `${entry.id} ${entry.listed}`;
      if (seen.has(key)) note(file, [...path, 'id'], `"${entry.id}" is listed twice on ${entry.listed}`);
      seen.add(key);
      if (entry.delisted && entry.delisted < entry.listed)
        note(file, [...path, 'delisted'], `delisted on ${entry.delisted}, before it was listed on ${entry.listed}`);
      entry.basis.forEach((id, at) => {
        knownParagraph(id, file, [...path, 'basis', at], note);
      });
    });
}

type KnownParagraph = (id: string, file: YamlFile<unknown>, path: FilePath, note: Note) => void;

/**
 * Notes a paragraph that no decision has. While the file of a decision cannot be read, what is said of that decision
 * elsewhere cannot be judged: one slip is one fault, and not one for every file that cites the decision.
 */
function paragraphsOf(decisions: RegimeFiles['decisions']): KnownParagraph {
  const ids = decisions.flatMap((file) =>
    (file.value?.provisions ?? []).map((provision) => `${file.value?.decision} ${provision.paragraph}`),
  );
  const read = new Set(decisions.map((file) => file.value?.decision));
  return (id, file, path, note) => {
    if (read.has(undefined) && !read.has(id.split(' ')[0])) return;
    known(id, ids, 'paragraph', file, path, note);
  };
}

function lintDecisions(files: RegimeFiles, note: Note): void {
  const knownParagraph = paragraphsOf(files.decisions);
  const starts = new Map(
    files.decisions.flatMap((file) =>
      (file.value?.provisions ?? []).map((provision) => [
        `${file.value?.decision} ${provision.paragraph}`,
        provision.from ?? file.value?.date ?? '',
      ]),
    ),
  );
  const symbols = new Set<string>();
  for (const file of files.decisions) {
    if (!file.value) continue;
    if (symbols.has(file.value.decision)) note(file, ['decision'], `${file.value.decision} has two files`);
    symbols.add(file.value.decision);
    lintVote(file, file.value, files.vocabulary.value?.permanentMembers ?? [], note);
    file.value.mandates.forEach((mandate, index) => {
      const from = mandate.from ?? file.value?.date ?? '';
      if (mandate.to !== undefined && mandate.to < from)
        note(file, ['mandates', index, 'to'], `the mandate ends on ${mandate.to}, before it begins on ${from}`);
    });
    lintProvisions(file, file.value, { files, knownParagraph, starts }, note);
  }
}

function lintVote(file: YamlFile<unknown>, { vote }: DecisionFile, permanent: readonly string[], note: Note): void {
  if (!('yes' in vote)) return;
  const all = [...vote.yes, ...vote.no, ...vote.abstain, ...vote.absent];
  const twice = all.find((member, index) => all.indexOf(member) !== index);
  if (twice !== undefined) note(file, ['vote'], `${twice} votes twice`);
  if (all.length !== 15) note(file, ['vote'], `the Council has fifteen members; ${all.length} are listed`);
  for (const member of permanent)
    if (!all.includes(member))
      note(file, ['vote'], `the permanent member ${member} is missing${suggestWord(member, all)}`);
}

type Context = {
  readonly files: RegimeFiles;
  readonly knownParagraph: KnownParagraph;
  readonly starts: ReadonlyMap<string, string>;
};

function lintProvisions(file: YamlFile<unknown>, decision: DecisionFile, context: Context, note: Note): void {
  const { regime, vocabulary } = context.files;
  const acts = [...(vocabulary.value?.acts ?? []), ...(regime.value?.acts ?? [])].map((act) => act.id);
  const circumstances = [...(vocabulary.value?.circumstances ?? []), ...(regime.value?.circumstances ?? [])].map(
    (entry) => entry.id,
  );
  const subjects = regime.value?.subjects.map((subject) => subject.id);
  const classes = regime.value?.classes.map((entry) => entry.id);
  const seen = new Set<string>();
  decision.provisions.forEach((provision, index) => {
    const at = (...rest: (string | number)[]) => ['provisions', index, ...rest];
    const from = provision.from ?? decision.date;
    if (seen.has(provision.paragraph)) note(file, at('paragraph'), `${provision.paragraph} stands twice in this file`);
    seen.add(provision.paragraph);
    if (subjects) known(provision.subject, subjects, 'subject', file, at('subject'), note);
    if (vocabulary.value) {
      provision.acts.forEach((act, row) => {
        known(act, acts, 'act', file, at('acts', row), note);
      });
      const words: [FilePath, string][] = [];
      for (const key of ['when', 'whenAny', 'orWhenAny', 'unless', 'contractFromUnless'] as const)
        provision[key].forEach((word, row) => {
          words.push([at(key, row), word]);
        });
      (provision.conditionalGoods?.whenAny ?? []).forEach((word, row) => {
        words.push([at('conditionalGoods', 'whenAny', row), word]);
      });
      provision.exemptions.forEach((exemption, row) => {
        for (const key of ['when', 'whenAny', 'unless'] as const)
          exemption[key].forEach((word, place) => {
            words.push([at('exemptions', row, key, place), word]);
          });
      });
      for (const [path, word] of words)
        known(word.replace(/:.*$/, ''), circumstances, 'circumstance', file, path, note);
    }
    if (classes) {
      const scopes: [FilePath, Pick<GoodsScopeFile, 'classes' | 'except' | 'unsettled'> | undefined][] = [
        [at('goods'), provision.goods],
        [at('cap', 'goods'), provision.cap?.goods],
        ...provision.exemptions.map((exemption, row): [FilePath, GoodsScopeFile | undefined] => [
          at('exemptions', row, 'goods'),
          exemption.goods,
        ]),
      ];
      for (const [path, scope] of scopes)
        for (const name of [
          ...(scope?.classes ?? []),
          ...(scope?.except?.classes ?? []),
          ...(scope?.unsettled?.classes ?? []),
        ])
          known(name, classes, 'class', file, path, note);
    }
    for (const key of ['replaces', 'tightens'] as const)
      provision[key].forEach((id, row) => {
        context.knownParagraph(id, file, at(key, row), note);
        const start = context.starts.get(id);
        if (start !== undefined && start > from)
          note(file, at(key, row), `${id} begins on ${start}, after this paragraph does on ${from}`);
      });
    if (Array.isArray(provision.lifts))
      provision.lifts.forEach((id, row) => {
        context.knownParagraph(id, file, at('lifts', row), note);
      });
    (provision.parties?.listedUnder ?? []).forEach((id, row) => {
      context.knownParagraph(id, file, at('parties', 'listedUnder', row), note);
    });
    if (from < decision.date)
      note(file, at('from'), `the paragraph begins on ${from}, before its decision of ${decision.date}`);
    if (provision.until !== undefined && provision.until < from)
      note(file, at('until'), `the paragraph ends on ${provision.until}, before it begins on ${from}`);
    if (provision.windDown && provision.windDown.until < from)
      note(
        file,
        at('windDown', 'until'),
        `the wind-down ends on ${provision.windDown.until}, before the paragraph begins on ${from}`,
      );
    const goods = context.files.goods.flatMap((entries) => entries.value?.goods ?? []).map((entry) => entry.id);
    if (goods.length > 0)
      (provision.cap?.conversions ?? []).forEach(({ product }, row) => {
        if (product !== undefined)
          known(product, goods, 'product', file, at('cap', 'conversions', row, 'product'), note);
      });
    if (provision.effect === 'caps' && !provision.cap)
      note(file, at('effect'), 'a paragraph that caps needs "cap" with its periods and limits');
    if (provision.cap && !provision.cap.baseline && provision.cap.periods.length === 0)
      note(file, at('cap'), 'write "periods" or "baseline"');
    if (provision.effect === 'exempts' && (!provision.how || !provision.lifts))
      note(file, at('effect'), 'a paragraph that exempts needs "how" and "lifts"');
    if ((provision.effect === 'prohibits' || provision.effect === 'caps') && provision.acts.length === 0)
      note(file, at('effect'), 'no activity can meet this paragraph: write its "acts"');
    (provision.cap?.periods ?? []).forEach((period, row) => {
      if (period.until !== undefined && period.until < period.from)
        note(
          file,
          at('cap', 'periods', row, 'until'),
          `the period ends on ${period.until}, before it begins on ${period.from}`,
        );
      if (period.until === undefined && period.everyMonths === undefined)
        note(file, at('cap', 'periods', row), 'write "until" or "everyMonths"');
    });
  });
  if (basename(file.file) !== basename(file.file).toLowerCase())
    note(file, [], 'write the name of the file in lower case');
}
