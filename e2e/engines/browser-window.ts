import { expect } from '@playwright/test'
import type { Command, Engine } from './engine.ts'

/** Elements that may have a role; the browser says what each is called. */
const ELEMENTS = {
  button: 'button',
  checkbox: 'input[type=checkbox]',
  dialog: '[role=dialog]',
  heading: 'h1',
  link: 'a[href]',
  searchbox: 'input[type=search]',
  textbox: 'input[type=text], textarea',
}

/** Far from view `content-visibility` leaves an element without a place, and WebKit then scrolls nowhere. */
const INTO_VIEW = `
  let element = arguments[0]
  while (!element.checkVisibility({ contentVisibilityAuto: true })) element = element.parentElement
  element.scrollIntoView({ block: 'center' })`

/** What WebDriver calls a reference to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

type Role = keyof typeof ELEMENTS

/** A window of either engine, used by role and name. Everything waits until it can be done. */
export class BrowserWindow {
  readonly #engine: Engine
  readonly #root: string

  constructor(engine: Engine, root: string) {
    this.#engine = engine
    this.#root = root
  }

  async open(path: string): Promise<void> {
    await this.#engine.send({ name: 'navigate', url: `${this.#root}${path}` })
  }

  async back(): Promise<void> {
    await this.#engine.send({ name: 'back' })
  }

  async see(role: Role, name: string | RegExp): Promise<void> {
    await this.#with(role, name, () => null)
  }

  async seeText(text: string | RegExp): Promise<void> {
    await expect.poll(() => this.#run('return document.body.innerText')).toMatch(text)
  }

  async seeAddress(address: string | RegExp): Promise<void> {
    await expect.poll(() => this.#run('return location.href')).toMatch(address)
  }

  async seeValue(role: Role, name: string, value: string | RegExp): Promise<void> {
    await expect.poll(() => this.#with(role, name, (id) => ({ name: 'value', id }))).toMatch(value)
  }

  async press(role: Role, name: string | RegExp): Promise<void> {
    await this.#with(role, name, (id) => ({ name: 'execute', script: INTO_VIEW, args: [{ [ELEMENT]: id }] }))
    await this.#with(role, name, (id) => ({ name: 'click', id }))
  }

  async type(role: Role, name: string | RegExp, text: string): Promise<void> {
    await this.#with(role, name, (id) => ({ name: 'type', id, text }))
  }

  /** What went wrong since it was opened. */
  errors(): Promise<unknown> {
    return this.#run('return window.seenErrors')
  }

  #run(script: string): Promise<unknown> {
    return this.#engine.send({ name: 'execute', script })
  }

  /** Finds it anew each time, as the app may have replaced it. */
  async #with(role: Role, name: string | RegExp, command: (id: string) => Command | null): Promise<string> {
    let answer: unknown
    await expect(async () => {
      const id = await this.#find(role, name)
      if (id === undefined) throw new Error(`No ${role} is called ${String(name)}.`)
      const toSend = command(id)
      if (toSend) answer = await this.#engine.send(toSend)
    }).toPass({ timeout: 15_000 })
    return String(answer)
  }

  async #find(role: Role, name: string | RegExp): Promise<string | undefined> {
    const found = (await this.#engine.send({ name: 'find', selector: ELEMENTS[role] })) as Record<string, string>[]
    for (const id of found.flatMap((element) => Object.values(element))) {
      const label = String(await this.#engine.send({ name: 'label', id }))
      if (typeof name === 'string' ? label === name : name.test(label)) return id
    }
    return undefined
  }
}
