import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** The file of examples that stands beside a component. */
interface Examples {
  readonly default: AstroComponentFactory;
  /** What the component is called on the page of the design. */
  readonly title: string;
}

/** A component with its examples. */
interface Part {
  /** The component's folder. */
  readonly name: string;
  /** Its anchor on the page of the design. */
  readonly id: string;
  readonly title: string;
  readonly Examples: AstroComponentFactory;
}

const found = import.meta.glob<Examples>('../*/Examples.astro', { eager: true });

/** Every component that has examples, in the order of the folders. */
export const componentExamples: readonly Part[] = Object.entries(found)
  .map(([path, examples]) => {
    const name = path.split('/')[1] ?? '';
    return { name, id: `part-${name}`, title: examples.title, Examples: examples.default };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));
