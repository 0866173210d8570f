import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { compressParts } from './compress-parts.ts'

const TYPE = { 'content-type': 'application/x-ndjson' }
const cancelled = vi.fn<() => void>()
let send: (text: string) => void = () => {}
let end: () => void = () => {}

const app = new Hono()
app.get('*', compress({ encoding: 'gzip' }), compressParts)
app.get('/parts', () => {
  const body = new ReadableStream({
    start(controller) {
      send = (text) => controller.enqueue(new TextEncoder().encode(text))
      end = () => controller.close()
    },
    cancel: cancelled,
  })
  return new Response(body, { headers: TYPE })
})
app.get('/refused', () => Response.json({ success: false }, { status: 403 }))

let origin = ''
let server: ReturnType<typeof serve>
beforeAll(async () => {
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false })
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

test('each part is there at once, compressed', async () => {
  const answer = await fetch(`${origin}/parts`)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (const text of ['small\n', `${'large '.repeat(50_000)}\n`, 'small again\n']) {
    send(text)
    let came = ''
    while (came.length < text.length) came += (await reader?.read())?.value ?? ''
    expect(came).toBe(text)
  }
  end()
  expect(await reader?.read()).toMatchObject({ done: true })
})

test('a client that takes no gzip gets the parts as they are', async () => {
  const answer = await fetch(`${origin}/parts`, { headers: { 'accept-encoding': 'gzip;q=0' } })
  expect(answer.headers.has('content-encoding')).toBe(false)
  send('plain\n')
  end()
  expect(await answer.text()).toBe('plain\n')
})

test('a client that goes ends the source', async () => {
  const leave = new AbortController()
  const answer = await fetch(`${origin}/parts`, { signal: leave.signal })
  send('a part\n')
  await answer.body?.getReader().read()
  leave.abort()
  await expect.poll(() => cancelled).toHaveBeenCalled()
})

test('an answer in one piece is compressed as before, once', async () => {
  const answer = await fetch(`${origin}/refused`)
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([403, 'gzip'])
  expect(await answer.json()).toEqual({ success: false })
})
