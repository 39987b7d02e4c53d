package latent.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import latent.image.FormatNames;
import latent.image.ImageFormat;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.refusal.Refusal;

/**
 * A line of wanted renditions: {@code widgets/** 320x0,640x0_q-75,p-card original,webp}. First a glob of originals; then sizes, each written as the
 * end of a key; then formats, without which it is the format of the original. {@code 320_0} makes a key in underscore style, {@code 320x0} one in
 * dash style, {@code p-card} one of a preset.
 */
final class WantedLine {
    private static final String OWN_FORMAT = "original";
    private static final Pattern DASH_STYLE = Pattern.compile("[0-9]+x[0-9].*");

    private final OriginalGlob originals;
    private final List<RenditionKey> samples;

    /** Empty stands for the format of the original. */
    private final List<Optional<ImageFormat>> formats;

    private WantedLine(OriginalGlob originals, List<RenditionKey> samples, List<Optional<ImageFormat>> formats) {
        this.originals = originals;
        this.samples = samples;
        this.formats = formats;
    }

    /**
     * Parses a line.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong in it
     */
    static WantedLine of(String line, KeyGrammar grammar) {
        List<String> words = Arrays.asList(line.strip().split("\\s+", -1));
        if (words.size() < 2 || words.size() > 3) {
            throw new IllegalArgumentException("A line of wanted renditions is GLOB SIZES [FORMATS], such as"
                    + " widgets/** 320x0,640x0 original,webp, and not: " + line);
        }
        List<RenditionKey> samples = new ArrayList<>();
        for (String size : words.get(1).split(",", -1)) {
            samples.add(sample(size, grammar));
        }
        List<Optional<ImageFormat>> formats = new ArrayList<>();
        for (String format : (words.size() < 3 ? OWN_FORMAT : words.get(2)).split(",", -1)) {
            formats.add(format(format));
        }
        return new WantedLine(new OriginalGlob(words.getFirst()), samples, formats);
    }

    private static RenditionKey sample(String size, KeyGrammar grammar) {
        try {
            return grammar.sign("x" + (DASH_STYLE.matcher(size).matches() ? "-" : "_") + size + ".jpg");
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(
                    "This is no size as keys have it, such as 320x0 or p-card: " + size + ". " + refusal.getMessage());
        }
    }

    private static Optional<ImageFormat> format(String name) {
        if (name.equals(OWN_FORMAT)) {
            return Optional.empty();
        }
        return Optional.of(ImageFormat.ofExtension(name)
                .orElseThrow(() -> new IllegalArgumentException("This is no format of renditions: " + name
                        + ". Formats are original, " + FormatNames.ofRenditions() + ".")));
    }

    boolean fits(OriginalKey original) {
        return originals.fits(original.value());
    }

    /** The keys of an original in every size and format of this line, without formats that no rendition can have, such as TIFF. */
    List<RenditionKey> of(OriginalKey original, ImageFormat own, KeyGrammar grammar) {
        List<RenditionKey> wanted = new ArrayList<>();
        for (Optional<ImageFormat> format : formats) {
            ImageFormat written = format.orElse(own);
            if (written.ofRenditions()) {
                for (RenditionKey sample : samples) {
                    wanted.add(grammar.spell(
                            original, sample.spelling(), sample.transformation().as(written)));
                }
            }
        }
        return wanted;
    }
}
