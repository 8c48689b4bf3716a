import chromium from '@sparticuz/chromium'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The browser's binary. */
    readonly chromium: string
  }
}

/** Unpack Chromium once; `CHROMIUM` names another binary. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', process.env['CHROMIUM'] ?? (await chromium.executablePath()))
}
