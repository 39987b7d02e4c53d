package latent.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latent.image.ImageFormat;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.key.RequestedSize;
import latent.refusal.Refusal;

/** The wanted renditions of each original, by all lines that match it; each rendition once. Thread-safe. */
public final class WantedRenditions {
    private final List<WantedLine> lines;
    private final KeyGrammar grammar;

    /**
     * Parses the lines.
     *
     * @param lines as {@link WantedLine} describes them; empty ones and those that begin with {@code #} are skipped
     * @throws IllegalArgumentException with a sentence that says which line is wrong, or that there is none
     */
    public WantedRenditions(List<String> lines, KeyGrammar grammar) {
        this.grammar = grammar;
        this.lines =
                said(lines).stream().map(line -> WantedLine.of(line, grammar)).toList();
        if (this.lines.isEmpty()) {
            throw new IllegalArgumentException("Nothing says which renditions there should be: give a line by --want,"
                    + " a file of lines by --wanted, or the setting keys.ladder.");
        }
    }

    private static List<String> said(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /**
     * The lines that follow from a deployment's settings: every size of the ladder and every preset, of all originals, in their own format; empty
     * when it has neither.
     */
    public static List<String> ofSettings(Iterable<RequestedSize> ladder, Iterable<String> presets) {
        List<String> sizes = new ArrayList<>();
        ladder.forEach(box -> sizes.add(box.width() + "_" + box.height()));
        presets.forEach(name -> sizes.add("p-" + name));
        sizes.sort(null);
        return sizes.isEmpty() ? List.of() : List.of("** " + String.join(",", sizes));
    }

    /** The wanted renditions of this original, in the order of the lines; none when its key is too long for one with a size. */
    public List<RenditionKey> of(OriginalKey original) {
        String name = original.value();
        ImageFormat own = ImageFormat.ofOriginalExtension(name.substring(name.lastIndexOf('.') + 1))
                .orElseThrow();
        Map<String, RenditionKey> wanted = new LinkedHashMap<>();
        try {
            lines.stream()
                    .filter(line -> line.fits(original))
                    .flatMap(line -> line.of(original, own, grammar).stream())
                    .forEach(key -> wanted.putIfAbsent(key.value(), key));
        } catch (Refusal noName) {
            return List.of();
        }
        return List.copyOf(wanted.values());
    }
}
