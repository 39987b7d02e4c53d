package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.RenditionKey;
import latent.key.Signing;
import latent.kit.Needs;
import latent.kit.UnicodeNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code latent sign}, as somebody types it, and what docs/signing.md says of signing elsewhere. */
class SignCommandTest {
    private static final String SECRET = "a-secret-of-the-readme";
    private static final KeyRules RULES = new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "60x40"));
    private static final KeyRules UNICODE = new KeyRules(Alphabet.UNICODE, 4096, RULES.presets());
    private static final List<String> KEYS = List.of(
            "widgets/myimage_600_400.jpg.webp",
            "chucknorris-200x200.jpg",
            "my_photo.v2-200x200.jpg",
            "a.b/photo.jpg_600_400_fill_g-30-70_q-80.png",
            "it's(1)!*_0_10_bg-ffffff.JPG.avif",
            "a-1_p-card.tiff.jpg");

    @Test
    void the_page_s_example_is_what_it_prints() throws Exception {
        Matcher example = Pattern.compile("\\$ \\./latent sign (\\S+)\\R(\\S+)").matcher(page());
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

    @Test
    void the_page_s_python_signs_the_same() throws Exception {
        String program = recipe("python") + "\nimport sys\nfor key in sys.argv[2:]: print(sign(key, sys.argv[1]))\n";
        assertThat(elsewhere("python3", "-c", program)).isEqualTo(signed());
    }

    @Test
    void the_page_s_javascript_signs_the_same() throws Exception {
        String program = recipe("js")
                + "\nconst [secret, ...keys] = process.argv.slice(1);\nfor (const key of keys) console.log(sign(key, secret));\n";
        assertThat(elsewhere("node", "-e", program)).isEqualTo(signed());
    }

    /** In the alphabet of ASCII and in the other. */
    private static List<String> keys() {
        return Stream.concat(
                        KEYS.stream(), UnicodeNames.OF_PEOPLE.stream().map(name -> name + "_600_400_fill.jpg.webp"))
                .toList();
    }

    @Test
    void the_page_s_perl_signs_the_same() throws Exception {
        String program =
                recipe("perl") + "\nmy ($secret, @keys) = @ARGV;\nprint sign($_, $secret), \"\\n\" for @keys;\n";
        assertThat(elsewhere("perl", "-e", program)).isEqualTo(signed());
    }

    @Test
    void the_page_s_bash_signs_the_same() throws Exception {
        Needs.present(
                Optional.of(Path.of("/usr/bin/openssl")).filter(Files::exists), "openssl", "a package of that name");
        String program = recipe("bash") + "\nsecret=$1\nshift\nfor key in \"$@\"; do sign \"$key\" \"$secret\"; done\n";
        assertThat(elsewhere("bash", "-c", program, "bash")).isEqualTo(signed());
    }

    @Test
    void the_page_s_java_signs_the_same(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("Signs.java");
        Files.writeString(
                file,
                recipe("java")
                        + "\nvoid main(String[] words) throws Exception {\n"
                        + "    for (int i = 1; i < words.length; i++) System.out.println(sign(words[i], words[0]));\n}\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(elsewhere(java, file.toString())).isEqualTo(signed());
    }

    private static String signed() {
        KeyGrammar grammar = new KeyGrammar(UNICODE, new Signing(List.of(SECRET)));
        return keys().stream().map(grammar::sign).map(RenditionKey::value).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The code of this language on the page. */
    private static String recipe(String language) throws IOException {
        Matcher code = Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
                .matcher(page());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/signing.md"));
    }

    private static String elsewhere(String... program) throws Exception {
        List<String> words = new ArrayList<>(List.of(program));
        words.add(SECRET);
        words.addAll(keys());
        Optional<Process> process;
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            process = Optional.of(builder.start());
        } catch (IOException absent) {
            process = Optional.empty();
        }
        return told(Needs.present(process, program[0], "a package of that name"))
                .text();
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
