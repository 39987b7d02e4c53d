package latent.render.cost;

import latent.image.ImageFormat;

/** What a render consists of. Where nothing else is said, the amount is in megapixels, of all frames together. */
public enum Work {
    /** Once. */
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
    DECODE_TIFF,
    /** Pixels that are drawn. */
    DRAW_SVG,
    /** Pixels that the decoder delivers, which may be fewer than are stored. */
    DELIVER,
    /** Pixels that a reduction reads. */
    REDUCE,
    /** Pixels that an enlargement writes. */
    ENLARGE,
    /** Pixels of the scaled picture, whose colours are converted. */
    SCALED,
    /** Pixels that are looked at for a border or for what draws the eye. */
    LOOK,
    TURN,
    BLUR,
    /** Megapixels times sigma in pixels. */
    BLUR_SIGMA,
    SHARPEN,
    WATERMARK,
    /** Pixels of a canvas that is larger than the picture on it. */
    PAD,
    ENCODE_JPEG,
    ENCODE_PNG,
    ENCODE_PALETTE,
    ENCODE_WEBP,
    ENCODE_GIF,
    ENCODE_AVIF,
    /** Pixels that are compared with what was encoded, for {@code q-auto}. */
    COMPARE;

    static Work decoding(ImageFormat format) {
        return switch (format) {
            case JPEG -> DECODE_JPEG;
            case PNG -> DECODE_PNG;
            case WEBP -> DECODE_WEBP;
            case GIF -> DECODE_GIF;
            case AVIF, HEIC -> DECODE_AVIF;
            case TIFF -> DECODE_TIFF;
            case SVG -> DRAW_SVG;
        };
    }

    /** @param palette a PNG of few colours */
    static Work encoding(ImageFormat format, boolean palette) {
        return switch (format) {
            case JPEG -> ENCODE_JPEG;
            case PNG -> palette ? ENCODE_PALETTE : ENCODE_PNG;
            case WEBP -> ENCODE_WEBP;
            case GIF -> ENCODE_GIF;
            case AVIF -> ENCODE_AVIF;
            // nobody writes these; whoever asks is refused before
            case TIFF, HEIC, SVG -> ENCODE_PNG;
        };
    }
}
