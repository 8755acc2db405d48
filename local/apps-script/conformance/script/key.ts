/** The key that was put in when the suite was built: whoever has it may ask the suite's web app. */

declare const SUITE_KEY: string;

/** Read where it is used: outside of the built script there is none. */
export const suiteKey = () => SUITE_KEY;
