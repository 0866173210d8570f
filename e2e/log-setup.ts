import { readFileSync } from 'node:fs'

/** Every secret of the sandbox starts like this, including its own credential. */
const SECRET = /cf(?:at|ut|k)_[\w-]{8,}/

/** After the run: the server's output contains none of the secrets used in it. */
export default function searchLog(): void {
  const log = readFileSync(new URL('../dist/reports/server.log', import.meta.url), 'utf8')
  const requests = log.split('\n').filter((line) => line.includes(' event=request '))
  if (requests.length === 0) throw new Error('The server has logged no request: there is nothing to search.')
  const found = SECRET.exec(log)
  if (found) throw new Error(`The server log holds a secret at character ${found.index} of dist/reports/server.log.`)
  if (/(?:^|\s)(?:authorization|cookie)[=:]/im.test(log)) throw new Error('The server log holds a credential header.')
}
