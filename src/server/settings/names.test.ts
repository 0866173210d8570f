import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusal } from '#server/testing/settings.ts'
import { readConfig, readSandboxConfig } from './config.ts'
import { distance } from './names.ts'

test.each([
  ['READONLY', 'READ_ONLY'],
  ['read_only', 'READ_ONLY'],
  ['Read_Only', 'READ_ONLY'],
  ['READ-ONLY', 'READ_ONLY'],
  ['HSOT', 'HOST'],
  ['HOSTS', 'HOST'],
  ['port', 'PORT'],
  ['OAUTH', 'AUTH'],
  ['PUBLIC_ULR', 'PUBLIC_URL'],
  ['SESION_SECRETS', 'SESSION_SECRET'],
  ['CLOUDFLARE_API_TOKENS', 'CLOUDFLARE_API_TOKEN'],
  ['CLOUDFLARE_ACCOUNT_IDS', 'CLOUDFLARE_ACCOUNT_ID'],
  ['ACCESS_AUDIT', 'ACCESS_AUD'],
  ['TRUSTED_PROXY', 'TRUSTED_PROXIES'],
  ['READ_ONLY_MODE', 'READ_ONLY'],
  ['ACCESS_AUDIENCE', 'ACCESS_AUD'],
  ['TRUSTED_HOSTS', undefined],
  ['TRUSTED_PROXYS', 'TRUSTED_PROXIES'],
  ['HSTS_MAXAGE', 'HSTS_MAX_AGE'],
  ['SESSION_SECRETFILE', 'SESSION_SECRET_FILE'],
  ['SESSION_SECERT_FILE', 'SESSION_SECRET_FILE'],
  ['cloudflare_api_token_file', 'CLOUDFLARE_API_TOKEN_FILE'],
])('%s means %s', (name, meant) => {
  const expected = meant ? `${name} is not a setting. Did you mean ${meant}? Rename it, or unset it.` : 'accepted'
  for (const read of [readConfig, readSandboxConfig]) {
    expect(refusal(() => read({ [name]: '1' }))).toBe(expected)
    expect(read({ [name]: '' })).toBeDefined()
  }
})

test.each(['PORT_FILE', 'CLOUDFLARE_ACCOUNT_ID_FILE', 'PUBLIC_URL_FILE'])('%s is no secret', (name) => {
  const setting = name.replace('_FILE', '')
  expect(refusal(() => readConfig({ [name]: '/run/x' }))).toBe(
    `${name} is not a setting: ${setting} is no secret and cannot come from a file. Set ${setting} itself.`,
  )
})

/** Variables set by shells, npm, containers, service managers and CI, on Linux, macOS and Windows. */
const ORDINARY = `
  _ HOME HOSTNAME HOSTTYPE PATH Path PWD OLDPWD SHELL SHLVL USER USERNAME LOGNAME LANG LANGUAGE LC_ALL LC_CTYPE TERM TERM_PROGRAM
  COLORTERM EDITOR VISUAL PAGER MAIL DISPLAY TZ TMPDIR TEMP TMP IFS PS1 PROMPT COLUMNS LINES DEBUG LS_COLORS LESS MANPATH
  XAUTHORITY XDG_RUNTIME_DIR XDG_SESSION_ID XDG_SESSION_TYPE XDG_CONFIG_HOME DBUS_SESSION_BUS_ADDRESS SSH_AUTH_SOCK SSH_CLIENT
  SSH_CONNECTION SSH_TTY SUDO_USER SUDO_COMMAND GPG_TTY WINDOWID WAYLAND_DISPLAY DESKTOP_SESSION SESSION_MANAGER MACHTYPE OSTYPE
  http_proxy https_proxy no_proxy all_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE
  Apple_PubSub_Socket_Render __CF_USER_TEXT_ENCODING __CFBundleIdentifier COMMAND_MODE XPC_FLAGS XPC_SERVICE_NAME ITERM_PROFILE
  ALLUSERSPROFILE APPDATA CommonProgramFiles COMPUTERNAME ComSpec HOMEDRIVE HOMEPATH LOCALAPPDATA LOGONSERVER NUMBER_OF_PROCESSORS
  OS PATHEXT PROCESSOR_ARCHITECTURE ProgramData ProgramFiles PSModulePath PUBLIC SESSIONNAME SystemDrive SystemRoot USERDOMAIN
  USERPROFILE windir WSL_DISTRO_NAME WSLENV
  NODE NODE_ENV NODE_OPTIONS NODE_PATH NODE_VERSION NODE_EXTRA_CA_CERTS YARN_VERSION COLOR INIT_CWD NVM_DIR NVM_BIN NVM_INC
  npm_command npm_config_user_agent npm_config_cache npm_config_prefix npm_config_noproxy npm_config_node_gyp npm_config_registry
  npm_config_userconfig npm_config_globalconfig npm_config_init_module npm_config_local_prefix npm_config_global_prefix
  npm_config_npm_version npm_execpath npm_node_execpath npm_lifecycle_event npm_lifecycle_script npm_package_json npm_package_name
  npm_package_version npm_package_engines_node npm_config_host npm_config_port npm_config__auth npm_package_config_port
  CONTAINER_NAME DEBIAN_FRONTEND container DOCKER_HOST DOCKER_CONFIG COMPOSE_PROJECT_NAME VIRTUAL_HOST VIRTUAL_PORT
  KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT KUBERNETES_SERVICE_PORT_HTTPS KUBERNETES_PORT KUBERNETES_PORT_443_TCP
  KUBERNETES_PORT_443_TCP_ADDR KUBERNETES_PORT_443_TCP_PORT KUBERNETES_PORT_443_TCP_PROTO TOKEN_DESK_SERVICE_HOST TOKEN_DESK_PORT
  TOKEN_DESK_SERVICE_PORT AUTH_SERVICE_HOST AUTH_PORT ACCESS_PORT SANDBOX_PORT POD_NAME POD_IP NODE_NAME
  INVOCATION_ID JOURNAL_STREAM NOTIFY_SOCKET LISTEN_FDS LISTEN_PID MAINPID CREDENTIALS_DIRECTORY STATE_DIRECTORY RUNTIME_DIRECTORY
  SYSTEMD_EXEC_PID MEMORY_PRESSURE_WATCH DYNO FLY_APP_NAME K_SERVICE K_REVISION REGISTRY_AUTH_FILE
  CI GITHUB_ACTIONS GITHUB_ACTION GITHUB_ACTOR GITHUB_API_URL GITHUB_BASE_REF GITHUB_ENV GITHUB_EVENT_NAME GITHUB_EVENT_PATH
  GITHUB_HEAD_REF GITHUB_JOB GITHUB_OUTPUT GITHUB_PATH GITHUB_REF GITHUB_REPOSITORY GITHUB_RUN_ID GITHUB_SERVER_URL GITHUB_SHA
  GITHUB_STEP_SUMMARY GITHUB_TOKEN GITHUB_WORKFLOW GITHUB_WORKSPACE RUNNER_ARCH RUNNER_NAME RUNNER_OS RUNNER_TEMP RUNNER_TOOL_CACHE
  ACTIONS_RUNTIME_TOKEN ACTIONS_RUNTIME_URL ACTIONS_CACHE_URL AGENT_TOOLSDIRECTORY ImageOS ImageVersion JAVA_HOME ANDROID_HOME
  GITLAB_CI CI_JOB_TOKEN CI_PROJECT_ID JENKINS_URL BUILD_ID
  CLOUDFLARE_API_KEY CLOUDFLARE_EMAIL CLOUDFLARE_BASE_URL CF_API_TOKEN CF_ACCOUNT_ID WRANGLER_LOG VITE_USER_NODE_ENV VITEST
  TOKEN_DESK_TEST_PORT CHROMIUM_PATH
`
  .trim()
  .split(/\s+/)

test('the ordinary variables of a machine stop nothing', () => {
  for (const name of [...ORDINARY, ...Object.keys(process.env)]) {
    if (!/^(AUTH|HOST|PORT)$/.test(name)) expect(refusal(() => readConfig({ [name]: '1' }))).toBe('accepted')
  }
})

describe('the distance of two names', () => {
  test.each([
    ['HOST', 'HOST', 0],
    ['HOME', 'HOST', 2],
    ['PATH', 'AUTH', 2],
    ['HSOT', 'HOST', 1],
    ['', 'PORT', 4],
    ['CA', 'ABC', 3],
  ])('%s and %s: %d', (from, to, slips) => {
    expect(distance(from, to)).toBe(slips)
  })

  const name = fc.string({ unit: fc.constantFrom('A', 'B', '_'), maxLength: 8 })

  test('is the same both ways, and at least that of the lengths', () => {
    fc.assert(
      fc.property(name, name, (from, to) => {
        expect(distance(from, to)).toBe(distance(to, from))
        expect(distance(from, to)).toBeGreaterThanOrEqual(Math.abs(from.length - to.length))
        expect(distance(from, to) === 0).toBe(from === to)
      }),
    )
  })

  test('grows by one at most with one letter added, dropped or swapped', () => {
    fc.assert(
      fc.property(name, name, fc.nat(8), (before, after, at) => {
        const index = Math.min(at, before.length)
        const added = `${before.slice(0, index)}X${before.slice(index)}`
        expect(distance(before, added)).toBe(1)
        expect(distance(`${before}AB${after}`, `${before}BA${after}`)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
