import { Parser } from 'saxen';

/** What is done with the parts of an XML file. Names come without their prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string | undefined>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Shows the parts of an XML file one after another; throws where it is none. Entities of its own are never read. */
export function readXml(bytes: Uint8Array, { open, text, close }: XmlHandlers): void {
  const parser = new Parser();
  parser.on('openTag', (name, given, decode) => {
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(given())) attributes[local(key)] = decode(value);
    open(local(name), attributes);
  });
  if (text) {
    parser.on('text', (found, decode) => {
      text(decode(found));
    });
    parser.on('cdata', text);
  }
  if (close)
    parser.on('closeTag', (name) => {
      close(local(name));
    });
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(new TextDecoder().decode(bytes));
}
