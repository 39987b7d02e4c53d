import { byId } from './elements.js'

/**
 * The original as a picture to point at. A click sets the focal point, a drag the crop; numbers in the form say the same to those without a mouse.
 */
export class Picker {
  constructor(controls, onPicked) {
    this.controls = controls
    this.onPicked = onPicked
    this.frame = byId('picker')
    this.picture = this.frame.querySelector('img')
    this.start = undefined
    this.frame.addEventListener('pointerdown', (event) => this.press(event))
    this.frame.addEventListener('pointermove', (event) => this.move(event))
    this.frame.addEventListener('pointerup', (event) => this.release(event))
  }

  get cropping() {
    return this.controls.fields.pick.value === 'crop'
  }

  /** Where the pointer is, as parts of the picture from 0 to 1. */
  place({ clientX, clientY }) {
    const { left, top, width, height } = this.picture.getBoundingClientRect()
    const part = (value) => Math.min(1, Math.max(0, value))
    return { x: part((clientX - left) / width), y: part((clientY - top) / height) }
  }

  press(event) {
    this.start = this.place(event)
    this.frame.setPointerCapture(event.pointerId)
    event.preventDefault()
  }

  move(event) {
    if (this.start && this.cropping) {
      this.crop(this.place(event))
    }
  }

  release(event) {
    if (!this.start) {
      return
    }
    const end = this.place(event)
    if (this.cropping) {
      this.crop(end)
    } else {
      this.controls.setFocalPoint(Math.round(end.x * 100), Math.round(end.y * 100))
    }
    this.start = undefined
    this.show()
    this.onPicked()
  }

  crop(end) {
    const { size } = this.controls.original ?? {}
    if (!size) {
      return
    }
    const [left, right] = [this.start.x, end.x].sort((a, b) => a - b).map((x) => Math.round(x * size.width))
    const [top, bottom] = [this.start.y, end.y].sort((a, b) => a - b).map((y) => Math.round(y * size.height))
    if (right > left && bottom > top) {
      this.controls.setCrop({ width: right - left, height: bottom - top, left, top })
      this.show()
    }
  }

  /** Shows the chosen original, the focal point and the crop as the form has them. */
  show() {
    const { original, fields } = this.controls
    this.frame.hidden = !original?.thumbnail
    if (original?.thumbnail && this.picture.dataset.key !== original.key) {
      this.picture.dataset.key = original.key
      this.picture.src = this.controls.form.querySelector('[name=original]:checked').nextElementSibling.src
    }
    const mark = this.frame.querySelector('.focal-mark')
    mark.hidden = fields.gravity.value !== 'focal'
    mark.style.left = `${this.controls.number('focalX')}%`
    mark.style.top = `${this.controls.number('focalY')}%`
    this.showCrop(original?.size)
  }

  showCrop(size) {
    const frame = this.frame.querySelector('.crop-frame')
    frame.hidden = !this.controls.fields.cropped.checked || !size
    if (!frame.hidden) {
      const part = (name, whole) => `${Math.min(100, (100 * this.controls.number(name)) / whole)}%`
      frame.style.left = part('cropLeft', size.width)
      frame.style.top = part('cropTop', size.height)
      frame.style.width = part('cropWidth', size.width)
      frame.style.height = part('cropHeight', size.height)
    }
  }
}
