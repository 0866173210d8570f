type Asked = { calls: readonly { method: string; path: string }[]; groups?: readonly string[] | undefined }

/** Requests as a user would paste them, and permission groups in the words of Cloudflare's errors. */
export const linesOf = (title: string, { calls, groups = [] }: Asked): string =>
  [
    `# ${title}`,
    ...calls.map(({ method, path }) => `${method} ${path}`),
    ...groups.map((name) => `(Permission group: "${name}")`),
    '',
  ].join('\n')
