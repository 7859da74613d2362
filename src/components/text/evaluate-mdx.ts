import { Fragment, jsx } from 'astro/jsx-runtime';
import Slugger from 'github-slugger';
import { defineHastPlugin, evaluate } from 'satteri';

/** Gives each heading an id, as Astro does: its words in the manner of GitHub. */
const createHeadingIds = () => {
  const slugger = new Slugger();
  return defineHastPlugin({
    name: 'heading-ids',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
      visit: (node, context) => {
        context.setProperty(node, 'id', slugger.slug(context.textContent(node)));
      },
    },
  });
};

const createElement = (type: unknown, props: unknown) => jsx(type, props as Record<string, unknown>);

/** A component that shows a text, with the components that the text may use. */
type MdxComponent = (props: { readonly components: Readonly<Record<string, unknown>> }) => unknown;

/**
 * Returns the component of an MDX text, as Astro makes it of a module. Thousands of texts would be as many modules of the
 * bundle. The check has found no code in the text.
 * @param body the text as it was checked: `blankFrontMatter` in `mdx-reader.ts`
 */
export function evaluateMdx(body: string): MdxComponent {
  const { default: component } = evaluate(body, {
    Fragment,
    jsx: createElement,
    jsxs: createElement,
    elementAttributeNameCase: 'html',
    // Keeps quotes as they are typed.
    features: { smartPunctuation: false },
    hastPlugins: [createHeadingIds],
  }) as { default: MdxComponent };
  return component;
}
