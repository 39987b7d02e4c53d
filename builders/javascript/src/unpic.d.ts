import type { Options, Rules } from './index.js'

export interface Operations extends Omit<Options, 'quality'> {
  width?: number | string
  height?: number | string
  quality?: number | string
  format?: string
}

export interface ProviderOptions {
  base?: string
  rules?: Rules
}

export function generate(src: string, operations: Operations, options?: ProviderOptions): string
export function extract(url: string, options?: ProviderOptions): { src: string; operations: Operations; options: ProviderOptions } | null
export function transform(src: string, operations: Operations, options?: ProviderOptions): string
