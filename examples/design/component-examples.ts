import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** A file of examples of one component. */
interface Examples {
  readonly default: AstroComponentFactory;
  /** Its anchor on the page of the design. */
  readonly anchor: string;
  /** What the component is called on the page of the design. */
  readonly title: string;
}

/** A component with its examples. */
interface Part {
  /** The component's file, without the ending. */
  readonly name: string;
  /** Its anchor on the page of the design. */
  readonly id: string;
  readonly title: string;
  readonly Examples: AstroComponentFactory;
}

const found = import.meta.glob<Examples>('./components/*Examples.astro', { eager: true });

/** Every component that has examples, in the order of the anchors. */
export const componentExamples: readonly Part[] = Object.entries(found)
  .map(([path, { anchor, title, default: Examples }]) => {
    const name = path.replace(/^.*\/(\w+)Examples\.astro$/, '$1');
    return { name, id: anchor, title, Examples };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));
