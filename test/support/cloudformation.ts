import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type ScalarTag } from 'yaml'

/** CloudFormation's short forms, each as the object that it stands for. */
const functions = ['Ref', 'Sub', 'GetAtt', 'Equals', 'Not', 'If'].flatMap((name) => {
  const long = name === 'Ref' ? name : `Fn::${name}`
  return [
    { tag: `!${name}`, resolve: (value: string) => ({ [long]: value }) },
    { tag: `!${name}`, collection: 'seq' as const, resolve: (list: { toJSON(): unknown }) => ({ [long]: list.toJSON() }) },
  ] as ScalarTag[]
})

interface Stack {
  readonly Resources: Readonly<Record<string, { readonly Properties: unknown }>>
}

export const stackFile = join(import.meta.dirname, '../../docs/aws/site.yaml')

/** The properties of a resource of the stack that the operators' guide offers; the caller knows their shape. */
export function resource<Properties>(name: string): Properties {
  const { Resources } = parse(readFileSync(stackFile, 'utf8'), { customTags: functions }) as Stack
  const found = Resources[name]
  if (found === undefined) throw new Error(`the stack has no ${name}`)
  return found.Properties as Properties
}

interface HeadersPolicy {
  readonly ResponseHeadersPolicyConfig: {
    readonly SecurityHeadersConfig: { readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: { readonly 'Fn::Sub': string } } }
  }
}

interface CachedDistribution {
  readonly DistributionConfig: {
    readonly CacheBehaviors: readonly { readonly PathPattern: string; readonly ResponseHeadersPolicyId: { readonly Ref: string } }[]
  }
}

/** Its content security policy of a path, for a site whose pictures are all its own. */
export function contentSecurityPolicy(path = '/'): string {
  const { CacheBehaviors } = resource<CachedDistribution>('Distribution').DistributionConfig
  const own = CacheBehaviors.find(({ PathPattern }) =>
    new RegExp(`^${PathPattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path),
  )
  const { SecurityHeadersConfig } = resource<HeadersPolicy>(own?.ResponseHeadersPolicyId.Ref ?? 'Headers').ResponseHeadersPolicyConfig
  return SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Sub'].replace(/ \$\{PictureSources\}/, '')
}
