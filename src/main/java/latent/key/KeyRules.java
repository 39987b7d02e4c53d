package latent.key;

import static latent.refusal.Reason.MALFORMED_KEY;

import java.util.Map;
import java.util.regex.Pattern;
import latent.refusal.Refusal;

/**
 * What a deployment allows in its keys.
 *
 * @param maxSide longest side of a rendition, in device pixels
 * @param presets named transformations, each written as the suffix of a dash-style key: {@code 600x400_fill_q-75}
 */
public record KeyRules(Alphabet alphabet, int maxSide, Map<String, String> presets) {
    /** The default of {@code maxSide}. */
    public static final int DEFAULT_MAX_SIDE = 4096;

    private static final Pattern PRESET_NAME = Pattern.compile("[a-z][a-z0-9]{0,31}");

    public KeyRules {
        presets = Map.copyOf(presets);
        presets.forEach((name, text) -> {
            if (!PRESET_NAME.matcher(name).matches() || Suffix.ofPreset(text).isEmpty()) {
                throw new IllegalArgumentException(
                        "preset " + name + "=" + text + " does not look like card=600x400_fill_q-75");
            }
        });
    }

    /** Refuses transformations that are too large, or whose options contradict each other. */
    void check(Transformation transformation) {
        RequestedSize box = transformation.deviceBox();
        if (box.width() > maxSide || box.height() > maxSide) {
            throw new Refusal(MALFORMED_KEY, "No side of a rendition is longer than " + maxSide + " pixels here.");
        }
        transformation.options().stream()
                .flatMap(option -> option.conflict(transformation).stream())
                .findFirst()
                .ifPresent(sentence -> {
                    throw new Refusal(MALFORMED_KEY, sentence);
                });
    }
}
