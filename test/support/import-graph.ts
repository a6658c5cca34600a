import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** `target` is a path from the repository's root, or the specifier of a package. */
export interface Import {
  from: string;
  target: string;
  kind: 'value' | 'type';
  origin: 'own' | 'package' | 'node';
}

/** All files under a folder of the repository, as paths from its root. */
export function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(repository, folder), { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(repository.length + 1)).sort();
}

/** Every import and re-export of a TypeScript file; erased ones count as `type`. */
export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(repository, file), 'utf8'), ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const note = (specifier: ts.Node | undefined, kind: Import['kind']): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    found.push({ from: file, kind, ...resolve(file, specifier.text) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, isErasedImport(node) ? 'type' : 'value');
    if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal, 'type');
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      note(node.arguments[0], 'value');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** How many lines of a file hold code: neither blank nor comment alone. */
export function codeLines(file: string): number {
  const lines = readFileSync(join(repository, file), 'utf8').split('\n');
  return lines.filter((line) => !/^\s*(\/\/|\/\*|\*(\s|\/|$)|$)/.test(line)).length;
}

/** The first way round from a file back to itself, over imports that exist at run time; empty where there is none. */
export function firstCycle(imports: readonly Import[]): string[] {
  const edges = new Map<string, string[]>();
  for (const { from, target, kind, origin } of imports) {
    if (kind === 'value' && origin === 'own') edges.set(from, [...(edges.get(from) ?? []), target]);
  }
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const cycle = walk(next, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  return [...edges.keys()].map((file) => walk(file, [])).find((cycle) => cycle.length > 0) ?? [];
}

function isErasedImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

function resolve(file: string, specifier: string): Pick<Import, 'target' | 'origin'> {
  if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(file), specifier), origin: 'own' };
  return { target: specifier, origin: specifier.startsWith('node:') ? 'node' : 'package' };
}
