package latent.image;

/** Properties that some formats have, for the table of {@link ImageFormat}. */
enum FormatTrait {
    /** A rendition may be made in it; the others are originals' only. */
    WRITTEN,
    /** It can be transparent. */
    ALPHA,
    /** It is lossy: a lower quality makes smaller files. */
    LOSSY,
    /** All its frames are read and written; of other formats only the first. */
    ANIMATED,
    /** Shapes instead of pixels, which are as sharp at any size. */
    VECTOR,
    /** Its decoder can deliver it at a half, a quarter or an eighth of its size. */
    DECODES_HALVED,
    /** Its decoder can deliver it at any smaller size. */
    DECODES_SCALED
}
