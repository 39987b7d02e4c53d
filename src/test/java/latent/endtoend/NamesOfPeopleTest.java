package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.PercentEncoding;
import latent.key.Signing;
import latent.kit.Stack;
import latent.kit.UnicodeNames;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Originals as people name them, from the redirect of the website to what it serves afterwards. */
class NamesOfPeopleTest {
    private static final String SECRET = "a-secret-of-the-tests";

    @Test
    void any_name_is_made_stored_and_served_where_the_alphabet_is_unicode(@TempDir Path data) throws Exception {
        try (Stack stack = Stack.start(data, Map.of("keys.alphabet", "unicode", "render.engine", "imgscalr"))) {
            for (String name : UnicodeNames.OF_PEOPLE) {
                goesTheWholeWay(stack, name + ".jpg", name + "_60_40.jpg");
            }
        }
    }

    @Test
    void a_signed_name_is_made_stored_and_served_too(@TempDir Path data) throws Exception {
        KeyGrammar grammar =
                new KeyGrammar(new KeyRules(Alphabet.UNICODE, 4096, Map.of()), new Signing(List.of(SECRET)));
        Map<String, String> settings =
                Map.of("keys.alphabet", "unicode", "render.engine", "imgscalr", "keys.signing-secrets", SECRET);
        try (Stack stack = Stack.start(data, settings)) {
            for (String name : List.of("100% wool #1", "\ud83d\udc69\u200d\ud83d\ude80")) {
                goesTheWholeWay(
                        stack, name + ".jpg", grammar.sign(name + "_60_40.jpg").value());
            }
        }
    }

    @Test
    void jpeg_has_six_extensions_and_tiff_two_in_any_case(@TempDir Path data) throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            for (String extension : List.of("jpg", "JPEG", "jpe", "jfif", "JFIF", "pjpeg", "pjp", "Jpg")) {
                goesTheWholeWay(stack, "a-" + extension + "." + extension, "a-" + extension + "_60_40." + extension);
            }
            for (String extension : List.of("tif", "TIFF")) {
                assertThat(stack.processor()
                                .get("/nothing_60_40." + extension + ".jpg")
                                .status())
                        .isEqualTo(404);
            }
            // one spelling: the format is left out where the original has it, whatever its extension
            assertThat(stack.processor().get("/a-jfif_60_40.jfif.jpg").status()).isEqualTo(400);
        }
    }

    @Test
    void what_cannot_be_seen_or_means_something_else_is_refused(@TempDir Path data) throws Exception {
        try (Stack stack = Stack.start(data, Map.of("keys.alphabet", "unicode", "render.engine", "imgscalr"))) {
            for (String name : List.of(
                    "a\u0000b",
                    "a\tb",
                    "a\u0085b",
                    "a\u202eb",
                    "a\u2066b",
                    "a\u200bb",
                    "\ufeffa",
                    "a\\b",
                    "a\u2028b",
                    "\ue000")) {
                String path = "/" + PercentEncoding.ofPath(name + "_60_40.jpg");
                assertThat(stack.processor().get(path).status()).as(path).isEqualTo(400);
            }
            for (String path :
                    List.of("/a%2fb_60_40.jpg", "/%2e%2e/a_60_40.jpg", "/a%ed%a0%80_60_40.jpg", "/a%_60_40.jpg")) {
                assertThat(stack.processor().get(path).status()).as(path).isEqualTo(400);
            }
            assertThat(stack.stored()).isEmpty();
        }
    }

    private static void goesTheWholeWay(Stack stack, String original, String key) throws IOException, Exception {
        int before = stack.stored().size();
        stack.putOriginal(original, Stack.jpeg(120, 90));
        String path = "/" + PercentEncoding.ofPath(key);
        Answer redirect = stack.website().get(path);
        assertThat(redirect.status()).as(key).isEqualTo(302);
        URI processor = URI.create(redirect.location());
        assertThat(processor.getPath()).isEqualTo("/" + key);
        Answer made = stack.processor().get(processor.getRawPath());
        assertThat(made.status()).as(key + ": " + made.text()).isEqualTo(200);
        assertThat(stack.storedAfter(before + 1)).contains(key);
        Answer stored = stack.website().get(path);
        assertThat(stored.status()).as(key).isEqualTo(200);
        assertThat(stored.body()).isEqualTo(made.body());
    }
}
