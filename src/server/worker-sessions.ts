import * as v from 'valibot'
import { type EndedSessions } from './proxy/ended-sessions.ts'
import { LIFETIMES } from './proxy/session-cookie.ts'

/** The used part of a Durable Object's state. */
type State = {
  storage: {
    get: (key: string) => Promise<unknown>
    put: (key: string, value: number) => Promise<void>
    delete: (keys: string[]) => Promise<unknown>
    list: () => Promise<Map<string, unknown>>
    getAlarm: () => Promise<number | null>
    setAlarm: (at: number) => Promise<void>
  }
}

/** The binding `SESSIONS` of wrangler.jsonc: one object for all isolates. */
export type SessionsBinding = {
  idFromName: (name: string) => unknown
  get: (id: never) => { fetch: (url: string, init: RequestInit) => Promise<Response> }
}

const asked = v.variant('ask', [
  v.object({ ask: v.literal('read'), key: v.string() }),
  v.object({ ask: v.literal('end'), key: v.string(), now: v.number() }),
])

/** Remembers ended sessions for all isolates of a Worker, in a Durable Object, whose reads see every earlier write. */
export class Sessions {
  readonly #storage: State['storage']

  constructor({ storage }: State) {
    this.#storage = storage
  }

  async fetch(request: Request): Promise<Response> {
    const input = v.parse(asked, await request.json())
    if (input.ask === 'read') return Response.json((await this.#storage.get(input.key)) ?? 0)
    await this.#storage.put(input.key, input.now)
    if ((await this.#storage.getAlarm()) === null) await this.#storage.setAlarm(input.now + LIFETIMES.absoluteMs)
    return Response.json(input.now)
  }

  /** Deletes entries older than any valid cookie. */
  async alarm(): Promise<void> {
    const now = Date.now()
    const entries = [...(await this.#storage.list())]
    const isOver = ([, at]: [string, unknown]) => typeof at !== 'number' || now - at >= LIFETIMES.absoluteMs
    const over = entries.filter(isOver).map(([key]) => key)
    // The limit of one call.
    for (let start = 0; start < over.length; start += 128) await this.#storage.delete(over.slice(start, start + 128))
    if (entries.length > 0) await this.#storage.setAlarm(now + LIFETIMES.absoluteMs / 12)
  }
}

/** Calls that object. When it cannot be reached, it throws, and no request is accepted. */
export function rememberIn(binding: SessionsBinding): EndedSessions {
  const ask = async (input: v.InferInput<typeof asked>): Promise<number> => {
    const object = binding.get(binding.idFromName('sessions') as never)
    const answer = await object.fetch('https://sessions.invalid/', { method: 'POST', body: JSON.stringify(input) })
    if (!answer.ok) throw new Error('The store of ended sessions did not answer.')
    return v.parse(v.number(), await answer.json())
  }
  const end = async (key: string, now: number) => void (await ask({ ask: 'end', key, now }))
  return {
    isEnded: async (sessionId) => (await ask({ ask: 'read', key: `session ${sessionId}` })) > 0,
    tokenEndedAt: (tokenId) => ask({ ask: 'read', key: `token ${tokenId}` }),
    endSession: (sessionId, now) => end(`session ${sessionId}`, now),
    endToken: (tokenId, now) => end(`token ${tokenId}`, now),
  }
}
