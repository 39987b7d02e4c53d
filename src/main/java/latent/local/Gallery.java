package latent.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import latent.key.OriginalKey;

/** The page at the website's root: every original in a size that is made when the browser first asks for it. */
public final class Gallery {
    private static final String FIGURES = "<!-- figures -->";

    private Gallery() {}

    /** The page. Keys of the safe alphabet need no escaping in HTML or in a URL; others are left out. */
    public static String of(List<OriginalKey> originals) {
        return page().replace(
                        FIGURES,
                        originals.stream()
                                .map(OriginalKey::value)
                                .filter(key -> key.matches("[A-Za-z0-9._/-]+"))
                                .map(Gallery::figure)
                                .collect(Collectors.joining()));
    }

    private static String figure(String key) {
        int dot = key.lastIndexOf('.');
        return """
                <figure><img loading="lazy" width="600" height="400" alt="" src="/%1$s_600_400_fill.%2$s">
                <figcaption>%1$s.%2$s<br><a href="/%1$s_320_0.%2$s">320</a><a href="/%1$s_1280_0.%2$s">1280</a>\
                <a href="/%1$s_300_300_pad.%2$s">padded</a></figcaption></figure>
                """.formatted(key.substring(0, dot), key.substring(dot + 1));
    }

    private static String page() {
        try (InputStream page = Objects.requireNonNull(Gallery.class.getResourceAsStream("gallery.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
