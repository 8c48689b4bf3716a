import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import mime from 'mime'
import { contentSecurityPolicy } from '../support/cloudformation.ts'

/**
 * Files by path, on a free port of this machine.
 *
 * @param policy for their content; what operators are offered for a path where it is null
 */
export async function servePages(
  files: ReadonlyMap<string, string | Uint8Array>,
  policy: string | null = null,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    const type = path.endsWith('/') ? 'text/html' : mime.getType(path)
    const body = files.get(path)
    const headers = { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy ?? contentSecurityPolicy(path) }
    response.writeHead(body === undefined ? 404 : 200, headers).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
