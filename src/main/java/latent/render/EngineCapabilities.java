package latent.render;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Capability;
import latent.key.Option;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * What an engine can do. The table in docs/engines.md of formats and options is made from these declarations.
 *
 * @param reads  formats of originals
 * @param writes formats of renditions
 * @param lacks  what it cannot do of {@link #all}
 */
public record EngineCapabilities(Set<ImageFormat> reads, Set<ImageFormat> writes, Set<Capability> lacks) {
    /** All frames of an animated original, instead of the first; no option asks for it. */
    public static final Capability ANIMATION = new Capability("Animation");

    /** Transparent colours are mixed as light and not as the numbers that stand for it; no option asks for it. */
    public static final Capability LINEAR_ALPHA = new Capability("Transparency in linear light");

    /** What reads HEIC, which neither npm's libvips nor Java does. */
    public static final String FOR_HEIC = "libvips and, beside it, libheif 1.15 or later with libde265";

    public EngineCapabilities {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
        lacks = Set.copyOf(lacks);
    }

    /** All that an engine may lack, in the order of the options that need it. */
    public static List<Capability> all() {
        return Stream.concat(
                        Option.kinds().stream().flatMap(kind -> kind.capabilities().stream()),
                        Stream.of(ANIMATION, LINEAR_ALPHA))
                .toList();
    }

    /**
     * Asks whether an engine that declares this can make a rendition.
     *
     * @param original the format of the original, by content
     * @throws Refusal with {@link Reason#UNSUPPORTED_FORMAT} and a sentence that names the first thing it lacks
     */
    public void require(ImageFormat original, Transformation transformation) {
        requireReadable(original);
        ImageFormat wanted = transformation.format();
        if (!writes.contains(wanted)) {
            throw lacking(wanted + " pictures cannot be written here; let the key end in " + endings() + ".");
        }
        for (Capability needed : transformation.needs()) {
            if (lacks.contains(needed)) {
                throw lacking(needed.noun() + " cannot be had here.");
            }
        }
    }

    /**
     * Asks whether the file of a watermark can be read.
     *
     * @throws Refusal NOT_A_RENDITION when it cannot
     */
    public void requireReadableWatermark(ImageFormat format) {
        UnusableWatermark.insteadOfOriginal(() -> {
            requireReadable(format);
            return format;
        });
    }

    private void requireReadable(ImageFormat format) {
        if (!reads.contains(format)) {
            String way = format == ImageFormat.HEIC ? "; that takes " + FOR_HEIC : "";
            throw lacking(format + " pictures cannot be read here" + way + ".");
        }
    }

    /** The same engine where it does not read a format. */
    public EngineCapabilities withoutReading(ImageFormat format) {
        return new EngineCapabilities(
                reads.stream().filter(read -> read != format).collect(Collectors.toSet()), writes, lacks);
    }

    /** {@code .jpg or .png}. */
    private String endings() {
        return writes.stream()
                .sorted()
                .map(format -> "." + format.extension())
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " or $1");
    }

    private static Refusal lacking(String sentence) {
        return new Refusal(Reason.UNSUPPORTED_FORMAT, sentence);
    }
}
