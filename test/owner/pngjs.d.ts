/** The part of pngjs that the tests use. */
declare module 'pngjs' {
  export const PNG: {
    sync: { read(file: Buffer): { data: Buffer; width: number; height: number } };
  };
}
