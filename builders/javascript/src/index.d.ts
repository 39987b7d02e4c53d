/** The options of a rendition key; what each means stands in the URL reference. */
export interface Options {
  fit?: 'fit' | 'fill' | 'pad' | 'force'
  enlarge?: boolean
  /** A compass point, `sm` for the part that draws the eye, or a focal point in per cent from the left and from the top. */
  gravity?: 'no' | 'ne' | 'ea' | 'se' | 'so' | 'sw' | 'we' | 'nw' | 'sm' | { x: number; y: number }
  /** In pixels of the upright original. */
  crop?: { width: number; height: number; left: number; top: number }
  dpr?: 2 | 3 | 4
  rotateDegrees?: 90 | 180 | 270
  flip?: 'h' | 'v'
  trimPercent?: number
  /** Sigma in tenths of a pixel, 1 to 500. */
  blurTenths?: number
  sharpenTenths?: number
  gray?: boolean
  /** Six small hexadecimal digits. */
  background?: string
  watermark?: string
  keepIcc?: boolean
  keepCopyright?: boolean
  quality?: number | 'auto'
  maxBytes?: number
  /** The first eight digits of the original's ETag. */
  version?: string
}

export type Style = 'underscore' | 'dash' | 'preset'

/** Width and height in CSS pixels, one of which may be left out; or a preset. `format` is an extension, and the original's own where it is left out. */
export interface Transformation extends Options {
  width?: number
  height?: number
  preset?: string
  style?: Style
  format?: string
}

export interface ParsedKey extends Options {
  original: string
  style: Style
  preset?: string
  width: number
  height: number
  format: string
  signature?: string
}

/** What a deployment allows in its keys. */
export interface Rules {
  alphabet?: 'safe' | 'unicode'
  maxSide?: number
  presets?: Record<string, string>
  signed?: boolean
}

export interface Deployment {
  /** The images host, as `https://images.example.com`. */
  base: string
  style?: 'underscore' | 'dash'
  rules?: Rules
}

export interface SrcsetOptions {
  widths?: number[]
  /** Of the upright original, turned as the rendition is. */
  originalWidth?: number
  originalHeight?: number
}

export interface ImageOptions extends SrcsetOptions {
  sizes?: string
  alt?: string
  loading?: 'lazy' | 'eager'
  placeholder?: boolean
}

export interface PictureOptions extends ImageOptions {
  formats?: string[]
}

type Made<Result> = Result extends true ? Promise<string> : string

interface Markup<Signed extends boolean> {
  key(original: string, transformation: Transformation): Made<Signed>
  url(original: string, transformation: Transformation): Made<Signed>
  srcset(original: string, transformation: Transformation, options?: SrcsetOptions): Made<Signed>
  densities(original: string, transformation: Transformation, options?: { dprs?: number[] }): Made<Signed>
  img(original: string, transformation: Transformation, options?: ImageOptions): Made<Signed>
  picture(original: string, transformation: Transformation, options?: PictureOptions): Made<Signed>
  imageSet(original: string, transformation: Transformation, options?: { formats?: string[]; dprs?: number[] }): Made<Signed>
  placeholder(original: string, transformation: Transformation): Made<Signed>
}

export interface Builder extends Markup<false> {
  parse(key: string): ParsedKey
}

export type SigningBuilder = Markup<true>

export function createBuilder(deployment: Deployment): Builder
export function createSigningBuilder(deployment: Deployment & { secret: string }): SigningBuilder
export function parseKey(key: string, rules?: Rules): ParsedKey
export function renditionKey(original: string, transformation: Transformation, rules?: Rules): string
export function signKey(key: string, secret: string, rules?: Rules): Promise<string>
export function pathOf(key: string): string

export class InvalidKeyError extends Error {
  reason: 'MALFORMED_KEY' | 'NOT_A_RENDITION'
}

export const DEFAULT_RULES: Required<Rules>
export const DEFAULT_WIDTHS: number[]
export const FORMATS: { name: string; mediaType: string; extensions: string[]; written: boolean }[]
export const OPTIONS: { name: keyof Options; token: RegExp; read(text: string): unknown; write(value: never): string }[]
