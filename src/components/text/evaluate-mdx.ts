import { Fragment, jsx } from 'astro/jsx-runtime';
import Slugger from 'github-slugger';
import { defineHastPlugin, evaluate } from 'satteri';

/** A link to a part of a text. */
type TextSection = Readonly<{ title: string; url: string }>;

/** The ids that pages with texts have themselves, besides those of plan items and terms. */
export const PAGE_IDS: readonly string[] =
  'main indicators status-choice theme-filter-title others rating rating-title contents departments sdgs files other-guides'.split(
    ' ',
  );

/** Adds an id to each heading, as Astro and GitHub do: its words. Adds headings of the second level to a list. */
function createHeadingIds(taken: readonly string[], sections: TextSection[]) {
  const slugger = new Slugger();
  for (const id of [...PAGE_IDS, 'footnote-label', ...taken]) slugger.slug(id);
  return defineHastPlugin({
    name: 'heading-ids',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
      visit: (node, context) => {
        // The heading of the footnotes has an id, which the numbers of the footnotes name.
        if (node.properties.id !== undefined) return;
        const title = context.textContent(node);
        const id = slugger.slug(title);
        context.setProperty(node, 'id', id);
        if (node.tagName === 'h2') sections.push({ title, url: `#${id}` });
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
 */
export function evaluateMdx(body: string, taken: readonly string[]) {
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
    hastPlugins: [createHeadingIds(taken, sections)],
  }) as { default: MdxComponent };
  return { component, sections };
}
