/* Builds the floor app and serves it like the app: precompressed, with the API through the same proxy. */
import { createServer, request } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const SOURCE = fileURLToPath(new URL('floor', import.meta.url))
const OUT = fileURLToPath(new URL('../../dist/floor', import.meta.url))
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

/** Serves the floor app on a free port; `appUrl` serves its `/api`. */
export async function serveFloor(appUrl) {
  await build({
    configFile: false,
    root: SOURCE,
    base: '/',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: OUT, emptyOutDir: true },
  })
  const files = new Map(
    readdirSync(OUT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = `${parentPath}/${name}`.slice(OUT.length)
        return [path, { type: TYPES[name.split('.').at(-1)], body: brotliCompressSync(readFileSync(OUT + path)) }]
      }),
  )
  const server = createServer((incoming, outgoing) => {
    if (incoming.url.startsWith('/api/')) {
      const headers = { ...incoming.headers, host: new URL(appUrl).host }
      const upstream = request(appUrl + incoming.url, { method: incoming.method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers)
        answer.pipe(outgoing)
      })
      incoming.pipe(upstream)
      return
    }
    const file = files.get(incoming.url.split('?')[0]) ?? files.get('/index.html')
    outgoing.writeHead(200, { 'content-type': file.type, 'content-encoding': 'br', 'cache-control': 'no-cache' })
    outgoing.end(file.body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() }
}
