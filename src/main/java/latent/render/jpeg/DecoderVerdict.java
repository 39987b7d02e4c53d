package latent.render.jpeg;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Classifies the warnings of libjpeg and of ImageIO's reader (libjpeg's texts are in its jerror.h, unchanged since 1998 in all its forks). Of one
 * file libjpeg reports the first only, so {@link JpegFile} has put the harmless ones right before.
 */
public final class DecoderVerdict {
    private static final Pattern DAMAGE = Pattern.compile("Corrupt JPEG data|Premature end of (JPEG|input) file|"
            + "Inconsistent progression sequence|Truncated File");

    private static final Pattern LEFT_OVER =
            Pattern.compile("Corrupt JPEG data: (\\d+) extraneous bytes before marker 0x(\\p{XDigit}{2})");

    /** Stray bytes before a marker: what is in the file and what no decoder reads. Damage leaves more of a progressive file over. */
    private static final int STRAY_BYTES = 16;

    private DecoderVerdict() {}

    /** Whether a text is a warning of libjpeg's that may mean damage. */
    public static boolean isSuspicion(String warning) {
        return DAMAGE.matcher(warning).find();
    }

    /**
     * Whether a file that was decoded is damaged.
     *
     * @param warnings of libjpeg while it decoded the file
     * @param ended    false when the decoder had all lines before it had read to the end of the data, as far as is known
     */
    public static boolean isDamaged(JpegFile file, List<String> warnings, boolean ended) {
        List<String> suspicions =
                warnings.stream().filter(DecoderVerdict::isSuspicion).toList();
        if (suspicions.stream().anyMatch(warning -> !LEFT_OVER.matcher(warning).find())) {
            return true;
        }
        if (file.isOneScan()) {
            return (!suspicions.isEmpty() || !ended) && !EntropyCheck.isWhole(file);
        }
        return suspicions.stream().anyMatch(warning -> isDamage(file, warning));
    }

    private static boolean isDamage(JpegFile file, String warning) {
        Matcher left = LEFT_OVER.matcher(warning);
        boolean tail = file.isCompleted() && warning.endsWith("0xd9");
        return !left.find() || (!tail && Long.parseLong(left.group(1)) > STRAY_BYTES);
    }
}
