/** A request, and the answer to it, in the fields of a structured log. */
export type LoggedFields = {
  method: string | null
  address: string | null
  host: string | null
  status: number | null
  /** What request and answer have in common. */
  id: string | null
}

const METHOD = words('method httpmethod requestmethod reqmethod verb tfhttpreqmethod httprequestmethod')
const ADDRESS = words(
  'url uri path requesturl requesturi requestpath httpurl urlpath urlfull urloriginal httptarget endpoint requrl target tfhttprequri',
)
const STATUS = words(
  'status statuscode httpstatus responsestatus responsestatuscode httpstatuscode ressstatuscode resstatus tfhttpresstatuscode httpresponsestatuscode responsecode',
)
const HOST = words('host hostname authority requesthost serveraddress urldomain')
const ID = words('tfhttptransid')

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** `key=value` or `"key": "value"`, in which quotes may be escaped; values may have parts like `{id}` and `${id}`. */
const PAIR =
  /(?<![\w.])\\?["']?([A-Za-z_][\w.-]{0,40})\\?["']?[:=] ?\\?["'`]?((?:[^\s"'`\\,{}$]|\$?\{[\w.]{1,60}\}|\$){1,2000})/g

/** Reads a line of JSON or of `key=value`; `null` where it names neither a request nor an answer. */
export function loggedFields(line: string): LoggedFields | null {
  const json = /^\s*\{.*\}\s*$/.test(line) ? parsed(line) : null
  const pairs = json ? flat(json) : Array.from(line.matchAll(PAIR), ([, key = '', value = '']): Pair => [key, value])
  const read: LoggedFields = { method: null, address: null, host: null, status: null, id: null }
  for (const [key, value] of pairs) {
    const name = key.toLowerCase().replaceAll(/[^a-z]/g, '')
    if (METHOD.has(name) && /^[A-Z]{3,7}$/i.test(value)) read.method ??= value
    else if (ADDRESS.has(name) && /^https?:\/\/|^\//i.test(value)) read.address = better(read.address, value)
    else if (STATUS.has(name) && /^[1-5]\d\d$/.test(value)) read.status ??= Number(value)
    else if (HOST.has(name)) read.host ??= value
    else if (ID.has(name)) read.id ??= value
  }
  const isRequest = read.method !== null && read.address !== null
  return isRequest || (read.status !== null && read.id !== null) ? read : null
}

/** A whole address says more than a path. */
const better = (known: string | null, value: string) =>
  known === null || (known.startsWith('/') && !value.startsWith('/')) ? value : known

type Pair = [key: string, value: string]

/** The fields of an object and of those in it, as `request.method`. */
function flat(value: Record<string, unknown>, depth = 0): Pair[] {
  return Object.entries(value)
    .slice(0, 100)
    .flatMap(([key, field]): Pair[] => {
      if (typeof field === 'string' || typeof field === 'number') return [[key, String(field)]]
      return isRecord(field) && depth < 3 ? flat(field, depth + 1) : []
    })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(line: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(line)
    return isRecord(json) ? json : null
  } catch {
    return null
  }
}
