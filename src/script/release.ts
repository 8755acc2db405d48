/** Which release this is, and where the next one is announced. The build fills it in: local/build.ts. */

declare const RELEASE: Release;

interface Release {
  /** As `0.2.0`. */
  version: string;
  /** The project's page, and where the newest release tells of itself; '' where nobody has said. */
  page: string;
  newest: string;
}

/** This release. A function, so that nothing is done at load. */
export const thisRelease = (): Release => RELEASE;
