import { credentialName } from './credential-names.ts'
import { isBareSecret, isMixed, isPlaceholder, isPrefixed, isRandom } from './secret-value.ts'

/** The position of a secret in a text, and the name before it, if any. */
export type FoundSecret = { start: number; end: number; name: string | null }

/**
 * Finds every secret in a pasted text of any format. A secret is recognized by its name (a key of JSON, YAML or HCL, a
 * variable, a header, a command option) or by a published format, never by looking random: resource keys and names look
 * random as well.
 */
export function findSecrets(text: string, isJson = isJsonText(text)): FoundSecret[] {
  const plain = text.replaceAll(ESCAPE, signOf)
  const hidden = new Set([...plain.matchAll(HIDDEN)].flatMap(({ 0: one, index }) => [index, index + one.length - 1]))
  if (hidden.size === 0) return findShown(plain, isJson)
  const places = Array.from({ length: plain.length }, (_, at) => at).filter((at) => !hidden.has(at))
  const found = findShown(plain.replaceAll(HIDDEN, ''), isJson)
  return found.map(({ name, start, end }) => ({ name, start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 }))
}

/** Characters that nobody sees: zero-width, direction marks, soft hyphens. They may come with a copy, inside a secret. */
export const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** Programs write quotes and signs inside a text as `\u0022`, `\x22` or `%22`. */
const ESCAPE = /[\\%](?:u00|x)?(2[0267]|3[acde])/gi

/** The sign itself, in as many characters, so that places stay valid: what is before it there means nothing. */
const signOf = (escape: string, code: string) =>
  decodeURIComponent(`%${code}`).padStart(escape.length, /2[27]/.test(code) ? '\\' : ' ')

/** Unlike the time or level in brackets at the start of a log. */
export const isJsonText = (text: string): boolean => /^\s*(?:\{|\[\s*[[\]{"])/.test(text)

function findShown(text: string, isJson: boolean): FoundSecret[] {
  const found = [...named(text), ...PATTERNS.flatMap((pattern) => matching(text, pattern)), ...alone(text, isJson)]
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return sorted.filter((one) => {
    const isNew = one.start >= end
    if (isNew) ({ end } = one)
    return isNew
  })
}

/**
 * A name, its separator, and what starts the value: `"api_token": "`, `export TOKEN=`, `-H 'X-Auth-Key: `,
 * `\"key\":\"`, `token = f"`.
 */
const NAME =
  /(?<![\w.-])([A-Za-z_][\w.-]*)(?:\\*["'`]\]?)?[^\S\r\n]*(?:=>|:=|\?=|\+=|[:=])(?:\s*([fbruFBRU]{1,2}|[$@])?(\\*["'`])|[^\S\r\n]*(?:[|>][-+]?\s+)?)/g
const SCHEME = /^(?:Bearer|Basic|Token|Digest|ApiKey|Negotiate)\s+/i
const IN_QUOTES = /(?:[^"'`\\\r\n]|\\\/)*/y
const IN_LINE = /[^"'`\\\r\n]*/y
const BARE = /[^\s"'`\\,;{}[\]()<>&|%]*/y

function named(text: string): FoundSecret[] {
  const found: FoundSecret[] = []
  // Both keep `token:token:token:…` from quadratic time: a name inside a secret is part of it, and values that lie in one
  // another have one end.
  let end = 0
  const ends = new Map<RegExp, number>()
  for (const match of text.matchAll(NAME)) {
    const [whole, name = '', prefix, quote] = match
    if (match.index < end) continue
    const kind = credentialName(name)
    if (!kind) continue
    const start = match.index + whole.length
    const form = quote ? IN_QUOTES : kind === 'header' ? IN_LINE : BARE
    const known = ends.get(form) ?? -1
    form.lastIndex = start
    const valueEnd = start <= known ? known : form.test(text) ? form.lastIndex : start
    ends.set(form, valueEnd)
    const value = text.slice(start, valueEnd).trimEnd()
    const scheme = SCHEME.exec(value)?.[0] ?? ''
    const secret = value.slice(scheme.length)
    const isSure = kind === 'header' || quote !== undefined || beginsLine(text, match.index)
    const isSecret = kind === 'maybe' || !isSure || prefix !== undefined ? isRandom(secret) : !isPlaceholder(secret)
    if (!isSecret) continue
    end = start + value.length
    found.push({ name, start: start + scheme.length, end })
  }
  return found
}

/** In the middle of a line, `token: deploy2026` is prose, such as the name of a token. */
const beginsLine = (text: string, index: number) =>
  /(?:^|[\r\n])[\s"'`\\>#-]*(?:(?:export|set|env:|\$env:|-H|--header)[\s="'`]*)*$/i.test(
    text.slice(Math.max(0, index - 60), index),
  )

type Pattern = { form: RegExp; is: (value: string) => boolean }

const isValue = (value: string) => !isPlaceholder(value)
/** In a sentence, `token "…"` is the name of one. */
const isNoName = (value: string) => isRandom(value) && /\d[^\d_-]+\d/.test(value) && !/[_-]/.test(value)
/** A list of cookies is not a name in words, whatever is in it. */
const isCookie = (value: string) => !/^\$|^<|^%\w+%$|^\*+$/.test(value)

/** Up to four other fields between a name and a value, such as `"type": "secret", "enabled": true`. */
const OTHERS = String.raw`(?:\\{0,6}["']?(?!(?:value|name|key)\b)\w{1,40}\\{0,6}["']?\s{0,3}[:=]\s{0,3}(?:\\{0,6}["'][^"'\\\r\n]{0,60}\\{0,6}["']|[\w.-]{1,40})\s{0,40}[,;]?\s{0,40}){0,4}`

/** A value before its name. The lookahead takes the value as a whole: each shorter one would be tried otherwise. */
function valueAndName(inValue: string): RegExp {
  const [quote, is] = [String.raw`\\*["']?`, String.raw`\\*["']?\s*[:=]\s*\\*["']?`]
  const value = `\\bvalue${is}(?:(?:Bearer|Basic|Token)\\s+)?(?=(${inValue}{1,8192}))\\1`
  return new RegExp(`${value}${quote}\\s*[,;&]?\\s*${OTHERS}${quote}(?:name|key)${is}(?<name>[A-Za-z_][\\w.-]*)`, 'dgi')
}

/** In each, the last group is the secret. `name` where the name is a value itself, as in a HAR file or a manifest. */
const PATTERNS: Pattern[] = [
  { form: /(?<![A-Za-z0-9])(cf(?:k|ut|at|oat)_[A-Za-z0-9_-]{16,})/dg, is: isPrefixed },
  { form: /\bBearer\s+([A-Za-z0-9._~+/-]{16,}=*)/dgi, is: isValue },
  // `Bearer "…"`, `"Bearer " + "…"`.
  {
    form: /\b(?:Bearer|Basic)\s+\\*["'`](?:\s*[+.]\s*["'`])?([A-Za-z0-9][A-Za-z0-9._~+/-]{15,}=*)\\*["'`]/dgi,
    is: isValue,
  },
  { form: /\b(eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/dg, is: () => true },
  { form: /\b(eyJ[A-Za-z0-9_-]{60,}={0,2})/dg, is: () => true },
  { form: /[[,]\s*"([\w-]{37,64})"(?=\s*[\],])/dg, is: isBareSecret },
  // Under any key, a text of the exact length of a token or a global key.
  { form: /:\s*"([\w-]{40})"(?=\s*[\]},])/dg, is: (word) => isBareSecret(word) && isMixed(word) },
  { form: /"result"\s*:\s*"([\w-]{40})"/dg, is: (word) => /[a-z]/.test(word) && /[A-Z]/.test(word) && isValue(word) },
  // A variable of any name.
  { form: /(?:^|[\s;&])[A-Za-z_]\w*=["']?([\w-]{40})["']?(?=$|[\s;&|])/dgm, is: isBareSecret },
  { form: /:\s*"([0-9a-f]{37})"(?=\s*[\]},])/dg, is: isBareSecret },
  // `Header.Set("X-Auth-Key", "…")`, `["Authorization", "Bearer …"]`: name and value side by side.
  {
    form: /["'`](?<name>[A-Za-z_][\w.-]*)\\*["'`]\s*,\s*\\*["'`](?:(?:Bearer|Basic|Token)\s+)?([^\s"'`\\]+)\\*["'`]/dgi,
    is: isRandom,
  },
  { form: /\b(v1\.0-[0-9a-f]{24}-[0-9a-f]{64,})/dg, is: () => true },
  { form: /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----([A-Za-z0-9+/=\\\s]+)/dg, is: () => true },
  { form: /:\/\/([\w-]{37,200})(?::[^\s/@"']*)?@/dg, is: isBareSecret },
  { form: /:\/\/[^\s/:@"']{1,100}:([^\s/@"']{8,200})@/dg, is: isValue },
  { form: /(?<!\S)(?:-u|--user|--proxy-user|-U)[\s=]*["']?[^\s"':]{0,100}:([^\s"']+)/dg, is: isValue },
  { form: /(?<!\S)--?(?:body|b)(?:=|[^\S\r\n]+)["']?([^\s"'-][^\s"']*)/dgi, is: isRandom },
  { form: /(?<![\w.-])--?(?<name>[a-z][\w.-]*)(?:=|[^\S\r\n]+)["']?([^\s"'-][^\s"']*)/dgi, is: isRandom },
  // `SECRET '…'` of SQL, `secret_access_key …` of a command: name and value with a blank between.
  { form: /(?<![\w.-])(?<name>[A-Za-z_][\w.-]*)[^\S\r\n]+\\*["'`]([^\s"'`\\]+)\\*["'`]/dg, is: isNoName },
  {
    form: /(?<![\w.-])(?<name>[A-Za-z_][\w.-]*)[^\S\r\n]+([\w-]{37,80})(?![\w/+-]|\.\w)/dg,
    is: (word) => isSecretWord(word) || isHex64(word),
  },
  // `AWS Secret Access Key [None]: …`: a prompt with its default.
  { form: /\bkey \[[^\]\r\n]{0,100}\]:[^\S\r\n]*([^\s"'\\]+)/dgi, is: isRandom },
  {
    form: /<(?<name>[A-Za-z_][\w.:-]*)(?:\s[^<>]{0,200})?>\s*(?:<!\[CDATA\[)?([^\s<>\]]+)(?:\]\]>)?\s*<\//dg,
    is: isValue,
  },
  { form: /<\w+ (?:name|key)="(?<name>[^"<>]{1,100})"[^<>]{0,200}>\s*(?:<\w+>\s*)?([^\s<>]+)\s*<\//dg, is: isValue },
  // Property lists, and the settings of Hadoop.
  { form: /<(?:key|name)>(?<name>[^<>]{1,100})<\/\w+>\s*<\w+>\s*([^\s<>]+)\s*<\//dg, is: isValue },
  // An R2 access key: its ID and its secret, side by side.
  { form: /(?<!\w)[0-9a-f]{32}(?:[\s:,|"'\\]{1,8}|%3A)([0-9a-f]{64})(?!\w)/dg, is: () => true },
  // The ID of a token and its secret, unlike a path and the hash of a commit.
  {
    form: /(?<![\w/.-])[0-9a-f]{32}\\{0,3}\/([\w-]{37,64})(?![\w/+-]|\.\w)/dg,
    is: (word) =>
      isHex64(word) || isSecretWord(word) || (word.length === 40 && isNoName(word) && !/^[0-9a-f]+$/.test(word)),
  },
  // Cookies have names of any kind: those of curl, of a header in a HAR file, and of its lists.
  { form: /(?<!\S)(?:-b|--cookie)(?:=|[^\S\r\n]*)\^?["']([^"'\r\n]*=[^"'\r\n]+)["']/dg, is: isCookie },
  { form: /"name"\s*:\s*"(?:set-)?cookie"\s*,\s*"value"\s*:\s*"((?:[^"\\]|\\.)+)"/dgi, is: isCookie },
  {
    form: /"name"\s*:\s*"[^"\\]{1,200}"\s*,\s*"value"\s*:\s*"([^"\\]{8,4096})"\s*,\s*"(?:path|domain|expires|httpOnly|sameSite)"/dgi,
    is: isCookie,
  },
  { form: /\blogin\s+\S+\s+password\s+(\S+)/dg, is: isValue },
  { form: /\bset[Xx]?\s+(?:-\w+\s+)*(?<name>[A-Za-z_]\w*)\s+["']?([^\s"']+)/dg, is: isValue },
  {
    form: new RegExp(
      String.raw`\b(?:name|key)\b\\*["']?\s*[:=]\s*\\*["']?(?<name>[A-Za-z_][\w.-]*)\\*["']?\s*,?\s*${OTHERS}\\*["']?value\\*["']?\s*[:=]\s*\\*["']?(?:(?:Bearer|Basic|Token)\s+)?([^\s"'\\,{}[\]]+)`,
      'dgi',
    ),
    is: isValue,
  },
  { form: valueAndName(String.raw`[^\s"'\\,{}[\]]`), is: isValue },
  // In the body of a form.
  { form: valueAndName(String.raw`[^\s"'\\,{}[\]&;]`), is: isValue },
]

function matching(text: string, { form, is }: Pattern): FoundSecret[] {
  const found: FoundSecret[] = []
  for (const match of text.matchAll(form)) {
    const name = match.groups?.['name'] ?? null
    const groups = match.slice(1).map((value, index) => ({ value, index: index + 1 }))
    const secret = groups.findLast(({ value }) => value !== undefined && value !== name)
    const [start = 0, end = 0] = (secret && match.indices?.[secret.index]) ?? []
    const isNamed = name === null || ['header', 'credential'].includes(credentialName(name) ?? '')
    if (secret && isNamed && is(secret.value)) found.push({ name, start, end })
  }
  return found
}

/** A secret on a line of its own, or piped into a command. */
const ALONE =
  /(?:^|\becho\s|\bprintf\s+(?:["']?%s["']?\s+)?|<<<\s*)[^\S\r\n]*["'`]?([\w-]{37,80})["'`]?[^\S\r\n]*(?=$|[|>;,])/dgm
/** Any separate word, also after the line end of a JSON text and before a full stop. */
const WORD = /(?:(?<![\w.$/+\\-])|(?<=\\[nrt]))(?!(?<=\bh1:)\w{43}=)([\w-]{37,64})(?![\w/+-]|\.\w)/dg
/** In JSON, the key decides about a text that is one word. */
const WORD_OF_JSON = new RegExp(`(?!(?<=")[\\w-]+\\\\*")${WORD.source}`, 'dg')

/** `sha256:`, `SHA256(file) = `, `ETag: W/"`, `Container ID: `, and `zh:` and `h1:` in lock files. */
const OF_DIGEST = String.raw`(?:sha-?2(?:-?56)?|digest|e-?tag|none-match|hash|checksum|integrity|fingerprint|commit|container(?: id)?|\bzh|\bh1(?=:))(?!\w*key)\w{0,12}(?: ?\([^)\r\n]{0,200}\))?(?:W/|%3A|["']\]|[\s:=@"'\x60]){1,6}`
/** A header that a program sets. `createHmac('sha256', '…')` has a secret there. */
const OF_HEADER = String.raw`content-sha256["'\x60],\s?["'\x60]`
/** What `sha256sum` prints behind a digest: a path, or a name that only files have. */
const FILE = String.raw`(?: [ *]|\t)\S*[./-]|(?<=^[0-9a-f]{64})(?: [ *]|\t)(?:(?:Make|Docker|Gem|Proc|Jenkins)file|LICEN[CS]E|README|NOTICE|CHANGELOG)[^\S\n]*$`
/**
 * The secret of an R2 access key and a SHA-256 digest look the same. A digest that is hidden costs little, as no request
 * is told by it, and a secret that is kept may be read by others. So outside of JSON, where the key decides, 64 hex
 * digits are a secret unless they are marked as a digest or are a part of a path.
 */
const HEX_64 = new RegExp(
  String.raw`(?:(?<![\w.$/+\\-])|(?<=%3[AD]))(?=[0-9a-f]{64})(?<!${OF_DIGEST}|${OF_HEADER})([0-9a-f]{64})(?![\w/+-]|\.\w|${FILE})`,
  'dgim',
)
/** In capital letters, it is a digest. */
const isHex64 = (word: string) => /^[0-9a-f]{64}$/.test(word)

function alone(text: string, isJson: boolean): FoundSecret[] {
  return [
    ...matching(text, { form: ALONE, is: isBareSecret }),
    ...(isJson
      ? matching(text, { form: WORD_OF_JSON, is: isSecretWord })
      : [...matching(text, { form: WORD, is: isSecretWord }), ...matching(text, { form: HEX_64, is: isHex64 })]),
  ]
}

/** No name has the length of a global key. */
const isSecretWord = (word: string) => isBareSecret(word) && (isMixed(word) || /^[0-9a-f]{37}$/.test(word))
