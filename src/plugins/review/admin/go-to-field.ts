const patience = 2_000
const focusable = 'input, textarea, select, button, [contenteditable="true"], [tabindex="0"]'

/**
 * Brings the field of a finding into sight and puts the cursor there: opens the tab that holds it,
 * unfolds its row, scrolls, and marks it for a moment. Payload draws tabs and rows only once they
 * are open, so each step waits until what it needs is there.
 *
 * @param path dot path in the entry, such as `authors.0.name`, `pictures.3`, `summary`
 */
export async function goToField(path: string): Promise<void> {
  document.querySelector<HTMLElement>('.tabs-field__tab-button')?.click()
  const field = await fieldOf(path)
  // An open dialog keeps the focus inside: first it has to be gone.
  await until(() => document.querySelector('.house-dialog') === null || null)
  if (!field) return
  const whole = field.closest<HTMLElement>('.field-type') ?? field
  whole.scrollIntoView({ block: 'center', behavior: isCalm() ? 'auto' : 'smooth' })
  whole.classList.add('field-found')
  whole.addEventListener('animationend', () => whole.classList.remove('field-found'), {
    once: true,
  })
  const target = field.matches(focusable) ? field : field.querySelector<HTMLElement>(focusable)
  target?.focus({ preventScroll: true })
}

async function fieldOf(path: string): Promise<HTMLElement | null> {
  const [name = '', row] = path.split('.')
  const whole = await found(`#field-${name}`)
  if (!whole || row === undefined) return whole
  const part = document.querySelector<HTMLElement>(`#${name}-row-${row}`)
  if (!part) return whole
  part.querySelector<HTMLElement>('.collapsible__toggle--collapsed')?.click()
  return (await found(`#field-${path.replaceAll('.', '__')}`)) ?? part
}

function isCalm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** What a selector finds, as soon as it finds something; null after two seconds. */
function found(selector: string): Promise<HTMLElement | null> {
  return until(() => document.querySelector<HTMLElement>(selector))
}

function until<T>(look: () => T | null): Promise<T | null> {
  const first = look()
  if (first !== null) return Promise.resolve(first)
  return new Promise((resolve) => {
    const end = (answer: T | null) => {
      observer.disconnect()
      clearTimeout(timer)
      resolve(answer)
    }
    const observer = new MutationObserver(() => {
      const answer = look()
      if (answer !== null) end(answer)
    })
    const timer = setTimeout(() => end(null), patience)
    observer.observe(document.body, { childList: true, subtree: true })
  })
}
