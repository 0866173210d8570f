import { existsSync } from 'node:fs'
import { getRequestListener } from '@hono/node-server'
import type { Plugin } from 'vite'
import { type Config, readConfig } from '#server/settings/config.ts'
import { ConfigError, type Environment } from '#server/settings/config-error.ts'
import { createApp } from './app.ts'
import { listenerFailure } from './proxy/mistake.ts'
import { readFile } from './read-file.ts'

/** Mounts the app's own server under `/api` of Vite's, so that development runs the shipped code. */
export function tokenDeskServer(): Plugin {
  return {
    name: 'token-desk-server',
    // Vitest starts a server as well, and must not depend on local settings.
    apply: (_, { command, isPreview }) => command === 'serve' && !isPreview && !process.env['VITEST'],
    config({ server }) {
      if (existsSync('.env')) process.loadEnvFile('.env')
      const { host, port } = configOrExit(process.env)
      // Vite's command line takes precedence.
      return { server: { host: server?.host ?? host, port: server?.port ?? port, strictPort: true } }
    },
    configureServer(vite) {
      // The allowed hosts, and whether a live token may be used, depend on where Vite listens.
      const { host, port } = vite.config.server
      const HOST = host === true ? '0.0.0.0' : host || '127.0.0.1'
      const config = configOrExit({ ...process.env, HOST, PORT: String(port) })
      const log = (line: string) => vite.config.logger.info(line)
      const app = createApp({ config, log })
      const listener = getRequestListener((request, bindings) => app.fetch(request, bindings), {
        // Vite and its plugins share these globals.
        overrideGlobalObjects: false,
        errorHandler: listenerFailure(log),
      })
      // Vite sets these headers only on its own answers.
      const headers = new Map(Object.entries(vite.config.server.headers ?? {}).filter(isGiven))
      vite.middlewares.use((request, response, next) => {
        if (!/^\/api(?:[/?]|$)/.test(request.url ?? '')) return next()
        response.setHeaders(headers)
        void listener(request, response)
      })
      vite.config.logger.info(`  Token Desk: ${config.mode} mode`)
    },
  }
}

const isGiven = <Value>(entry: [string, Value | undefined]): entry is [string, Value] => entry[1] !== undefined

function configOrExit(env: Environment): Config {
  try {
    return readConfig(env, readFile)
  } catch (error) {
    if (error instanceof ConfigError) return exit(error.message)
    throw error
  }
}

function exit(reason: string): never {
  process.stderr.write(`Token Desk cannot start: ${reason}\n`)
  process.exit(1)
}
