/** An account ID as Cloudflare writes it: 32 hexadecimal digits in small letters. */
export const ACCOUNT_ID = /^[0-9a-f]{32}$/
