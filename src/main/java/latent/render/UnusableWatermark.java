package latent.render;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** The refusal of a key whose watermark cannot be used, whatever is wrong with that file: it says nothing about the original. */
public final class UnusableWatermark {
    private static final Set<Reason> OF_THE_FILE =
            EnumSet.of(Reason.ORIGINAL_MISSING, Reason.NOT_A_PICTURE, Reason.UNSUPPORTED_FORMAT, Reason.TOO_LARGE);

    private UnusableWatermark() {}

    /**
     * Runs a step that reads the watermark and no other file.
     *
     * @throws Refusal NOT_A_RENDITION in the place of what would be said of an original that is missing or of no use; others as they are
     */
    public static <T> T insteadOfOriginal(Supplier<T> step) {
        try {
            return step.get();
        } catch (Refusal refusal) {
            throw OF_THE_FILE.contains(refusal.reason()) ? because(words(refusal)) : refusal;
        }
    }

    /** NOT_A_RENDITION, with the words of a decoder for the log. */
    public static Refusal because(String words) {
        return new Refusal(
                        Reason.NOT_A_RENDITION,
                        "The watermark of this key cannot be used: its file is missing, damaged or of no use.")
                .withDetail("the watermark: " + words);
    }

    private static String words(Refusal refusal) {
        return refusal.reason() + ": " + refusal.sentence()
                + (refusal.detail().isEmpty() ? "" : " " + refusal.detail());
    }
}
