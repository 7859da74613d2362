import { Fragment, jsx } from 'astro/jsx-runtime';
import Slugger from 'github-slugger';
import { defineHastPlugin, evaluate } from 'satteri';
import { PAGE_IDS } from '../../model/identifiers.ts';

/** A link to a part of a text. */
type TextSection = Readonly<{ title: string; url: string }>;

/**
 * Adds an id to each heading, as Astro and GitHub do: its words. Puts each table into a frame that scrolls, with a name
 * from the heading above it, and makes headings of the first cells of its rows. Names preformatted texts alike.
 * @param title the title of the text, for tables above its first heading
 * @param taken ids of the page that no heading may have
 * @param sections the list to which headings of the second level are added
 */
export function createTextPlugin(title: string, taken: readonly string[] = [], sections: TextSection[] = []) {
  const slugger = new Slugger();
  // An id is its own slug.
  for (const id of [...PAGE_IDS, 'footnote-label', ...taken]) slugger.occurrences[id] = 0;
  let [heading, tables, blocks] = [title, 0, 0];
  const createFrame = (word: string, count: number) => {
    return { role: 'group', ariaLabel: `「${heading}」の${word}${count > 1 ? count : ''}`, tabIndex: 0 };
  };
  return defineHastPlugin({
    name: 'headings-and-tables',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'table', 'tr'],
      visit: (node, context) => {
        if (node.tagName === 'pre') {
          blocks += 1;
          const frame = createFrame('枠', blocks);
          context.replaceNode(node, { ...node, properties: { ...node.properties, ...frame } });
        } else if (node.tagName === 'table') {
          tables += 1;
          const frame = { className: ['scroll'], ...createFrame('表', tables) };
          const hidden = { className: ['hidden-text'] };
          const words = [{ type: 'text' as const, value: frame.ariaLabel }];
          context.prependChild(node, { type: 'element', tagName: 'caption', properties: hidden, children: words });
          context.wrapNode(node, { type: 'element', tagName: 'div', properties: frame, children: [] });
        } else if (node.tagName === 'tr') {
          for (const [at, cell] of node.children.filter((child) => child.type === 'element').entries()) {
            const { style, ...properties } = cell.properties;
            // The policy of pages allows no style, which the parser makes of |--:|.
            if (style === 'text-align: right') properties.className = ['count', 'num'];
            if (cell.tagName === 'th') properties.scope = 'col';
            else if (at === 0 && context.textContent(cell).trim() !== '') properties.scope = 'row';
            context.replaceNode(cell, { ...cell, tagName: properties.scope ? 'th' : 'td', properties });
          }
        } else if (node.properties.id === undefined) {
          // The heading of the footnotes has an id, which the numbers of the footnotes name.
          [heading, tables, blocks] = [context.textContent(node), 0, 0];
          const id = slugger.slug(heading) || slugger.slug('section');
          context.setProperty(node, 'id', id);
          if (node.tagName === 'h2') sections.push({ title: heading, url: `#${id}` });
        }
      },
    },
  });
}

const createMdxElement = (type: unknown, props: unknown) => jsx(type, props as Record<string, unknown>);

/** A component that shows a text, with the components that the text may use. */
type MdxComponent = (props: { readonly components: Readonly<Record<string, unknown>> }) => unknown;

/**
 * Returns the component of an MDX text, as Astro makes it of a module, and links to its sections. Thousands of texts
 * would be as many modules of the bundle. The check has found no code in the text.
 * @param body the text as it was checked: `blankFrontMatter` in `mdx-reader.ts`
 * @param taken ids of the page that no heading may have
 * @param title the title of the text
 */
export function evaluateMdx(body: string, taken: readonly string[], title: string) {
  const sections: TextSection[] = [];
  const { default: component } = evaluate(body, {
    Fragment,
    jsx: createMdxElement,
    jsxs: createMdxElement,
    elementAttributeNameCase: 'html',
    features: {
      // Keeps quotes as they are typed.
      smartPunctuation: false,
      gfm: { footnotes: { label: '注', backLabel: '注{reference}をつけたところへ戻る' } },
    },
    hastPlugins: [createTextPlugin(title, taken, sections)],
  }) as { default: MdxComponent };
  return { component, sections };
}
