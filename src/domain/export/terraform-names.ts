import type { Token } from '#domain/token/token.ts'

/** A valid, unique Terraform name for each token, based on the token's own name. */
export function resourceNames(tokens: Token[]): string[] {
  const taken = new Set<string>()
  return tokens.map((token) => {
    const plain = plainName(token)
    const candidates = [plain, `${plain}_${asWords(token.id)}`]
    const free = candidates.find((name) => !taken.has(name)) ?? counted(candidates[1] ?? plain, taken)
    taken.add(free)
    return free
  })
}

function plainName({ id, name }: Token): string {
  const words = asWords(name.normalize('NFKD')).slice(0, 50).replace(/_+$/, '')
  return /^[a-z]/.test(words) ? words : `token_${words || asWords(id).slice(0, 8)}`
}

function counted(name: string, taken: ReadonlySet<string>): string {
  for (let count = 2; ; count += 1) {
    if (!taken.has(`${name}_${count}`)) return `${name}_${count}`
  }
}

const asWords = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
