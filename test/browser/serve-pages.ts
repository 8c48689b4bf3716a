import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#789"/></svg>'

/** Pages by path, with the stylesheet of the templates, on a free port of this machine. */
export async function servePages(pages: ReadonlyMap<string, string>): Promise<{ readonly url: string; readonly server: Server }> {
  const css = readFileSync(new URL('../../templates/style.css', import.meta.url), 'utf8')
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const [type, body] = path.endsWith('.css')
      ? ['text/css', css]
      : path.endsWith('.svg')
        ? ['image/svg+xml', picture]
        : ['text/html; charset=utf-8', pages.get(path)]
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
