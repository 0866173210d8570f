/**
 * The search params of an address as text, the last of two equal names: `2026.10` stays `2026.10`. A page's schema
 * makes numbers and switches of it.
 */
export const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

/** Writes search params, from the question mark on. Values equal to their default are left out. */
export function writeSearch(search: object, defaults: object = {}): string {
  const usual = new Map<string, unknown>(Object.entries(defaults))
  const written = Object.entries(search)
    .filter(([name, value]) => value !== undefined && value !== usual.get(name))
    .map(([name, value]) => [name, String(value)])
  return written.length > 0 ? `?${new URLSearchParams(written).toString()}` : ''
}
