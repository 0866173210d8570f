import { Duplex } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { accepts } from 'hono/accepts'
import { PARTS_TYPE } from './proxy/token-pages-handler.ts'

/** Compresses an answer that comes in parts, each part at once: Hono's `compress` holds small ones back. */
export const compressParts: MiddlewareHandler = async (c, next) => {
  await next()
  const { body, headers } = c.res
  if (!body || headers.get('content-type') !== PARTS_TYPE) return
  const supports = ['gzip', 'identity']
  if (accepts(c, { header: 'Accept-Encoding', supports, default: 'identity' }) !== 'gzip') return
  const gzip = Duplex.toWeb(createGzip({ flush: constants.Z_SYNC_FLUSH }))
  c.res = new Response(body.pipeThrough(gzip), c.res)
  c.header('content-encoding', 'gzip')
  c.header('vary', 'Accept-Encoding')
}
