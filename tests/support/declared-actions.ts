// Owns the list of everything that answers a request, read from the routes, each with the permissions that its code asks for.
import ts from 'typescript';
import { permissions, type Action } from '#lib/domain/account/permissions.ts';
import { guards, handlersOf, plain, type Bodies } from './handlers.ts';
import { filesUnder, readText } from './project-files.ts';

export type DeclaredHandler = {
  /** As `/[lang=lang]/vote`. */
  readonly route: string;
  /** `load`, `actions.code`, `GET`. */
  readonly name: string;
  readonly asks: readonly Action[];
  /** The file's text, which tells what the address has to name. */
  readonly source: string;
};

/** What the parameters of a function stand for in this call, as far as they are written out. */
type Given = ReadonlyMap<string, string>;

/** @throws naming the handler whose permission can not be read: nobody could say who may ask. */
function asksOf(handler: ts.Node | undefined, bodies: Bodies, given: Given, label: string): readonly Action[] {
  const found: Action[] = [];
  const body = plain(handler, bodies);
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const called = node.expression.text;
    if (guards.has(called)) found.push(actionOf(node.arguments[1], given, label));
    const other = plain(bodies.get(called), bodies);
    if (!other || other === body || !ts.isFunctionLike(other)) return;
    found.push(...asksOf(other, bodies, bind(other, node), label));
  };
  if (body) visit(body);
  return [...new Set(found)];
}

const textOf = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteral(node) ? node.text : undefined;

const bind = ({ parameters }: ts.SignatureDeclaration, call: ts.CallExpression): Given =>
  new Map(
    parameters.flatMap(({ name }, place) => {
      const text = textOf(call.arguments[place]);
      return text === undefined ? [] : [[name.getText(), text] as const];
    })
  );

function actionOf(argument: ts.Node | undefined, given: Given, label: string): Action {
  const text = textOf(argument) ?? given.get(argument?.getText() ?? '') ?? '';
  if (text in permissions) return text as Action;
  throw new Error(`${label} asks for "${argument?.getText() ?? ''}", and nobody can read what that is.`);
}

/** Buttons without a field that change what the rest of a walk needs or compares; each has a story of its own. */
export const takesAway = [
  'actions.end-account',
  'actions.end-all',
  'actions.end-sessions',
  'actions.end-station',
  'actions.remove-picture',
  'actions.remove-voice',
  'actions.withdraw'
];

/** Every load, action and method of an endpoint. */
export const declaredHandlers: readonly DeclaredHandler[] = filesUnder(
  'src/routes/',
  /\/\+(page\.server|server)\.ts$/
).flatMap((path) => {
  const source = readText(path);
  const route = path.slice('src/routes'.length).replace(/\/\+(page\.)?server\.ts$/, '');
  const { handlers, bodies } = handlersOf(path, source);
  return handlers.map(({ name, value }) => {
    const asks = asksOf(value, bodies, new Map(), `${route} ${name}`);
    if (asks.length === 0) throw new Error(`${route} ${name} asks for no permission.`);
    return { route, name, asks, source };
  });
});
