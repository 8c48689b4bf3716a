/**
 * A page's body for readers who have it elsewhere: in a feed, without our stylesheet.
 *
 * Every address in it is absolute; classes, styles and what only a browser on the page has use for are gone; notices say in brackets what the page says
 * in small type. Headings, notes and marks keep their ids, so that footnotes work where a reader shows one article, and lead to the page elsewhere.
 *
 * @param body as `editionBody` makes it: attributes in double quotes, no `<` in text
 * @param page absolute, with a slash at its end
 * @param here what stands before a link to a place in the text itself: the page, unless the whole text is read as one document
 */
export function absoluteHtml(body: string, page: string, here = page): string {
  const { origin, protocol } = new URL(page)
  const absolute = (address: string): string => {
    if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address
    if (address.startsWith('//')) return protocol + address
    if (address.startsWith('#')) return here + address
    return address.startsWith('/') ? origin + address : page + address
  }
  const attribute = (_: string, name: string, value: string): string =>
    name === 'srcset' ? ` srcset="${value.split(/,\s+/).map(absolute).join(', ')}"` : ` ${name}="${absolute(value)}"`
  return body
    .replace(notice, '<small$1>($2)</small>')
    .replace(tag, (text) => (text.includes('="') ? text.replace(forPages, '').replace(address, attribute) : text))
}

const notice = /<span class="notice"([^>]*)>([^<]*)<\/span>/g
/** A start tag: its quoted values may hold `>`. */
const tag = /<[a-z](?:"[^"]*"|[^">])*>/g
const forPages = / (?:class|style|sizes|loading|decoding|fetchpriority|tabindex|data-[a-z-]+)="[^"]*"/g
const address = / (href|src|srcset)="([^"]*)"/g
