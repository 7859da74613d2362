import { z } from 'zod';

/** One level of a plan's tree, in the plan's own word. */
export const PlanLevel = z.strictObject({
  title: z
    .string()
    .min(1)
    .meta({ title: '階層', description: '計画が使っている階層の名前', examples: ['施策'], printed: true }),
  number: z.string().meta({
    title: '番号の例',
    description: '計画がこの階層の1番めをどう印刷するか。番号がなければ空',
  }),
});
export type PlanLevel = z.infer<typeof PlanLevel>;
