declare module 'subset-font' {
  /** Cuts `font` down to the characters of `text`. */
  // biome-ignore lint/style/noDefaultExport: the package has only this
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: {
      targetFormat?: 'sfnt' | 'woff' | 'woff2';
      /** Narrows an axis of a variable font. */
      variationAxes?: Record<string, { min: number; max: number; default: number }>;
      /** Layout features that stay; all of them unless told. */
      keepFeatures?: string[];
    },
  ): Promise<Buffer>;
}
