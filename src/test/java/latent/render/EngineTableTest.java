package latent.render;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Capability;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.vips.VipsEngine;
import org.junit.jupiter.api.Test;

/** The table of docs/engines.md of what each engine can do is made from what each declares, which the behaviour suite holds them to. */
class EngineTableTest {
    private static final List<EngineCapabilities> ENGINES = List.of(
            VipsEngine.abilities(RenderSettings.DEFAULT.drawingSvg()),
            new ImgscalrEngine(RenderSettings.DEFAULT).capabilities());

    private static final Set<ImageFormat> CONDITIONAL = Stream.of(
                    VipsEngine.READS_WHERE_LIBHEIF_IS, VipsEngine.READS_WHERE_SET)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());

    @Test
    void the_page_of_the_engines_has_the_table_of_both() throws Exception {
        String table = Stream.concat(
                        Stream.of(
                                row("reads", r -> formats(without(r.reads(), CONDITIONAL))),
                                row(
                                        "reads, where there is libheif with libde265",
                                        r -> formats(with(r.reads(), VipsEngine.READS_WHERE_LIBHEIF_IS))),
                                row(
                                        "reads, where `originals.svg` says so",
                                        r -> formats(with(r.reads(), VipsEngine.READS_WHERE_SET))),
                                row("writes", r -> formats(r.writes()))),
                        Stream.concat(
                                EngineCapabilities.all().stream()
                                        .filter(not(EngineTableTest::everyEngineHas))
                                        .map(c -> row(c.noun(), r -> r.lacks().contains(c) ? "no" : "yes")),
                                Stream.of(row("every other option", r -> "yes"))))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("docs/engines.md")))
                .as("the table of engines; it should read\n%s", table)
                .contains(table);
    }

    private static boolean everyEngineHas(Capability capability) {
        return ENGINES.stream().noneMatch(engine -> engine.lacks().contains(capability));
    }

    private static String row(String what, Function<EngineCapabilities, String> cell) {
        return "| " + what + " | " + ENGINES.stream().map(cell).collect(Collectors.joining(" | ")) + " |";
    }

    private static Set<ImageFormat> with(Set<ImageFormat> formats, Set<ImageFormat> some) {
        return formats.stream().filter(some::contains).collect(Collectors.toSet());
    }

    private static Set<ImageFormat> without(Set<ImageFormat> formats, Set<ImageFormat> some) {
        return formats.stream().filter(not(some::contains)).collect(Collectors.toSet());
    }

    private static String formats(Set<ImageFormat> formats) {
        return formats.isEmpty()
                ? "none"
                : formats.stream().sorted().map(ImageFormat::toString).collect(Collectors.joining(", "));
    }
}
