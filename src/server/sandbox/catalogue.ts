import groups from './data/permission-groups.json' with { type: 'json' }

export type CatalogueGroup = (typeof groups)[number] & {
  /** Values are texts, such as `deprecated` and `eol_at`. */
  meta?: Record<string, string>
}

/** The real catalogue, in the API's order: by name, ASCII. */
export const CATALOGUE: CatalogueGroup[] = groups.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))

export const SCOPE = {
  account: 'com.cloudflare.api.account',
  zone: 'com.cloudflare.api.account.zone',
  bucket: 'com.cloudflare.edge.r2.bucket',
  worker: 'com.cloudflare.edge.worker.script',
  user: 'com.cloudflare.api.user',
} as const

/** The catalogue, cut or extended to a size. Invented products fill it up, for tests of large catalogues. */
export function catalogueOf(size: number): CatalogueGroup[] {
  if (size <= CATALOGUE.length) return CATALOGUE.slice(0, size)
  const extra = Array.from({ length: size - CATALOGUE.length }, (_, index): CatalogueGroup => {
    const product = Math.floor(index / 2) + 1
    const level = index % 2 === 0 ? 'Read' : 'Write'
    return {
      id: (0xf000_0000 + index).toString(16).padEnd(32, '0'),
      name: `Sandbox Product ${product} ${level}`,
      scopes: [index % 3 === 0 ? SCOPE.zone : SCOPE.account],
      category: 'other',
      description: `${level} access to made-up product ${product}`,
      is_selectable: true,
    }
  })
  return [...CATALOGUE, ...extra]
}

/** Catalogue IDs of the groups that the API itself requires (`docs/api-behaviour.md` §2). */
export const NEEDED = {
  tokensRead: 'eb56a6953c034b9d97dd838155666f06',
  tokensWrite: '5bc3f8b21c554832afc660159ab75fa4',
  zoneRead: 'c8fed203ed3043cba015a93ad1616f1f',
  bucketsRead: 'b4992e1108244f5d8bfbd5744320c2e1',
  bucketsWrite: 'bf7481a1826f439697cb59a20b22293e',
  scriptsRead: '1a71c399035b4950a1bd1466bbe4f420',
} as const
