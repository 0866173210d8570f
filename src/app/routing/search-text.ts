/** What an address says behind its question mark, as a page's schema reads it: texts by name, the last of two. */
export const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

/** The same the other way, from the question mark on. What is as it would be without saying so is left out. */
export function writeSearch(search: object, defaults: object = {}): string {
  const usual = new Map<string, unknown>(Object.entries(defaults))
  const said = Object.entries(search)
    .filter(([name, value]) => value !== undefined && value !== usual.get(name))
    .map(([name, value]) => [name, String(value)])
  return said.length > 0 ? `?${new URLSearchParams(said).toString()}` : ''
}
