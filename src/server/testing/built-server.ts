import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createBuilder } from 'vite'

/** The server, built into a temporary folder, for tests that start it as a process. */
export function builtServer() {
  const root = mkdtempSync(join(tmpdir(), 'token-desk-'))
  const running: ChildProcess[] = []

  const build = async () => {
    const environments = { server: { build: { outDir: join(root, 'dist/server') } } }
    const builder = await createBuilder({ configFile: 'vite.config.ts', logLevel: 'error', environments })
    const { server } = builder.environments
    if (!server) throw new Error('vite.config.ts has no server environment')
    await builder.build(server)
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  }
  const stopAll = () => {
    for (const child of running.splice(0)) child.kill('SIGKILL')
  }
  const remove = () => rmSync(root, { recursive: true })
  const own = (child: ChildProcess) => void running.push(child)

  /** Starts the built server and collects what it prints. */
  function run(env: Record<string, string>, ...args: string[]) {
    const child = spawn(process.execPath, ['dist/server/node.js', ...args], { cwd: root, env })
    running.push(child)
    const output = { out: '', err: '' }
    child.stdout.on('data', (data) => (output.out += String(data)))
    child.stderr.on('data', (data) => (output.err += String(data)))
    const exited = once(child, 'exit').then(([code]) => ({ code: Number(code), ...output }))
    /** Waits for a text in the output, or fails with what was printed instead. */
    const printed = async (text: string) => {
      const ended = exited.then(() => true)
      while (!output.out.includes(text)) {
        if (await Promise.race([ended, once(child.stdout, 'data').then(() => false)])) throw new Error(output.err)
      }
      return output.out
    }
    return { child, exited, printed, errors: () => output.err }
  }

  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    // A TCP server's address is an object; only a pipe's is a string.
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    return port
  }

  /** A placeholder for the built app. */
  const writeClient = () => {
    mkdirSync(join(root, 'dist/client/assets'), { recursive: true })
    writeFileSync(join(root, 'dist/client/index.html'), '<title nonce="__CSP_NONCE__">The page</title>')
    const script = `/* ${'x'.repeat(2000)} */`
    writeFileSync(join(root, 'dist/client/assets/index-abc.js'), script)
    writeFileSync(join(root, 'dist/client/assets/index-abc.js.gz'), gzipSync(script))
  }

  return { root, build, writeClient, run, freePort, own, stopAll, remove }
}
