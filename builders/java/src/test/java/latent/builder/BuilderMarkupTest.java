package latent.builder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latent.image.ImageFormat;
import latent.image.PixelSize;
import latent.key.Alphabet;
import latent.key.Fit;
import latent.key.RenditionKey;
import latent.key.Spelling;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Markup is what the builders in other languages make. */
class BuilderMarkupTest {
    private static final JsonNode VECTORS = SharedVectors.read("markup.json");
    private static final String BASE = VECTORS.get("base").asString();

    @Test
    void markup_is_the_same_as_the_other_builders() {
        assertTrue(VECTORS.get("cases").size() > 20);
        for (JsonNode vector : VECTORS.get("cases")) {
            LatentKeys keys = SharedVectors.keys(VECTORS.get("rules"), Alphabet.SAFE);
            RenditionKey key = keys.parse(vector.get("key").asString());
            keys = key.spelling() instanceof Spelling.Dash ? keys.inDashStyle() : keys;
            keys = vector.has("signed") ? keys.signedWith(VECTORS.get("secret").asString()) : keys;
            LatentImages images = new LatentImages(BASE + "/", keys);
            assertEquals(
                    vector.get("made").asString(),
                    made(images, vector, key.original().value(), RenditionSpec.of(key)),
                    vector.toString());
        }
    }

    @Test
    void sides_of_any_length_end_in_a_refusal_and_not_in_a_wrong_number() {
        LatentImages images = LatentImages.at(BASE);
        for (RenditionSpec spec : new RenditionSpec[] {
            RenditionSpec.of(1, Integer.MAX_VALUE), RenditionSpec.of(1, 5000), RenditionSpec.of(5000, 1)
        }) {
            assertThrows(Refusal.class, () -> images.url("a.jpg", spec));
        }
        assertThrows(Refusal.class, () -> images.srcset("a.jpg", RenditionSpec.of(1, 5000), MarkupOptions.DEFAULT));
        assertThrows(IllegalArgumentException.class, () -> MarkupOptions.DEFAULT.withWidths());
        assertThrows(IllegalArgumentException.class, () -> MarkupOptions.DEFAULT.withWidths(640, 0));
        assertThrows(IllegalArgumentException.class, () -> MarkupOptions.DEFAULT.withDensities(5));
    }

    @Test
    void names_of_other_scripts_become_urls_that_no_list_or_attribute_can_split() {
        LatentKeys unicode = SharedVectors.keys(VECTORS.get("rules"), Alphabet.UNICODE);
        assertEquals(
                BASE + "/%C3%A9t%C3%A9%2C%20%22%7E%22_60_0.jpg 60w",
                new LatentImages(BASE, unicode)
                        .srcset(
                                "\u00e9t\u00e9, \"~\".jpg",
                                RenditionSpec.ofWidth(60),
                                MarkupOptions.DEFAULT.withWidths(60)));
    }

    @Test
    void what_the_readme_shows_is_what_comes_out() throws Exception {
        Matcher shown = Pattern.compile("// (\\S+)\\n.*\\n// (<picture>)")
                .matcher(Files.readString(SharedVectors.file("README.md")));
        assertTrue(shown.find());
        LatentImages images = LatentImages.at("https://images.example.com");
        RenditionSpec card = RenditionSpec.of(600, 400).with(Fit.FILL);
        assertEquals(shown.group(1), images.key("widgets/myimage.jpg", card.as(ImageFormat.WEBP)));
        assertTrue(images.picture("widgets/myimage.jpg", card, MarkupOptions.DEFAULT.withAlt("A widget"))
                .startsWith(shown.group(2)));
    }

    private static String made(LatentImages images, JsonNode vector, String original, RenditionSpec spec) {
        MarkupOptions options = options(vector.path("options"));
        return switch (vector.get("call").asString()) {
            case "key" -> images.key(original, spec);
            case "url" -> images.url(original, spec);
            case "srcset" -> images.srcset(original, spec, options);
            case "densities" -> images.densities(original, spec, options);
            case "img" -> images.img(original, spec, options);
            case "picture" -> images.picture(original, spec, options);
            case "imageSet" -> images.imageSet(original, spec, options);
            case "placeholder" -> images.placeholder(original, spec);
            default -> throw new AssertionError("There is no such function: " + vector);
        };
    }

    private static MarkupOptions options(JsonNode asked) {
        MarkupOptions options = MarkupOptions.DEFAULT
                .withSizes(asked.path("sizes").asString("100vw"))
                .withAlt(asked.path("alt").asString(""));
        if (asked.has("widths")) {
            options = options.withWidths(
                    asked.get("widths").valueStream().map(JsonNode::asInt).toArray(Integer[]::new));
        }
        if (asked.has("dprs")) {
            options = options.withDensities(
                    asked.get("dprs").valueStream().map(JsonNode::asInt).toArray(Integer[]::new));
        }
        if (asked.has("formats")) {
            options = options.withFormats(SharedVectors.texts(asked.get("formats")).stream()
                    .map(word -> ImageFormat.ofExtension(word).orElseThrow())
                    .toArray(ImageFormat[]::new));
        }
        if (asked.has("originalWidth")) {
            PixelSize size = new PixelSize(
                    asked.get("originalWidth").asInt(),
                    asked.get("originalHeight").asInt());
            options = options.withOriginalSize(size.width(), size.height());
        }
        options = asked.path("loading").asString("lazy").equals("eager") ? options.eager() : options;
        return asked.path("placeholder").asBoolean(false) ? options.withPlaceholder() : options;
    }
}
