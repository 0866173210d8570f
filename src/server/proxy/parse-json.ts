/** `undefined` for what is no JSON: the schema that looks at it next refuses it as it refuses any other wrong body. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
