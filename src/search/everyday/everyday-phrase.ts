/** What residents say, by the part of it that does not bend (逃げ for 逃げる, 逃げたい), and the words that plans write for it. */
export type EverydayPhrase = readonly [said: string, ...written: string[]];
