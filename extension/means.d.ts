/** What each rule means, in plain words, by its name: laid out from the rule files when the extension is built. */
export const MEANS: Record<string, string>;
