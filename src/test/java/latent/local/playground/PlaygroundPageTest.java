package latent.local.playground;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

class PlaygroundPageTest {
    private static final Path RESOURCES = Path.of("src/main/resources/latent/local/playground");
    private static final Path MODULE = Path.of("builders/javascript/src");
    private static final Pattern IMPORT = Pattern.compile("(?:from |href=|src=)[\"']([\\w./-]+\\.(?:js|css))[\"']");

    @Test
    void it_has_every_file_that_there_is_for_it() throws Exception {
        List<String> there = new ArrayList<>();
        try (Stream<Path> own = Files.list(RESOURCES)) {
            own.forEach(file -> there.add(file.getFileName().toString()));
        }
        assertThat(PlaygroundPage.files().keySet())
                .filteredOn(name -> !name.startsWith("builder/"))
                .containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void files_of_the_page_name_only_each_other() {
        Map<String, byte[]> files = PlaygroundPage.files();
        files.forEach((name, bytes) -> {
            Path file = Path.of("page", name);
            assertThat(IMPORT.matcher(new String(bytes, UTF_8)).results())
                    .as(name)
                    .extracting(named -> Path.of("page")
                            .relativize(file.resolveSibling(named.group(1)).normalize())
                            .toString())
                    .allMatch(files::containsKey);
        });
    }

    @Test
    void it_writes_keys_with_the_module_that_is_published() throws Exception {
        for (var file : PlaygroundPage.files().entrySet()) {
            if (file.getKey().startsWith("builder/")) {
                assertThat(MODULE.resolve(file.getKey().substring("builder/".length())))
                        .hasBinaryContent(file.getValue());
            }
        }
    }

    /** The module has them, as the server's table has them. */
    @Test
    void none_of_its_files_lists_the_formats_itself() {
        List<String> formats = Stream.of(ImageFormat.values())
                .filter(ImageFormat::ofRenditions)
                .map(format -> "'" + format.extension() + "'")
                .toList();
        PlaygroundPage.files()
                .forEach((name, bytes) -> assertThat(new String(bytes, UTF_8).lines())
                        .as(name)
                        .noneMatch(line -> formats.stream().allMatch(line::contains)));
    }

    /** The deployment's own addresses are in a file that the demo writes; no other is anywhere. */
    @Test
    void none_of_its_files_names_another_host() {
        PlaygroundPage.files()
                .forEach((name, bytes) -> assertThat(new String(bytes, UTF_8)
                                .lines()
                                .filter(line -> line.contains("://"))
                                .filter(line -> !line.strip().startsWith("*")
                                        && !line.strip().startsWith("/**")))
                        .as(name)
                        .allMatch(line -> line.contains("'http://www.w3.org/2000/svg'")));
    }

    @Test
    void every_file_has_a_media_type() {
        assertThat(PlaygroundPage.files().keySet())
                .allSatisfy(name -> assertThat(PlaygroundPage.mediaType(name)).isNotEmpty());
    }

    @Test
    void no_rendition_can_have_one_of_its_keys() {
        KeyGrammar grammar = new KeyGrammar(new KeyRules(Alphabet.UNICODE, 4096, Map.of()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> grammar.parse(PlaygroundPage.PREFIX + "page_60_40.jpg"));
    }
}
