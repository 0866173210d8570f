/** What both engines are told: WebDriver's commands, with what each needs. */
export type Command =
  | { name: 'navigate'; url: string }
  | { name: 'back' }
  | { name: 'execute'; script: string; args?: unknown[] }
  | { name: 'find'; selector: string }
  | { name: 'label'; id: string }
  | { name: 'value'; id: string }
  | { name: 'click'; id: string }
  | { name: 'type'; id: string; text: string }
  | { name: 'screenshot' }

/** A running browser with one window. */
export type Engine = {
  send: (command: Command) => Promise<unknown>
  stop: () => Promise<void>
}
