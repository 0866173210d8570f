import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'

export type SiteFiles = {
  /** Serves the built file that a path names, or passes on. */
  files: MiddlewareHandler
  /** Serves the app's page, whatever the path. */
  page: MiddlewareHandler
}

const UNCHANGING = 'public, max-age=31536000, immutable'

/** The built app: its files, and its page for every address that only the app's own router knows. */
export function createSite({ files, page }: SiteFiles): Hono {
  const site = new Hono()
  site.use(secureHeaders(HEADERS), compress(), caching)
  site.get('*', files)
  site.get('*', async (c, next) => {
    // An address of the app has no file ending; a missing script must not turn into a page.
    const isFile = c.req.path.startsWith('/assets/') || c.req.path.slice(c.req.path.lastIndexOf('/')).includes('.')
    return isFile ? next() : page(c, next)
  })
  site.all('*', (c) => c.text('There is nothing at this address.', 404))
  return site
}

/** Vite puts a hash of the content into the names below /assets; everything else is asked for anew. */
const caching: MiddlewareHandler = async (c, next) => {
  await next()
  const isHashed = c.res.ok && c.req.path.startsWith('/assets/')
  c.header('cache-control', isHashed ? UNCHANGING : 'no-cache')
}

const HEADERS: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    // Radix sets styles on elements and, while a dialog is open, on the page.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Over plain http on this machine it means nothing, and on a named host it would outlive this app.
  strictTransportSecurity: false,
}
