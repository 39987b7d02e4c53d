package latent.render.cost;

/** The kinds of work in a render. Unless noted, the amount is in megapixels, of all frames together. */
public enum WorkKind {
    /** Once for each render. */
    RENDER,
    /** Each frame of an animation. */
    FRAME,
    DECODE_JPEG,
    /** On top of it. */
    DECODE_PROGRESSIVE_JPEG,
    DECODE_PNG,
    DECODE_WEBP,
    DECODE_GIF,
    DECODE_AVIF,
    DECODE_HEIC,
    DECODE_TIFF,
    DECODE_BMP,
    /** Pixels that are drawn. */
    DRAW_SVG,
    /** Pixels that the decoder delivers, which may be fewer than are stored. */
    DELIVER,
    /** Pixels that a reduction reads. */
    REDUCE,
    /** Pixels that an enlargement writes. */
    ENLARGE,
    /** Pixels that are looked at for a border or for what draws the eye. */
    LOOK,
    TURN,
    BLUR,
    /** Megapixels times sigma in pixels. */
    BLUR_SIGMA,
    SHARPEN,
    WATERMARK,
    ENCODE_JPEG,
    ENCODE_PNG,
    ENCODE_WEBP,
    ENCODE_AVIF,
    /** A GIF, or a PNG of few colours. */
    CHOOSE_COLOURS,
    /** On top of it, pixels times {@link PictureDetail}: the more colours there are, the longer it takes. */
    CHOOSE_AMONG_MANY,
    /** Pixels that are compared with what was encoded, for {@code q-auto}. */
    COMPARE
}
