declare module 'subset-font' {
  /** Cuts `font` down to the characters of `text`. */
  // biome-ignore lint/style/noDefaultExport: the package has only this
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2' },
  ): Promise<Buffer>;
}
