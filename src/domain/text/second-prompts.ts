/**
 * Takes out the prompts that a terminal shows before the further lines of a command, so that none is read as a
 * redirection: `> ` of bash, `dquote> ` of zsh, `>> ` of PowerShell, `More? ` of cmd. The number of lines stays.
 */
export function withoutSecondPrompts(text: string): string {
  if (!SOME_PROMPT.test(text)) return text
  let isCommand = false
  const lines = text.split('\n').map((line) => {
    const rest = isCommand && !SENT.test(line) ? line.replace(SECOND_PROMPT, '') : line
    isCommand = rest !== line || COMMAND.test(line)
    return rest
  })
  return lines.join('\n')
}

const SECOND_PROMPT = /^(?:(?:[a-z]{2,12}(?: [a-z]{2,12}){0,3})?>|>>|More\?)(?:[^\S\r\n]|(?=\r?$))/
const SOME_PROMPT = new RegExp(SECOND_PROMPT.source, 'm')
/** What begins a command: its first prompt, or the name of a program that sends requests. */
const COMMAND =
  /^[^\S\n]*[$%#]\s|\b(?:curl|wget|https?|xhs?|irm|iwr|invoke-restmethod|invoke-webrequest|wrangler|flarectl)(?:\.exe)?\s/i
/** The first line of what `curl -v` sent, not of the command. */
const SENT = /^> [A-Z]{3,10} \S{1,2000} HTTP\//
