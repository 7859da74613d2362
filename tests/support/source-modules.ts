import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The project's own folder. */
export const REPOSITORY_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

/** One import of a module: from where, and which names; `*` where all of them may be used. */
interface Import {
  /** Path from the project's root, or a package's name. */
  readonly from: string;
  readonly names: readonly string[];
}

/** A file of code and what it takes from and gives to others. */
export interface SourceModule {
  readonly path: string;
  readonly text: string;
  readonly source: ts.SourceFile;
  readonly imports: readonly Import[];
  readonly exports: readonly string[];
}

/** The code of an Astro file: its front matter and its scripts. The rest of it is text. */
function codeOf(path: string, text: string): string {
  if (!path.endsWith('.astro')) return text;
  const front = /^---\r?\n([\s\S]*?)^---/m.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script(?![^>]*\bld\+json)[^>]*>([\s\S]*?)<\/script>/g)];
  return [front, ...scripts.map((found) => found[1] ?? '')].join('\n');
}

function resolved(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(path), specifier)) : specifier;
}

/** The names that a file takes through `import * as name`, read from its whole text, markup included. */
function throughNamespace(name: string, text: string): string[] {
  return [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map((found) => found[1] ?? '');
}

function importsIn(path: string, text: string, source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, names: readonly string[]) => {
    if (specifier && ts.isStringLiteral(specifier)) found.push({ from: resolved(path, specifier.text), names });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      const { name, namedBindings } = node.importClause ?? {};
      const named =
        namedBindings === undefined
          ? []
          : ts.isNamespaceImport(namedBindings)
            ? throughNamespace(namedBindings.name.text, text)
            : namedBindings.elements.map((one) => (one.propertyName ?? one.name).text);
      add(node.moduleSpecifier, name ? ['default', ...named] : named);
    } else if (ts.isExportDeclaration(node)) {
      const clause = node.exportClause;
      const names =
        clause && ts.isNamedExports(clause) ? clause.elements.map((one) => (one.propertyName ?? one.name).text) : ['*'];
      add(node.moduleSpecifier, names);
    } else if (ts.isImportTypeNode(node)) {
      if (ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, ['*']);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], ['*']);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The names that a statement exports; none where it exports nothing. */
function namesOf(node: ts.Statement): string[] {
  if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause))
    return node.exportClause.elements.map((one) => one.name.text);
  if (ts.isExportAssignment(node)) return ['default'];
  const isExported =
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  const { name } = node as ts.DeclarationStatement;
  return name && ts.isIdentifier(name) ? [name.text] : ['default'];
}

/** What a file exports. A type by which another export of the file is told goes with that one, and is left out. */
function exportsIn(source: ts.SourceFile): string[] {
  const exported = source.statements.filter((node) => namesOf(node).length > 0);
  const tells = (type: ts.Statement, name: string) =>
    exported.some((other) => other !== type && new RegExp(`\\b${name}\\b`).test(other.getText(source)));
  const names = exported.flatMap((node) => {
    const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
    return namesOf(node).filter((name) => !isType || !tells(node, name));
  });
  return [...new Set(names)];
}

function read(path: string): SourceModule {
  const text = readFileSync(join(REPOSITORY_FOLDER, path), 'utf8');
  const source = ts.createSourceFile(path, codeOf(path, text), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  return { path, text, source, imports: importsIn(path, text, source), exports: exportsIn(source) };
}

/** The files of code that match a pattern, by their paths from the project's root. */
export function readModules(...patterns: readonly string[]): SourceModule[] {
  return globSync([...patterns], { cwd: REPOSITORY_FOLDER })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(read);
}

/** The text of a file of the project; null where there is none. */
export function readFileText(path: string): string | null {
  const full = join(REPOSITORY_FOLDER, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : null;
}
