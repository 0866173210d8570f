import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, freePort } from '../live.ts'
import { ask } from './ask.ts'
import { exampleConfig, HOST, type Instance, type Proxy } from './proxies.ts'

export type Started = Instance & {
  /** The self-signed certificate, which is its own authority. */
  ca: string
  /** The output of the proxy, including its access log. */
  printed: () => string
  stop: () => Promise<void>
}

/** Starts a real proxy with the example of docs/reverse-proxy; `change` modifies the configuration. */
export async function startProxy(
  proxy: Proxy,
  upstream: number,
  change: (instance: Instance) => string = (instance) => exampleConfig(proxy, instance),
): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), `token-desk-${proxy.command}-`))
  const instance = { folder, http: await freePort(), https: await freePort(), upstream }
  const ca = makeCertificate(folder)
  const file = join(folder, 'config')
  writeFileSync(file, change(instance))
  const output = join(folder, 'output')
  // A file, because no program can open Node's pipes as /dev/stdout.
  const written = openSync(output, 'a')
  const child = spawn(proxy.command, proxy.args(file), {
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`, HOME: folder },
    stdio: ['ignore', written, written],
  })
  closeSync(written)
  const printed = () => readFileSync(output, 'utf8')
  const ended = once(child, 'close')
  const stop = async () => {
    child.kill()
    await ended
    rmSync(folder, { recursive: true })
  }
  const failed = ended.then(() => Promise.reject(new Error(`${proxy.command} ended: ${printed()}`)))
  const answers = expect(() => ask({ port: instance.http, path: '/healthz' })).toPass({ timeout: 20_000 })
  await Promise.race([answers, failed]).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { ...instance, ca, printed, stop }
}

/** Creates `cert.pem`, `key.pem` and `both.pem`, as the examples name them. */
function makeCertificate(folder: string): string {
  const [certificate, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const name = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`]
  execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', certificate], { stdio: 'pipe' })
  const both = join(folder, 'both.pem')
  copyFileSync(certificate, both)
  writeFileSync(both, readFileSync(key), { flag: 'a' })
  return readFileSync(certificate, 'utf8')
}
