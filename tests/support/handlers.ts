// Owns finding the loads, actions and endpoints of a route file that do not ask for permission first.
import ts from 'typescript';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'fallback'];

/** Calls that let nobody by who may not, and a wrapper that says that a page is for everyone. */
export const guards: ReadonlySet<string> = new Set(['requirePermission', 'requireStaff']);
const wrapper = 'publicPage';
/** A layout asks by another name, since its asking does not speak for the page. */
const layoutGuards: ReadonlySet<string> = new Set(['requireForLayout']);

export type Bodies = ReadonlyMap<string, ts.Node>;
type Known = { readonly bodies: Bodies; readonly guards: ReadonlySet<string> };
export type Handler = { readonly name: string; readonly value: ts.Node | undefined };

/** @param path decides which exports are handlers. @returns them, and what the file declares. */
export function handlersOf(
  path: string,
  source: string
): { readonly handlers: readonly Handler[]; readonly bodies: Bodies } {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const names = path.endsWith('+server.ts') ? methods : ['load', 'actions'];
  const bodies = declarationsOf(file);
  const handlers = [...exportedOf(file)]
    .filter(([name]) => names.includes(name))
    .flatMap(([name, value]) => (name === 'actions' ? actionsOf(value, bodies) : [{ name, value }]));
  return { handlers, bodies };
}

/** @returns the names of those without a guard. */
export function unguardedHandlers(path: string, source: string): readonly string[] {
  const { handlers, bodies } = handlersOf(path, source);
  const known = { bodies, guards: path.includes('/+layout') ? layoutGuards : guards };
  return handlers.filter(({ value }) => !isGuarded(value, known)).map(({ name }) => name);
}

/** What the file exports, by name; a name passed on from another file has no value here. */
function exportedOf(file: ts.SourceFile): ReadonlyMap<string, ts.Node | undefined> {
  const exported = new Map<string, ts.Node | undefined>();
  const bodies = declarationsOf(file);
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      for (const { name, propertyName } of statement.exportClause.elements)
        exported.set(name.text, bodies.get((propertyName ?? name).text));
    if (!ts.canHaveModifiers(statement) || !isExported(statement)) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name) exported.set(statement.name.text, statement);
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name)) exported.set(name.text, initializer);
  }
  return exported;
}

const isExported = (node: ts.HasModifiers): boolean =>
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

/** Functions and constants at the top of the file, by name. */
function declarationsOf(file: ts.SourceFile): Bodies {
  const found = new Map<string, ts.Node>();
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, statement);
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer) found.set(name.text, initializer);
  }
  return found;
}

/** The entries of `actions`; whatever is not written out as an object counts as one handler that nobody can read. */
function actionsOf(value: ts.Node | undefined, bodies: Bodies): readonly Handler[] {
  const table = plain(value, bodies);
  if (!table || !ts.isObjectLiteralExpression(table)) return [{ name: 'actions', value: undefined }];
  return table.properties.map((entry) => ({
    name: `actions.${entry.name?.getText().replaceAll("'", '') ?? '…'}`,
    value: ts.isPropertyAssignment(entry)
      ? entry.initializer
      : ts.isShorthandPropertyAssignment(entry)
        ? entry.name
        : entry
  }));
}

/** Looks behind `satisfies`, `as`, brackets and names of this file. */
export function plain(value: ts.Node | undefined, bodies: Bodies): ts.Node | undefined {
  if (!value) return undefined;
  if (ts.isSatisfiesExpression(value) || ts.isAsExpression(value) || ts.isParenthesizedExpression(value))
    return plain(value.expression, bodies);
  if (ts.isIdentifier(value)) return plain(bodies.get(value.text), bodies);
  return value;
}

function isGuarded(value: ts.Node | undefined, known: Known): boolean {
  const handler = plain(value, known.bodies);
  if (!handler) return false;
  if (ts.isCallExpression(handler)) return handler.expression.getText() === wrapper;
  if (!ts.isFunctionLike(handler) || !('body' in handler) || !handler.body) return false;
  const body = handler.body as ts.Block | ts.Expression;
  // Without the handler itself: a function that calls itself is no guard.
  const others = { ...known, bodies: new Map([...known.bodies].filter(([, other]) => other !== handler)) };
  return ts.isBlock(body)
    ? body.statements.some((statement) => asksFirst(statement, others))
    : callsGuard(body, others);
}

/** A guard inside a branch or an inner function may never be reached: it must stand in the body itself. */
function asksFirst(statement: ts.Statement, known: Known): boolean {
  if (ts.isExpressionStatement(statement)) return callsGuard(statement.expression, known);
  if (ts.isReturnStatement(statement))
    return statement.expression !== undefined && callsGuard(statement.expression, known);
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ initializer }) => initializer !== undefined && callsGuard(initializer, known)
  );
}

/** A guard of ours, or a function of the same file that has one. */
function callsGuard(node: ts.Node, known: Known): boolean {
  if (ts.isAwaitExpression(node)) return callsGuard(node.expression, known);
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const { text } = node.expression;
  return known.guards.has(text) || isGuarded(known.bodies.get(text), known);
}
