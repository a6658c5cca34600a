import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { findingWords as englishFindings } from '../../src/cli/checks/finding-words.ts';
import { lawAudits } from '../../src/cli/checks/law-audit.ts';
import { readChart } from '../../web/build/read-chart.ts';
import { en } from '../../web/src/i18n/en/en.ts';
import { factWords as englishFacts } from '../../web/src/i18n/en/fact-words.ts';
import { scriptWords as englishScripts } from '../../web/src/i18n/en/script-words.ts';
import { factWords as hebrewFacts } from '../../web/src/i18n/he/fact-words.ts';
import { findingWords as hebrewFindings, lawWords } from '../../web/src/i18n/he/finding-words.ts';
import { he } from '../../web/src/i18n/he/he.ts';
import { scriptWords as hebrewScripts } from '../../web/src/i18n/he/script-words.ts';
import { stateWords } from '../../web/src/i18n/he/state-words.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const PLURAL = /_(zero|one|two|few|many|other)$/;

function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const whole = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null ? keysOf(value as object, whole) : [whole.replace(PLURAL, '')];
  });
}

function textsOf(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null ? textsOf(value) : [String(value)],
  );
}

const once = (keys: readonly string[]): string[] => [...new Set(keys)].sort();

describe('the words of the console', () => {
  test('are there in both languages', () => {
    expect(once(keysOf(he))).toEqual(once(keysOf(en)));
    expect(Object.keys(hebrewFacts).sort()).toEqual(Object.keys(englishFacts).sort());
    expect(Object.keys(hebrewScripts).sort()).toEqual(Object.keys(englishScripts).sort());
  });

  test('are never empty, and Hebrew is Hebrew', () => {
    const texts = textsOf(he);
    expect([...texts, ...textsOf(en)].filter((text) => text.trim() === '')).toEqual([]);
    expect(texts.filter((text) => !/[\u0590-\u05ff]/.test(text))).toEqual([]);
    expect(textsOf(en).filter((text) => /[\u0590-\u05ff]/.test(text))).toEqual([]);
  });

  test('name every state of the machine', () => {
    const states = readChart().states.map(({ id }) => id);
    expect(Object.keys(stateWords).sort()).toEqual([...states].sort());
  });

  test('name every cause of a transition', () => {
    const causes = readChart().arrows.flatMap(({ causes }) => causes);
    expect(once(causes).filter((cause) => !(cause in hebrewFacts))).toEqual([]);
  });

  test('say in Hebrew all that the doctor can find, with the same values', () => {
    const placesIn = (words: { what: string; how?: string }) =>
      once(`${words.what} ${words.how ?? ''}`.match(/\{\{\w+\}\}/g) ?? []);
    const placesOf = (all: Readonly<Record<string, { what: string; how?: string }>>) =>
      Object.fromEntries(
        Object.entries(all).map(([code, words]) => [code, [words.how === undefined, ...placesIn(words)]]),
      );
    expect(placesOf(hebrewFindings)).toEqual(placesOf(englishFindings));
    expect(Object.keys(lawWords).sort()).toEqual(lawAudits.map(({ law }) => law).sort());
  });

  test('name every practice script', () => {
    const scripts = readdirSync(join(repository, 'src/practice/scripts')).map((file) => basename(file, '.yaml'));
    expect(Object.keys(hebrewScripts).sort()).toEqual(scripts.sort());
  });
});

const SPOKEN_ATTRIBUTES = new Set(['label', 'title', 'description', 'placeholder', 'aria-label', 'alt', 'text']);
const LETTERS = /\p{L}{2,}/u;

/** Words in markup that were not looked up: text between tags, and strings in attributes that people read. */
function untranslated(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTERS.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && SPOKEN_ATTRIBUTES.has(node.name.getText(source))) {
      const value = node.initializer;
      if (value !== undefined && ts.isStringLiteral(value) && LETTERS.test(value.text)) found.push(value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((text) => `${basename(file)}: ${text}`);
}

describe('the markup of the console', () => {
  const pages = readdirSync(join(repository, 'web/src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .map((entry) => join(entry.parentPath, entry.name));

  test('holds no words of its own', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.flatMap(untranslated)).toEqual([]);
  });
});
