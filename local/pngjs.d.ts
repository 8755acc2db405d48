/** The part of pngjs that is used here. */
declare module 'pngjs' {
  export class PNG {
    constructor(size: { width: number; height: number });
    data: Buffer;
    width: number;
    height: number;
    static sync: {
      read(file: Buffer): PNG;
      write(picture: PNG, options?: { colorType: number; inputHasAlpha: boolean }): Buffer;
    };
    static bitblt(
      from: PNG,
      to: PNG,
      x: number,
      y: number,
      width: number,
      height: number,
      toX: number,
      toY: number,
    ): void;
  }
}
