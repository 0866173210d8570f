/** `[user@host ~]$ ` and `user@host:~$ ` before a command. */
const HOST_PROMPT =
  /^(?:\[[\w.-]+@[\w.-]+ [^\]\n]{1,200}\] ?|[\w.-]+@[\w.-]+(?::[^\s$#%]{0,200}| [^\s$#%]{1,200} )?)[$%#][ \t]+/gm

/** The prefix of a copied `curl` command: the prompt of another shell, `(venv)`, the number in a list or a history. */
const BEFORE_CURL = new RegExp(
  String.raw`^[ \t]*(?:\([\w.-]{1,60}\) ?)?(?:${[
    String.raw`PS(?: [^\n>]{1,200})?>|[A-Z]:[\\/][^\n>]{0,200}>|\$?[>❯λ»]{1,3}`,
    String.raw`➜[ \t]+\S{1,200}(?: git:\([^)\n]{1,100}\))?(?: ✗)?[ \t]`,
    String.raw`[\w.:@~/-]{0,100}(?: [\w.@~/-]{1,100})? ?[$%❯]`,
    // After a blank, the sign begins a comment where no path is before it.
    String.raw`[\w.:@~/-]{1,100}#|[/~][\w./~-]{0,100} #`,
    String.raw`(?:\d{1,6}[.)]?|[-*]|\+{1,4})[ \t]|!`,
  ].join('|')})[ \t]*(?=(?:sudo[ \t]+)?curl(?:\.exe)?[ \t])`,
  'gm',
)

/** A script with `$ ` for every other prompt, so that none is read as a word or a redirection. */
export const withPlainPrompts = (script: string): string =>
  script.replaceAll(HOST_PROMPT, '$ ').replaceAll(BEFORE_CURL, '$ ')
