package latent.local.playground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of the page, as they are put into the bucket of renditions, where the website serves them. No rendition can have such a key: the first segment
 * {@code -} is not for pictures.
 */
public final class PlaygroundPage {
    /** What the keys of all its files begin with, and the page's path on the website. */
    public static final String PREFIX = "-/playground/";

    /** The file that says what there is to play with. */
    public static final String DEPLOYMENT = "deployment.json";

    private static final String BUILDER = "builder/";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json");

    private static final List<String> OWN = List.of(
            "index.html",
            "page.css",
            "page.js",
            "controls.js",
            "elements.js",
            "edges.js",
            "formats.js",
            "live.js",
            "picker.js",
            "request.js",
            "score.js",
            "snippets.js",
            "trip.js",
            "waterfall.js");

    /** The JavaScript module of keys, as it is published. */
    private static final List<String> MODULE = List.of(
            "builder.js",
            "formats.js",
            "index.js",
            "invalid-key-error.js",
            "key.js",
            "markup.js",
            "options.js",
            "path.js",
            "signature.js",
            "suffix.js");

    private PlaygroundPage() {}

    /** All files but {@link #DEPLOYMENT}, by name below {@link #PREFIX}. */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Stream.concat(OWN.stream(), MODULE.stream().map(BUILDER::concat)).forEach(name -> files.put(name, read(name)));
        return files;
    }

    /** The Content-Type of one of them. */
    public static String mediaType(String name) {
        return Objects.requireNonNull(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static byte[] read(String name) {
        try (InputStream file = Objects.requireNonNull(PlaygroundPage.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
