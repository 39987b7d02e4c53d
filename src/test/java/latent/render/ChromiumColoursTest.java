package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import latent.kit.BesideOtherClasses;
import latent.kit.Chromium;
import latent.pictures.ColourBars;
import latent.pictures.Encoded;
import latent.pictures.TaggedColourBars;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files in a real browser and in the engines. */
@BesideOtherClasses
class ChromiumColoursTest {
    private static final List<Integer> ALL =
            IntStream.range(0, ColourBars.BARS).boxed().toList();

    private static final int BAR_HEIGHT = 16;

    @Test
    void every_engine_shows_png_colours_as_chromium_does(@TempDir Path data) throws Exception {
        Map<String, byte[]> files = TaggedColourBars.ofStandardRange();
        assertThat(ColourBars.text(in(inChromium(files, data), "nothing said")))
                .as("the screenshot of what is shown by its numbers")
                .isEqualTo(ColourBars.text(ColourBars.seen(ColourBars.rgb(), 0)));
        compare(files, ALL, 2, data);
    }

    @Test
    void gray_of_high_dynamic_range_is_as_bright_as_in_chromium(@TempDir Path data) throws Exception {
        compare(TaggedColourBars.ofHighRange(), ColourBars.GRAYS, 3, data);
    }

    private static void compare(Map<String, byte[]> files, List<Integer> bars, int tolerance, Path data)
            throws Exception {
        Map<String, List<int[]>> wanted = inChromium(files, data);
        SoftAssertions all = new SoftAssertions();
        for (Engine engine : TestedEngines.all().toList()) {
            files.forEach((name, file) -> {
                List<int[]> seen = rendered(engine, file);
                all.assertThat(ColourBars.difference(seen, in(wanted, name), bars))
                        .as(
                                "%s by %s: %s, and in Chromium %s",
                                name, engine.name(), ColourBars.text(seen), ColourBars.text(in(wanted, name)))
                        .isLessThanOrEqualTo(tolerance);
            });
        }
        all.assertAll();
    }

    private static List<int[]> rendered(Engine engine, byte[] file) {
        RenderJob job = Row.job(file, WantedRendition.box(128, 16).transformation(), Optional.empty());
        return ColourBars.seen(Encoded.read(engine.render(job)), 0);
    }

    private static Map<String, List<int[]>> inChromium(Map<String, byte[]> files, Path data) throws Exception {
        Chromium chromium = Chromium.orSkip(data);
        StringBuilder page = new StringBuilder("<body style='margin:0'>");
        List<String> names = List.copyOf(files.keySet());
        for (int i = 0; i < names.size(); i++) {
            Files.write(data.resolve(i + ".png"), in(files, names.get(i)));
            page.append("<img style='position:absolute;left:0;top:%dpx' src='%d.png'>".formatted(BAR_HEIGHT * i, i));
        }
        Path html = Files.writeString(data.resolve("page.html"), page);
        BufferedImage shot = chromium.screenshot(html.toUri().toString(), 128, BAR_HEIGHT * names.size() + BAR_HEIGHT);
        Map<String, List<int[]>> seen = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            seen.put(names.get(i), ColourBars.seen(shot, BAR_HEIGHT * i));
        }
        return seen;
    }

    private static <T> T in(Map<String, T> table, String kind) {
        return Objects.requireNonNull(table.get(kind), kind);
    }
}
