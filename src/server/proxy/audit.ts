import { type Log, logLine, rayOf } from './request-log.ts'

/** A write for the log. Ids are not secret; the body, which may hold a secret, is left out. */
type Write = {
  who: string
  /** The token used on the user's behalf, when `who` is a person. */
  as: string | null
  method: string
  template: string
  path: string
  client: string | null
  id: string | undefined
}

/**
 * The log of every write: one line before it is sent (`outcome=asked`) and one at its end (`done`, `failed`, or
 * `unknown` when nobody can tell whether it took effect). Both carry the `id` of their request. An `asked` without a
 * second line was cut off by the end of the process, and is unknown as well.
 */
export type Audit = {
  asked: (write: Write) => void
  /** It was never sent. */
  notSent: (write: Write) => void
  /** `null`: the write ended without an answer. */
  ended: (write: Write, answer: Response | null) => Promise<void>
  /** Resolves when no write is pending. */
  idle: () => Promise<void>
  /** At the end of the process: logs all pending writes as unknown, synchronously. */
  abandon: () => void
}

const ACTIONS: Record<string, string> = { POST: 'create', PUT: 'update', DELETE: 'delete' }

export function createAudit(log: Log): Audit {
  const pending = new Set<Write>()
  let waiting: (() => void)[] = []
  const end = (write: Write, fields: Fields) => {
    // Logged once: after the process gave up on a write, its end is not logged again.
    if (!pending.delete(write)) return
    log(lineOf(write, fields))
    if (pending.size > 0) return
    for (const resolve of waiting) resolve()
    waiting = []
  }
  return {
    asked: (write) => {
      pending.add(write)
      log(lineOf(write, { outcome: 'asked' }))
    },
    notSent: (write) => end(write, { outcome: 'failed' }),
    ended: async (write, answer) => end(write, answer ? await fieldsOf(answer) : { outcome: 'unknown' }),
    idle: () => (pending.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    abandon: () => {
      for (const write of pending) end(write, { outcome: 'unknown' })
    },
  }
}

type Fields = { outcome: string; token?: string; status?: number; ray?: string | null }

function lineOf(
  { who, as, method, template, path, client, id }: Write,
  { outcome, token, status, ray }: Fields,
): string {
  const [, , account, , tokenId] = path.split('/')
  return logLine('audit', {
    who,
    as,
    action: template.endsWith('/value') ? 'roll' : (ACTIONS[method] ?? method),
    account,
    token: tokenId ?? token,
    outcome,
    status,
    ray,
    client,
    id,
  })
}

async function fieldsOf(answer: Response): Promise<Fields> {
  const token = await createdId(answer)
  return {
    outcome: answer.ok ? 'done' : answer.status >= 500 ? 'unknown' : 'failed',
    ...(token !== undefined && { token }),
    status: answer.status,
    ray: rayOf(answer),
  }
}

async function createdId(answer: Response): Promise<string | undefined> {
  if (!answer.ok) return undefined
  const { result } = (await answer.clone().json()) as { result?: { id?: unknown } | null }
  return typeof result?.id === 'string' ? result.id : undefined
}
