package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Signing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code latent sign}, as somebody types it. How other languages sign is held by {@link SigningRecipesTest}. */
class SignCommandTest {
    private static final String SECRET = "a-secret-of-the-readme";
    private static final KeyRules UNICODE = new KeyRules(Alphabet.UNICODE, 4096, Map.of());

    @Test
    void the_page_s_example_is_what_it_prints() throws Exception {
        Matcher example = Pattern.compile("\\$ \\./latent sign (\\S+)\\R(\\S+)")
                .matcher(Files.readString(Path.of("docs/signing.md")));
        assertThat(example.find()).isTrue();
        Told told = latent(example.group(1), SECRET);
        assertThat(told).isEqualTo(new Told(0, example.group(2) + "\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "widgets/myimage.jpg,                                       A rendition's name ends in its size",
        "a_600_400_fill_fill.jpg,                                   one spelling",
        "a_600_401.jpg,                                             This size is not made here.",
        "a_600_400_s-00000000000000000000000000000000.jpg,          There is no option s-",
    })
    void what_would_be_refused_is_not_signed(String key, String sentence) throws Exception {
        Told told = latent(key, SECRET);
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.text()).startsWith("latent: ").contains(sentence).doesNotContain(SECRET);
    }

    @Test
    void without_a_secret_nothing_is_signed() throws Exception {
        Told told = latent("a_600_400.jpg", "");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.text()).contains("keys.signing-secrets is empty");
    }

    @Test
    void names_outside_of_ascii_are_signed_as_they_are_and_never_as_what_java_could_not_read() throws Exception {
        KeyGrammar grammar = new KeyGrammar(UNICODE, new Signing(List.of(SECRET)));
        for (String key : List.of(
                "gr\u00f6\u00dfe 100% #1_600_400.jpg",
                "\ud83d\udc69\u200d\ud83d\ude80/\u5199\u771f-600x400.jpg.webp")) {
            Told told = latent(key, SECRET, Map.of("LC_ALL", "C.UTF-8", "LATENT_KEYS_ALPHABET", "unicode"));
            assertThat(told).isEqualTo(new Told(0, grammar.sign(key) + "\n"));
        }
        Told damaged =
                latent("gr\u00f6\u00dfe_600_400.jpg", SECRET, Map.of("LC_ALL", "C", "LATENT_KEYS_ALPHABET", "unicode"));
        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.text()).contains("the locale is not UTF-8").doesNotContain("_s-");
    }

    private static Told latent(String key, String secret) throws Exception {
        return latent(key, secret, Map.of());
    }

    private static Told latent(String key, String secret, Map<String, String> environment) throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "latent.Main",
                "sign",
                "--set",
                "keys.ladder=600x400",
                key);
        program.environment().put("LATENT_KEYS_SIGNING_SECRETS", secret);
        program.environment().putAll(environment);
        return told(program.redirectErrorStream(true).start());
    }

    private static Told told(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Told(process.waitFor(), text);
    }

    /** An exit code, and what was printed. */
    private record Told(int code, String text) {}
}
