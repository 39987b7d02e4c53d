import { pathOf } from './builder/index.js'
import { byId, element } from './elements.js'

/** The form: what it says as a transformation of the module of keys, and its parts that stand for one value. */
export class Controls {
  constructor(deployment, { onInput, onChange }) {
    this.form = byId('controls')
    this.fields = this.form.elements
    this.originals = deployment.originals
    this.fill(deployment)
    this.form.addEventListener('submit', (event) => event.preventDefault())
    this.form.addEventListener('input', (event) => {
      this.pair(event.target)
      onInput()
    })
    this.form.addEventListener('change', (event) => {
      this.follow(event.target)
      onChange()
    })
  }

  fill({ originals, formats, watermarks, signed, rules }) {
    byId('originals').querySelector('.thumbnails').append(...originals.map(thumbnail))
    this.fields.format.append(...formats.map((format) => element('option', { value: format }, format)))
    this.fields.watermark.append(...watermarks.map((name) => element('option', { value: name }, name)))
    for (const preset of Object.keys(rules.presets)) {
      this.fields.style.append(element('option', { value: `p-${preset}` }, `preset ${preset}`))
    }
    byId('watermarks').hidden = watermarks.length === 0
    byId('signing').hidden = !signed
  }

  /** A slider and its number show the same value. */
  pair(changed) {
    const { pair } = changed.dataset
    const other = [...this.form.querySelectorAll('[data-pair]')].find((field) => field !== changed && field.dataset.pair === pair)
    if (pair && other) {
      other.value = changed.value
    }
    if (pair === 'quality') {
      this.fields.qualityKind.value = 'number'
    }
  }

  /** What is set by one field is switched on by it. */
  follow({ name }) {
    if (name === 'focalX' || name === 'focalY') {
      this.setFocalPoint(this.number('focalX'), this.number('focalY'))
    } else if (name === 'gravity' && this.fields.gravity.value !== '' && this.fields.fit.value !== 'pad') {
      this.fields.fit.value = 'fill'
    } else if (/^crop(Width|Height|Left|Top)$/.test(name)) {
      this.fields.cropped.checked = true
    } else if (name === 'background') {
      this.fields.hasBackground.checked = true
    } else if (name === 'other' && this.fields.other.value !== '') {
      this.form.querySelectorAll('[name=original]').forEach((radio) => (radio.checked = false))
    } else if (name === 'original') {
      this.fields.other.value = ''
    }
  }

  setFocalPoint(x, y) {
    this.fields.focalX.value = x
    this.fields.focalY.value = y
    this.fields.gravity.value = 'focal'
    this.fields.fit.value = 'fill'
  }

  setCrop({ width, height, left, top }) {
    Object.entries({ cropWidth: width, cropHeight: height, cropLeft: left, cropTop: top }).forEach(([name, value]) => (this.fields[name].value = value))
    this.fields.cropped.checked = true
  }

  setWidth(width) {
    this.form.querySelectorAll('[data-pair=width]').forEach((field) => (field.value = width))
  }

  /** The chosen original; one that was typed has neither size nor picture. */
  get original() {
    const typed = this.fields.other.value.trim()
    const chosen = this.form.querySelector('[name=original]:checked')?.value
    return typed ? { key: typed } : this.originals.find(({ key }) => key === chosen)
  }

  get secret() {
    return this.fields.secret.value
  }

  number(name) {
    return Number(this.fields[name].value)
  }

  /** The number of a pair, which may be outside of its slider. */
  paired(pair) {
    return Number(this.form.querySelector(`[type=number][data-pair=${pair}]`).value)
  }

  /** What the form asks for, as the module of keys takes it. */
  transformation() {
    const { style, format } = this.fields
    const file = { format: format.value || undefined }
    return style.value.startsWith('p-') ? { preset: style.value.slice(2), ...file } : { ...this.shape(), ...this.looks(), ...this.encoding(), ...file }
  }

  shape() {
    const { fit, gravity, dpr, enlarge, cropped, style } = this.fields
    const focal = { x: this.number('focalX'), y: this.number('focalY') }
    const [width, height, left, top] = ['cropWidth', 'cropHeight', 'cropLeft', 'cropTop'].map((name) => this.number(name))
    return {
      style: style.value,
      width: this.paired('width'),
      height: this.paired('height'),
      fit: fit.value,
      enlarge: enlarge.checked,
      gravity: gravity.value === 'focal' ? focal : gravity.value || undefined,
      crop: cropped.checked ? { width, height, left, top } : undefined,
      dpr: Number(dpr.value) || undefined,
    }
  }

  looks() {
    const { rotateDegrees, flip, gray, hasBackground, background, watermark } = this.fields
    return {
      rotateDegrees: Number(rotateDegrees.value) || undefined,
      flip: flip.value || undefined,
      trimPercent: this.paired('trim') || undefined,
      blurTenths: this.paired('blur') || undefined,
      sharpenTenths: this.paired('sharpen') || undefined,
      gray: gray.checked,
      background: hasBackground.checked ? background.value.slice(1) : undefined,
      watermark: watermark.value || undefined,
    }
  }

  encoding() {
    const { keep, qualityKind } = this.fields
    const quality = { '': undefined, auto: 'auto', number: this.paired('quality') }[qualityKind.value]
    return {
      keepIcc: keep.value === 'icc' || keep.value === 'both',
      keepCopyright: keep.value === 'copyright' || keep.value === 'both',
      quality,
      maxBytes: this.number('maxBytes') || undefined,
    }
  }
}

function thumbnail({ key, thumbnail: small }, index) {
  const name = key.slice(key.lastIndexOf('/') + 1)
  return element(
    'label',
    { title: key },
    element('input', { type: 'radio', name: 'original', value: key, checked: index === 0 }),
    element('img', { src: `/${pathOf(small)}`, alt: '', loading: 'lazy', width: 96, height: 64 }),
    element('span', {}, name),
  )
}
