import { registerHooks } from 'node:module'

// From the first import of this module on, `import … from 'colophon'` means this package wherever it is said:
// a site's configuration and templates need no node_modules.
const own = new URL('../colophon.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === 'colophon') return { url: own, format: 'module-typescript', shortCircuit: true }
    const resolved = nextResolve(specifier, context)
    // Read as TypeScript, of which JavaScript is a part: its parser says where a mistake is, and no package.json need say that it is a module.
    return /\/colophon\.config\.[jt]s(?:\?|$)/.test(resolved.url) ? { ...resolved, format: 'module-typescript' } : resolved
  },
})
