import { getRequestListener } from '@hono/node-server'
import Cloudflare from 'cloudflare'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSandbox, type SandboxOptions } from '#server/sandbox/sandbox.ts'
import { schemaProblems } from './openapi.ts'

/** The bearer of the sandbox under test. */
export const BEARER = `cfat_${'t'.repeat(48)}`

export type RunningSandbox = {
  baseUrl: string
  /** The official SDK; every answer is checked against the schema. */
  client: (apiToken?: string) => Cloudflare
  control: (path: string, body: unknown) => Promise<void>
  /** Reads a control of the sandbox: the `result` of a GET. */
  read: (path: string) => Promise<unknown>
  /** Removes the faults of an account. */
  clear: (accountId: string) => Promise<void>
  close: () => Promise<void>
}

/** Serves a sandbox over real HTTP on a free port. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const sandbox = createSandbox({ token: BEARER, ...options })
  const listener = getRequestListener(async (request, { outgoing }) => {
    try {
      return await sandbox.fetch(request)
    } catch {
      outgoing.destroy()
      return new Response()
    }
  })
  // To make a large account holds up this process for longer than the five seconds that an idle connection is kept.
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => void listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The address of a TCP server is an object.
  const { port } = server.address() as AddressInfo
  const baseUrl = `http://127.0.0.1:${port}/client/v4`

  return {
    baseUrl,
    client: (apiToken = BEARER) =>
      new Cloudflare({ apiToken, baseURL: baseUrl, maxRetries: 0, fetch: checkedFetch(baseUrl) }),
    control: async (path, body) => {
      const answer = await sandbox.control.request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
      if (!answer.ok) throw new Error(await answer.text())
    },
    read: async (path) => {
      const answer = await sandbox.control.request(path)
      return ((await answer.json()) as { result: unknown }).result
    },
    clear: async (accountId) => {
      await sandbox.control.request(`/${accountId}/faults`, { method: 'DELETE' })
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Fetches, and fails the test when an answer does not match the schema. */
function checkedFetch(baseUrl: string): typeof fetch {
  return async (input, init) => {
    const answer = await fetch(input, init)
    const { url, method } = new Request(input, { method: init?.method ?? 'GET' })
    const path = new URL(url).pathname.slice(new URL(baseUrl).pathname.length)
    const body: unknown = await answer
      .clone()
      .json()
      .catch(() => null)
    const problems = body === null ? [] : schemaProblems(method, path, answer.ok, body)
    if (problems.length > 0) throw new Error(`${method} ${path}: ${problems.join('; ')}`)
    return answer
  }
}
