// Owns reading XML strictly, as a tree to ask. It shares nothing with the library that writes our feeds.
import { SaxesParser } from 'saxes';

export type Node = {
  /** With its namespace before it in braces, where it has one. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
};

/** @throws where it is not well-formed, or holds a sign that XML forbids. */
export function xmlTree(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const top: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const here = () => open.at(-1) ?? top;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const named = Object.values(attributes).map(({ name, value }) => [name, value]);
    const node: Node = {
      name: uri ? `{${uri}}${local}` : local,
      attributes: Object.fromEntries(named) as Record<string, string>,
      children: [],
      text: ''
    };
    here().children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => (here().text += text));
  parser.on('cdata', (text) => (here().text += text));
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error('There is no element.');
  return root;
}

export const all = (node: Node, name: string): readonly Node[] => node.children.filter((child) => child.name === name);
export const one = (node: Node, name: string): Node | undefined => all(node, name)[0];
export const textOf = (node: Node, name: string): string => one(node, name)?.text ?? '';
