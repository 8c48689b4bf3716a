/** The search page: Pagefind finds, this shows. All texts that readers see stand in the page. */
const form = document.querySelector('form.search')
const field = form.elements.q
const status = document.querySelector('.search-status')
const list = document.querySelector('.search-results')
const numbers = new Intl.NumberFormat(form.dataset.numbers)
const pagefind = load()
const most = 50
let last = 0

/** Its addresses are the site's own, from the root; it would put its folder's before them. */
async function load() {
  const module = await import(new URL(form.dataset.index, location.href).href)
  await module.options({ baseUrl: '/' })
  return module
}

async function search() {
  const words = field.value.trim()
  const own = ++last
  history.replaceState(null, '', words === '' ? location.pathname : `?q=${encodeURIComponent(words)}`)
  if (words === '') return show([], '')
  const { search: find } = await pagefind
  const { results } = await find(words)
  const found = await Promise.all(results.slice(0, most).map((result) => result.data()))
  // Who typed on meanwhile waits for another answer.
  if (own !== last) return
  show(found, results.length === 0 ? form.dataset.none : form.dataset.found.replace('{found}', numbers.format(results.length)))
}

function show(found, message) {
  status.textContent = message
  list.replaceChildren(...found.map(item))
}

function item({ url, meta, excerpt, content }) {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: meta.title })
  const heading = document.createElement('h2')
  heading.append(link)
  const text = document.createElement('p')
  text.append(...cutOut(marked(excerpt), content))
  const entry = document.createElement('li')
  entry.append(heading, text)
  return entry
}

/** An ellipsis where the page has more; what ended the sentence before is no beginning. */
function cutOut(nodes, content) {
  const words = nodes.map((node) => node.textContent ?? node).join('')
  return [content.startsWith(words) ? '' : '… ', ...nodes, content.endsWith(words) ? '' : ' …']
}

/** Text and `mark` elements alone, whatever an excerpt holds. */
function marked(excerpt) {
  const nodes = new DOMParser().parseFromString(excerpt.replace(/^[\p{P}\s]+/u, ''), 'text/html').body.childNodes
  return [...nodes].map((node) => {
    if (node.nodeName !== 'MARK') return node.textContent
    return Object.assign(document.createElement('mark'), { textContent: node.textContent })
  })
}

let waiting
field.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => void search(), 200)
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(waiting)
  void search()
})
form.hidden = false
field.value = new URLSearchParams(location.search).get('q') ?? ''
if (field.value !== '') void search()
else if (matchMedia('(hover: hover)').matches) field.focus()
