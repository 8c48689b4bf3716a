/** Imported before a program: writes down which modules it loads, `require`d ones too. */
import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const loaded = new Set<string>()
registerHooks({
  load(url, context, next) {
    loaded.add(url)
    return next(url, context)
  },
})
process.on('exit', () => {
  const list = process.env['COLOPHON_TEST_MODULES']
  if (list !== undefined) writeFileSync(list, [...loaded].join('\n'))
})
