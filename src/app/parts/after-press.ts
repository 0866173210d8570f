/**
 * Once the button of the mouse is up, where it is down, and the click is dispatched. What is said below a field that was
 * left by a press would move what is pressed away, and the click would be lost.
 */
export function afterPress(act: () => void): void {
  if (!document.querySelector(':active')) act()
  else document.addEventListener('mouseup', () => setTimeout(act), { once: true, capture: true })
}
