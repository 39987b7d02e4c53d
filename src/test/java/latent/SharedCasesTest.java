package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.config.SettingSources;
import latent.kit.Needs;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.CellColours;
import latent.pictures.Encoded;
import latent.refusal.Refusal;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of the folder of cases, on both engines, as a visitor and as {@code latent render} get it. The expected results are a table in the same folder. */
class SharedCasesTest {
    /** In levels of 255. A wrong orientation, other colours or a missing part differ by more, another way of resizing by less. */
    private static final int LEVELS = 6;

    @TempDir
    private Path folder = Path.of("");

    /**
     * What is right.
     *
     * @param key    the rendition's key, with {@code x} in place of the original's name
     * @param status of each engine: 200, or 415 where it does not read or write the format or the file is damaged
     * @param size   width and height, as {@code 160x96}
     * @param cells  as Chromium 150 shows the file; TIFF as ImageMagick, AVIF as heif-convert
     */
    private record Right(String file, String key, Map<String, Integer> status, String size, String cells) {
        static Right of(String line) {
            String[] words = line.split("\t", -1);
            Map<String, Integer> status =
                    Map.of("vips", Integer.valueOf(words[2]), "imgscalr", Integer.valueOf(words[3]));
            return new Right(words[0], words[1], status, words[4], words[5]);
        }

        String target() {
            return file.substring(0, file.lastIndexOf('.')) + key.substring(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vips", "imgscalr"})
    void each_case_is_right_through_the_server_and_through_latent_render(String engine) throws Exception {
        Path cases = Needs.folder("cases");
        if (engine.equals("vips")) {
            LibvipsHere.orSkip();
        }
        StringBuilder wrong = new StringBuilder();
        try (Stack stack = Stack.start(folder.resolve("s3"), Map.of("render.engine", engine))) {
            for (Right right : table()) {
                stack.putOriginal(right.file(), Files.readAllBytes(cases.resolve(right.file())));
                Answer visitor = stack.processor().get("/" + right.target());
                Optional<byte[]> seen =
                        visitor.status() == 200 ? Optional.of(visitor.body()) : Optional.<byte[]>empty();
                note(wrong, right, "server", visitor.status(), fault(right, engine, visitor.status(), seen));
                Optional<byte[]> rendered = rendered(cases.resolve(right.file()), right.key(), engine);
                int status = rendered.isPresent() ? 200 : 415;
                note(wrong, right, "render", status, fault(right, engine, status, rendered));
            }
        }
        assertThat(wrong.toString()).isEmpty();
    }

    @Test
    void each_file_has_a_line_and_each_line_a_file() throws Exception {
        try (Stream<Path> files = Files.list(Needs.folder("cases"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.endsWith(".md"))
                            .collect(Collectors.toSet()))
                    .isEqualTo(table().stream().map(Right::file).collect(Collectors.toSet()));
        }
    }

    private static List<Right> table() throws Exception {
        return Files.readAllLines(Path.of("src/test/resources/cases.tsv")).stream()
                .skip(1)
                .map(Right::of)
                .toList();
    }

    private static void note(StringBuilder wrong, Right right, String by, int status, String fault) {
        if (!fault.isEmpty()) {
            wrong.append('\n').append(String.join(" ", right.file(), right.key(), by, status + ":", fault));
        }
    }

    private static String fault(Right right, String engine, int status, Optional<byte[]> file) {
        int expected = Optional.ofNullable(right.status().get(engine)).orElseThrow();
        if (status != expected || file.isEmpty()) {
            return status == expected ? "" : "not " + expected;
        }
        CellColours seen = CellColours.of(Encoded.read(file.get()));
        return seen.size().equals(right.size())
                ? seen.difference(right.cells(), LEVELS)
                : "%s, not %s".formatted(seen.size(), right.size());
    }

    /** Empty where the file is refused as no picture, or as none that the engine reads or writes. */
    private Optional<byte[]> rendered(Path in, String key, String engine) throws Exception {
        Path out = folder.resolve("out");
        Map<String, String> settings = Map.of("render.engine", engine, "render.isolation", "none");
        try {
            FileRender.run(
                    in, key, out, new SettingSources().with(settings, "test").read());
        } catch (Refusal refusal) {
            assertThat(refusal.reason().status()).as(refusal.sentence()).isEqualTo(415);
            return Optional.empty();
        }
        return Optional.of(Files.readAllBytes(out));
    }
}
