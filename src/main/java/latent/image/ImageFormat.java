package latent.image;

import java.util.Locale;
import java.util.Optional;

/** The picture formats that a key may name. What each engine reads and writes of them is the engine's to say. */
public enum ImageFormat {
    JPEG("jpg", "image/jpeg", "jpeg"),
    PNG("png", "image/png", "png"),
    WEBP("webp", "image/webp", "webp"),
    GIF("gif", "image/gif", "gif"),
    AVIF("avif", "image/avif", "avif"),
    TIFF("tiff", "image/tiff", "tif"),
    HEIC("heic", "image/heic", "heif"),
    SVG("svg", "image/svg+xml", "svg");

    private final String extension;
    private final String mediaType;
    private final String otherExtension;

    ImageFormat(String extension, String mediaType, String otherExtension) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.otherExtension = otherExtension;
    }

    /** The one spelling as an output format in a rendition key, without a dot. */
    public String extension() {
        return extension;
    }

    /** The Content-Type, as registered with IANA. */
    public String mediaType() {
        return mediaType;
    }

    /** Shapes instead of pixels, which are as sharp at any size. */
    public boolean isVector() {
        return this == SVG;
    }

    /** The format that an original's extension announces, whatever its case; empty when it is none of ours. */
    public static Optional<ImageFormat> ofOriginalExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        for (ImageFormat format : values()) {
            if (format.extension.equals(lower) || format.otherExtension.equals(lower)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** True for a format that a key may ask for; the others are originals' only. */
    public boolean ofRenditions() {
        return switch (this) {
            case JPEG, PNG, WEBP, GIF, AVIF -> true;
            case TIFF, HEIC, SVG -> false;
        };
    }

    /** The format that a key may ask for in this one spelling; empty for any other word, also for another spelling of the same format. */
    public static Optional<ImageFormat> ofExtension(String extension) {
        for (ImageFormat format : values()) {
            if (format.ofRenditions() && format.extension.equals(extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
