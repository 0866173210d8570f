import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'

/**
 * Inter, Latin, all weights. Loaded by the app and not by its styles, so that it never delays the first rows; until it
 * is here, and where it cannot be loaded, text is in a fallback of the same size (app.css).
 */
export async function loadFont(): Promise<void> {
  const font = new FontFace('Inter Variable', `url(${inter})`, { weight: '100 900' })
  document.fonts.add(await font.load())
}
