package latent.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import latent.key.OriginalKey;

/** The demo's page at the website's root: every original in a size that is made when the browser first asks for it. */
public final class Gallery {
    private static final String FIGURES = "<!-- figures -->";

    private Gallery() {}

    /**
     * The page. Keys of the safe alphabet need no escaping in HTML or in a URL; others are left out.
     *
     * @param signed a key as visitors must ask for it
     */
    public static String of(List<OriginalKey> originals, UnaryOperator<String> signed) {
        return page().replace(
                        FIGURES,
                        originals.stream()
                                .map(OriginalKey::value)
                                .filter(key -> key.matches("[A-Za-z0-9._/-]+"))
                                .map(key -> figure(key, signed))
                                .collect(Collectors.joining()));
    }

    private static String figure(String original, UnaryOperator<String> signed) {
        int dot = original.lastIndexOf('.');
        UnaryOperator<String> path = transformation ->
                "/" + signed.apply(original.substring(0, dot) + transformation + original.substring(dot));
        return """
                <figure><img loading="lazy" width="600" height="400" alt="" src="%2$s">
                <figcaption>%1$s<br><a href="%3$s">320</a><a href="%4$s">1280</a>\
                <a href="%5$s">padded</a></figcaption></figure>
                """.formatted(
                        original,
                        path.apply("_600_400_fill"),
                        path.apply("_320_0"),
                        path.apply("_1280_0"),
                        path.apply("_300_300_pad"));
    }

    private static String page() {
        try (InputStream page = Objects.requireNonNull(Gallery.class.getResourceAsStream("gallery.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
