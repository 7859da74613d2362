/** The components that an MDX text may use; the pages give each of them to the text by this name. */
export const MDX_COMPONENTS: readonly string[] = ['Indicator', 'WorkedExamples'];
