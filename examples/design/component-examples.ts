import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** A file with examples of one component. */
interface ExamplesModule {
  readonly default: AstroComponentFactory;
  /** Anchor on the page /about/design/. */
  readonly anchor: string;
  /** Japanese name of the component. */
  readonly title: string;
}

/** A component with its examples. */
interface ComponentExamples {
  /** Name of the component's file, without extension. */
  readonly name: string;
  /** Anchor on the page /about/design/. */
  readonly id: string;
  readonly title: string;
  readonly Examples: AstroComponentFactory;
}

const modules = import.meta.glob<ExamplesModule>('./components/*Examples.astro', { eager: true });

/** All components with examples, sorted by anchor. */
export const componentExamples: readonly ComponentExamples[] = Object.entries(modules)
  .map(([path, { anchor, title, default: Examples }]) => {
    const name = path.replace(/^.*\/(\w+)Examples\.astro$/, '$1');
    return { name, id: anchor, title, Examples };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));
