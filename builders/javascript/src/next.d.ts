import type { Deployment } from './index.js'

export function nextLoader(
  deployment: Deployment & { format?: string },
): (request: { src: string; width: number; quality?: number }) => string
