package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Each language in which docs/signing.md signs keys signs as the server does; a language that is not on this machine is skipped, and says so. */
class SigningRecipesTest {
    private static final String SECRET = "a-secret-of-the-readme";
    private static final KeyRules RULES = new KeyRules(Alphabet.UNICODE, 4096, Map.of("card", "60x40"));
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```");

    /** In the alphabet of ASCII and in the other. */
    private static final List<String> KEYS = Stream.concat(
                    Stream.of(
                            "widgets/myimage_600_400.jpg.webp",
                            "chucknorris-200x200.jpg",
                            "my_photo.v2-200x200.jpg",
                            "a.b/photo.jpg_600_400_fill_g-30-70_q-80.png",
                            "it's(1)!*_0_10_bg-ffffff.JPG.avif",
                            "a-1_p-card.tiff.jpg"),
                    UnicodeNames.OF_PEOPLE.stream().map(name -> name + "_600_400_fill.jpg.webp"))
            .toList();

    /**
     * A language of the page: the word of its blocks, and what prints a signature for each key. The program's words are the secret and then the keys; FILE
     * stands for the file of the program, DIR for its folder.
     */
    enum Language {
        PYTHON(
                "python",
                "",
                "import sys\nfor key in sys.argv[2:]: print(sign(key, sys.argv[1]))",
                "python3",
                "python3 FILE"),
        JAVASCRIPT(
                "js",
                "",
                "const [secret, ...keys] = process.argv.slice(2);\nfor (const key of keys) console.log(sign(key, secret));",
                "nodejs",
                "node FILE"),
        JAVA("java", "", """
                void main(String[] words) throws Exception {
                    for (int i = 1; i < words.length; i++) System.out.println(sign(words[i], words[0]));
                }""", "a JDK", Path.of(System.getProperty("java.home"), "bin", "java") + " FILE"),
        PHP(
                "php",
                "<?php\n",
                "foreach (array_slice($argv, 2) as $key) echo sign($key, $argv[1]), \"\\n\";",
                "php-cli",
                "php FILE"),
        RUBY("ruby", "", "secret, *keys = ARGV\nkeys.each { |key| puts sign(key, secret) }", "ruby", "ruby FILE"),
        C_SHARP("csharp", "", """
                static class Program {
                    static void Main(string[] words) {
                        for (int i = 1; i < words.Length; i++) System.Console.WriteLine(Signed.Sign(words[i], words[0]));
                    }
                }""", "mono-mcs", "mcs -out:DIR/signs.exe FILE; mono DIR/signs.exe"),
        ELIXIR(
                "elixir",
                "",
                "[secret | keys] = System.argv()\nfor key <- keys, do: IO.puts(Signed.sign(key, secret))",
                "elixir",
                "elixir FILE"),
        LUA("lua", "", "for i = 2, #arg do print(sign(arg[i], arg[1])) end", "lua5.4 and lua-luaossl", "lua5.4 FILE"),
        PERL(
                "perl",
                "",
                "my ($secret, @keys) = @ARGV;\nprint sign($_, $secret), \"\\n\" for @keys;",
                "perl",
                "perl FILE"),
        BASH(
                "bash",
                "",
                "secret=$1\nshift\nfor key in \"$@\"; do sign \"$key\" \"$secret\"; done",
                "openssl",
                "bash FILE");

        final String fence;
        final String before;
        final String after;
        final String packages;
        final String commands;

        Language(String fence, String before, String after, String packages, String commands) {
            this.fence = fence;
            this.before = before;
            this.after = after;
            this.packages = packages;
            this.commands = commands;
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_s_program_signs_as_the_server_does(Language language, @TempDir Path folder) throws Exception {
        String page = Files.readString(Path.of("docs/signing.md"));
        String recipe = FENCE.matcher(page)
                .results()
                .filter(block -> block.group(1).equals(language.fence))
                .map(block -> block.group(2))
                .collect(Collectors.joining());
        assertThat(recipe).containsIgnoringCase("sign");
        Path file = folder.resolve("Signs." + language.fence);
        Files.writeString(file, language.before + recipe + "\n" + language.after + "\n");
        if (language == Language.BASH) {
            requireProgram("openssl", language);
        }
        String said = "";
        String[] commands = language.commands
                .replace("FILE", file.toString())
                .replace("DIR", folder.toString())
                .split("; ", -1);
        for (int i = 0; i < commands.length; i++) {
            List<String> words = new ArrayList<>(List.of(commands[i].split(" ", -1)));
            requireProgram(words.get(0), language);
            if (i == commands.length - 1) {
                words.add(SECRET);
                words.addAll(KEYS);
            }
            said = run(words);
        }
        KeyGrammar grammar = new KeyGrammar(RULES, new Signing(List.of(SECRET)));
        assertThat(said)
                .isEqualTo(KEYS.stream()
                        .map(grammar::sign)
                        .map(RenditionKey::value)
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void no_language_of_the_page_is_left_out() throws Exception {
        Stream<String> blocks = FENCE.matcher(Files.readString(Path.of("docs/signing.md")))
                .results()
                .map(block -> block.group(1));
        assertThat(blocks)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Language.values())
                        .map(language -> language.fence)
                        .toList())
                .hasSizeGreaterThanOrEqualTo(10);
    }

    /** What {@code .ci/run} installs is what would be told to somebody whose test is skipped. */
    @Test
    void the_languages_that_a_fresh_machine_lacks_are_installed_where_nothing_may_be_skipped() throws Exception {
        String install = Files.readString(Path.of(".ci/run"));
        for (Language language :
                List.of(Language.PHP, Language.RUBY, Language.C_SHARP, Language.ELIXIR, Language.LUA)) {
            assertThat(install).contains(language.packages.split(" and ", -1));
        }
    }

    private static void requireProgram(String program, Language language) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
        Needs.present(found, program, "install " + language.packages);
    }

    private static String run(List<String> words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            fail("%s: %s", words, said);
        }
        return said;
    }
}
