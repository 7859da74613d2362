import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { listMatchingPaths } from '../src/cli/resolve-paths.ts';
import { PROJECT_FOLDER } from '../src/cli/site-options.ts';

/** A file of the repository with what it imports and exports. Files that are not code have neither. */
export interface SourceFileFacts {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** Paths of the project's files that this file imports, types included. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
}

/** Returns the code of an Astro file, which is its front matter and its scripts. */
function extractAstroCode(text: string): string {
  const frontMatter = /^---\r?\n([\s\S]*?)^---/m.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script(?![^>]*\bld\+json)[^>]*>([\s\S]*?)<\/script>/g)];
  return [frontMatter, ...scripts.map(([, code]) => code ?? '')].join('\n');
}

/** Returns the project's files that the code of a file imports. */
function listImports(path: string, code: string): string[] {
  const specifiers = ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName.replace(/\?.*$/, ''));
  const relative = specifiers.filter((specifier) => specifier.startsWith('.'));
  const targets = new Set(relative.map((specifier) => posix.join(posix.dirname(path), specifier)));
  return [...targets].filter((target) => existsSync(join(PROJECT_FOLDER, target)));
}

/** Returns the names that a statement itself exports; re-exports and `default` do not count. */
function listExportedNames(statement: ts.Statement): string[] {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  const kinds = modifiers?.map(({ kind }) => kind) ?? [];
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword) || kinds.includes(ts.SyntaxKind.DefaultKeyword)) return [];
  const declarations = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations
    : ts.isFunctionDeclaration(statement) ||
        ts.isClassDeclaration(statement) ||
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement)
      ? [statement]
      : [];
  return declarations.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
}

function readSourceFile(path: string): SourceFileFacts {
  const text = readFileSync(join(PROJECT_FOLDER, path), 'utf8');
  const lines = text.split('\n').length - 1;
  if (!/\.(?:ts|mjs|astro)$/.test(path)) return { path, lines, imports: [], exports: [] };
  const code = path.endsWith('.astro') ? extractAstroCode(text) : text;
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  // A schema and the type inferred from it have one name.
  const exports = new Set(path.endsWith('.ts') ? source.statements.flatMap(listExportedNames) : []);
  return { path, lines, imports: listImports(path, code), exports: [...exports] };
}

/** Returns the files below the folders, in the order of their paths. */
export function readSourceFiles(...folders: readonly string[]): SourceFileFacts[] {
  const patterns = folders.map((folder) => `${folder}/**/*.*`);
  return listMatchingPaths(PROJECT_FOLDER, patterns).map(readSourceFile);
}
