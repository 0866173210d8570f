import { Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Hsts } from '#server/settings/config-extras.ts'
import { hstsHeader } from './hsts.ts'

export type SiteFiles = {
  /** Serves the built file that a path names, compressed beforehand where the browser takes it, or passes on. */
  files: MiddlewareHandler
  /** The app's page, with `NONCE_PLACEHOLDER` where each answer puts its own nonce. */
  page: () => Promise<string>
  /** Sent with everything, where people come over TLS. */
  hsts?: Hsts | undefined
}

/** Written into index.html by the build (`html.cspNonce`). */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

const UNCHANGING = 'public, max-age=31536000, immutable'

/** The built app: its files, and its page for every address that only the app's own router knows. */
export function createSite({ files, page, hsts }: SiteFiles): Hono {
  const site = new Hono()
  site.use(headersFor(hsts), caching)
  site.get('*', async (c, next) => {
    // The page is never served as a file: without a nonce of its own it would be a page without styles.
    if (c.req.path === '/' || c.req.path.endsWith('/index.html')) return next()
    return files(c, next)
  })
  site.get('*', async (c, next) => {
    // An address of the app has no file ending; a missing script must not turn into a page.
    const isFile = c.req.path.startsWith('/assets/') || c.req.path.slice(c.req.path.lastIndexOf('/')).includes('.')
    if (isFile && c.req.path !== '/index.html') return next()
    const nonce = newNonce()
    c.header('content-security-policy', policyFor(nonce))
    return c.html((await page()).replaceAll(NONCE_PLACEHOLDER, nonce))
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

const newNonce = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))

/**
 * Nothing but the app's own files, the page's own inline script, and no string turned into code. That script, and
 * styles that a library adds at run time (the dialog's scroll lock), carry the nonce of their answer.
 */
const policyFor = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Its only rule is the address of the app's own worker: see src/app/api/open-api-file.ts.
    'trusted-types worker',
  ].join('; ')

const headersFor = (hsts: Hsts | undefined) =>
  secureHeaders({
    // What is no page needs nothing at all; the page's own policy comes with its nonce.
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      payment: [],
      usb: [],
      serial: [],
      hid: [],
      displayCapture: [],
      clipboardWrite: ['self'],
    },
    // Over plain http on this machine it means nothing, and on a named host it would outlive this app.
    strictTransportSecurity: hsts ? hstsHeader(hsts) : false,
  })
