package latent.render;

import java.util.Set;
import java.util.stream.Collectors;
import latent.image.ImageFormat;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * What an engine can do. The README's table of formats and options is made from these declarations.
 *
 * @param reads      formats of originals
 * @param writes     formats of renditions
 * @param techniques everything beyond plain sizing
 */
public record Repertoire(Set<ImageFormat> reads, Set<ImageFormat> writes, Set<Technique> techniques) {
    public Repertoire {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
        techniques = Set.copyOf(techniques);
    }

    /**
     * Asks whether an engine with this repertoire can make a rendition.
     *
     * @param original the format of the original, by content
     * @throws Refusal with {@link Reason#UNSUPPORTED_FORMAT} and a sentence that names the first thing it lacks
     */
    public void require(ImageFormat original, Transformation transformation) {
        if (!reads.contains(original)) {
            throw cannotRead(original);
        }
        ImageFormat wanted = transformation.encoding().format();
        if (!writes.contains(wanted)) {
            throw lacking(wanted + " pictures cannot be written here; let the key end in " + endings() + ".");
        }
        for (Technique technique : Technique.neededFor(transformation)) {
            if (!techniques.contains(technique)) {
                throw lacking(technique.noun() + " cannot be had here.");
            }
        }
    }

    /** For an engine that finds out late. */
    public static Refusal cannotRead(ImageFormat original) {
        return lacking(original + " pictures cannot be read here.");
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
