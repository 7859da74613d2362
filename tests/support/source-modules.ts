import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder of the project. */
export const REPOSITORY_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

/** One import of a module. */
interface ModuleImport {
  /** The path from the root of the project, or the name of a package. */
  readonly from: string;
  /** The names in braces; none if the import takes others. */
  readonly names: readonly string[];
}

/** A file of code with its imports and the names of its exports. */
interface SourceModule {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly ModuleImport[];
  readonly exports: readonly string[];
}

/** Returns the code of an Astro file: its front matter and its scripts. The rest of the file is markup. */
function extractCode(path: string, text: string): string {
  if (!path.endsWith('.astro')) return text;
  const frontMatter = /^---\r?\n([\s\S]*?)^---/m.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script(?![^>]*\bld\+json)[^>]*>([\s\S]*?)<\/script>/g)];
  return [frontMatter, ...scripts.map((script) => script[1] ?? '')].join('\n');
}

function resolveImport(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(path), specifier)) : specifier;
}

/** Lists the imports of a file: of values and types, static and dynamic. */
function listImports(path: string, source: ts.SourceFile): ModuleImport[] {
  const imports: ModuleImport[] = [];
  const add = (specifier: ts.Node | undefined, names: readonly string[] = []) => {
    if (specifier && ts.isStringLiteral(specifier)) imports.push({ from: resolveImport(path, specifier.text), names });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
      add(
        node.moduleSpecifier,
        elements.map(({ propertyName, name }) => (propertyName ?? name).text),
      );
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** Lists the names that a statement exports. */
function listExports(node: ts.Statement): string[] {
  if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause))
    return node.exportClause.elements.map(({ name }) => name.text);
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node);
  return isNamed && node.name ? [node.name.text] : [];
}

const modules = new Map<string, SourceModule>();

/** Reads a file of code once for all tests. */
function readModule(path: string): SourceModule {
  const module = modules.get(path) ?? parseModule(path);
  modules.set(path, module);
  return module;
}

function parseModule(path: string): SourceModule {
  const text = readFileSync(join(REPOSITORY_FOLDER, path), 'utf8');
  const code = extractCode(path, text);
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  return { path, text, imports: listImports(path, source), exports: source.statements.flatMap(listExports) };
}

/** Reads the files of code that match a pattern of paths from the root of the project. */
export function readModules(...patterns: readonly string[]): SourceModule[] {
  return globSync([...patterns], { cwd: REPOSITORY_FOLDER })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(readModule);
}

/** Returns the text of a file of the project; null if there is no such file. */
export function readFileText(path: string): string | null {
  const full = join(REPOSITORY_FOLDER, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : null;
}
