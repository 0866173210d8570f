/** The published prefixes since 2026 (`docs/api-behaviour.md` §5): user and account tokens, OAuth tokens, global keys. */
const PREFIXED = /^cf(?:k|ut|at|oat)_[A-Za-z0-9_-]{16,}$/

/** Words that mark a placeholder for a secret. */
const STAND_IN =
  /your|example|placeholder|change.?me|redacted|replace|insert|dummy|sample|todo|(?:token|key|secret|value)[-_ ]?here|secret removed|not.?set|my[-_ ]/i

/** In random letters, `my_` and `todo` occur as well. */
const isStandIn = (text: string): boolean => STAND_IN.test(text) && !(/^[\w-]{37,}$/.test(text) && isMixed(text))

/** Digits in several places and both letter cases, unlike a name in words. */
export const isMixed = (word: string): boolean =>
  /[a-z]/.test(word) && /[A-Z]/.test(word) && (word.match(/\d+/g)?.length ?? 0) > 1

/** References to a secret elsewhere: variables of shells, Terraform, CI and templates. */
const REFERENCE =
  /^\$[\w{(]|\$\{|\$\(|\{\{|^%\w+%$|^<.*>$|^\[.*\]$|^@|^(?:var|local|data|module|each|env|process\.env|secrets|vars|os\.environ|self|vault|op|file|sops|ssm|arn)\b[.:/([]/i

const HEX_ID = /^[0-9a-f]{32}$/i
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** `CLOUDFLARE_API_TOKEN`: a variable name. */
const VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]{1,16})+$/
/** `cloudflare-api-token`: a name in words. A secret is not a chain of short words. */
const WORDS = /^[a-z]{1,16}(?:[-_ ][a-z]{1,16})*$/i
const NUMBERED_WORDS = /^[a-z0-9]{1,15}(?:[-_][a-z0-9]{1,15}){2,}$/
/** `GitHub-Actions-Production-EU-West1-2026`: each part has letters in the case of words, and digits only behind them. */
const NAME_PART = String.raw`(?:(?:[A-Z]{2,15}|[A-Z]?[a-z]{2,15}(?:[A-Z][a-z]{2,15}){0,2}|[Vv])\d{0,4}|\d{1,4})`
const NAME_IN_WORDS = new RegExp(`^${NAME_PART}(?:[-_]${NAME_PART}){2,}$`)
/** `com.cloudflare.api.account.zone`, but not the three long parts of a JWT. */
const DOTTED = /^(?!eyJ)[A-Za-z_][\w-]{0,31}(?:\.[\w*-]{1,32})+$/
const FILLED = /^(?:cf(?:k|ut|at|oat)_)?[Xx]+$|^[^a-z0-9]*$|^[Xx*.•?_-]+$|^0+$|^\.{3}|…|\*{3}/i

/** An ID of an account, a zone, a token or the like. */
export const isId = (value: string): boolean => HEX_ID.test(value) || UUID.test(value)

/** Whether a value is a placeholder, a reference to a secret, an id or a name. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  return (
    text.length < 8 ||
    isId(text) ||
    [FILLED, REFERENCE, VARIABLE, WORDS, DOTTED].some((form) => form.test(text)) ||
    isStandIn(text)
  )
}

/** A published format. `cfat_YOUR_TOKEN_HERE` and `cfat_XXXX…` only resemble it. */
export const isPrefixed = (value: string): boolean =>
  PREFIXED.test(value) && !isStandIn(value) && !/^[a-z]+_[X_-]+$/.test(value)

/** A value with the length and alphabet of a secret, unlike any name. */
export const isRandom = (value: string): boolean =>
  /^[A-Za-z0-9_+/=~-]{30,200}$/.test(value) &&
  /\d/.test(value) &&
  /[A-Za-z]/.test(value) &&
  !isPlaceholder(value) &&
  !NUMBERED_WORDS.test(value)

/** A word whose format alone marks it as a secret: a token of 40, a global key of 37, an S3 secret of 64 characters. */
export const isBareSecret = (word: string): boolean =>
  isPrefixed(word) ||
  /^(?:[0-9a-f]{37}|[0-9a-f]{64})$/.test(word) ||
  (/^[A-Za-z0-9_-]{37,64}$/.test(word) &&
    /[a-z]/.test(word) &&
    /[A-Z]/.test(word) &&
    isRandom(word) &&
    !NAME_IN_WORDS.test(word))

/** The form of an API token: a published prefix, or the 40 characters of those before. A key, an id or a name has another. */
export const isTokenForm = (value: string): boolean =>
  (/^cf(?:ut|at)_/.test(value) && isPrefixed(value)) || (value.length === 40 && isBareSecret(value))
