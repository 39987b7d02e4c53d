package latent.image;

import static latent.image.FormatTrait.ALPHA;
import static latent.image.FormatTrait.ANIMATED;
import static latent.image.FormatTrait.DECODES_HALVED;
import static latent.image.FormatTrait.DECODES_SCALED;
import static latent.image.FormatTrait.LOSSY;
import static latent.image.FormatTrait.VECTOR;
import static latent.image.FormatTrait.WRITTEN;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of picture formats, a row for each. An engine has a table of its own with its loader and saver for each of them; it reads and writes
 * those that are in that table.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists and its set come from List.of and Set.of
public enum ImageFormat {
    JPEG("image/jpeg", "jpg jpeg jpe jfif pjpeg pjp", List.of("\u00ff\u00d8"), 80, WRITTEN, LOSSY, DECODES_HALVED),
    PNG("image/png", "png", List.of("\u0089PNG\r\n\u001a\n"), 100, WRITTEN, ALPHA),
    WEBP("image/webp", "webp", List.of("RIFF"), 80, WRITTEN, ALPHA, LOSSY, ANIMATED, DECODES_SCALED),
    GIF("image/gif", "gif", List.of("GIF87a", "GIF89a"), 100, WRITTEN, ALPHA, ANIMATED),
    AVIF("image/avif", "avif", List.of(), 50, WRITTEN, ALPHA, LOSSY),
    TIFF("image/tiff", "tiff tif", List.of("II*\0", "MM\0*", "II+\0", "MM\0+"), 100, ALPHA),
    BMP("image/bmp", "bmp dib", List.of("BM"), 100, ALPHA),
    ICO("image/vnd.microsoft.icon", "ico", List.of("\0\0\1\0"), 100, ALPHA),
    HEIC("image/heic", "heic heif", List.of(), 50, ALPHA, LOSSY),
    SVG("image/svg+xml", "svg", List.of(), 100, ALPHA, VECTOR, DECODES_SCALED);

    private static final Map<String, ImageFormat> BY_EXTENSION = Stream.of(values())
            .flatMap(format -> format.extensions.stream().map(extension -> Map.entry(extension, format)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String mediaType;
    private final List<String> extensions;
    private final List<String> magic;
    private final int defaultQuality;
    private final Set<FormatTrait> traits;

    ImageFormat(String mediaType, String extensions, List<String> magic, int defaultQuality, FormatTrait... traits) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions.split(" ", -1));
        this.magic = magic;
        this.defaultQuality = defaultQuality;
        this.traits = Set.of(traits);
    }

    /** The one spelling as an output format in a rendition key, without a dot. */
    public String extension() {
        return extensions.get(0);
    }

    /** All spellings in an original's name, small and without a dot; the one of output formats first. */
    public List<String> extensions() {
        return extensions;
    }

    /** The Content-Type, as registered with IANA. */
    public String mediaType() {
        return mediaType;
    }

    /** The first bytes of its files, as ISO 8859-1, any of these; none where it takes more than that to know one. */
    public List<String> magic() {
        return magic;
    }

    /** Where neither key nor settings say one: 1 to 100, on its encoder's own scale. */
    public int defaultQuality() {
        return defaultQuality;
    }

    /** True for a format that a key may ask for; the others are originals' only. */
    public boolean ofRenditions() {
        return traits.contains(WRITTEN);
    }

    /** True where it can be transparent. */
    public boolean hasAlpha() {
        return traits.contains(ALPHA);
    }

    /** Whether its encoder is lossy, so that a lower quality makes smaller files. */
    public boolean isLossy() {
        return traits.contains(LOSSY);
    }

    /** Where all frames are shown, and not only the first. */
    public boolean isAnimated() {
        return traits.contains(ANIMATED);
    }

    /** Whether its pictures are shapes and not pixels, sharp at any size. */
    public boolean isVector() {
        return traits.contains(VECTOR);
    }

    /** Where a decoder can deliver a half, a quarter or an eighth of the size, and no other. */
    public boolean decodesHalved() {
        return traits.contains(DECODES_HALVED);
    }

    /** Where a decoder can deliver any smaller size. */
    public boolean decodesScaled() {
        return traits.contains(DECODES_SCALED);
    }

    /** The format that an original's extension announces, whatever its case; empty when it is none of ours. */
    public static Optional<ImageFormat> ofOriginalExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_EXTENSION.get(lower));
    }

    /** The format that a key may ask for in this one spelling; empty for any other word, also for another spelling of the same format. */
    public static Optional<ImageFormat> ofExtension(String extension) {
        return Optional.ofNullable(BY_EXTENSION.get(extension))
                .filter(format -> format.ofRenditions() && format.extension().equals(extension));
    }
}
