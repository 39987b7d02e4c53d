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
import latent.image.ImageFormat;
import latent.kit.BesideOtherClasses;
import latent.kit.Chromium;
import latent.pictures.AvifFiles;
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

    /** A window that is lower shows less than it is asked for. */
    private static final int ROOM_BELOW = 600;

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

    @Test
    void an_avif_whose_colours_stand_in_the_bitstream_alone_looks_as_in_chromium(@TempDir Path data) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int[] points : new int[][] {{1, 13}, {2, 2}, {12, 13}, {9, 14}, {1, 8}, {1, 4}}) {
            files.put(points[0] + " " + points[1], AvifFiles.coded(points[0], points[1]));
        }
        files.put("PQ there, and a property that knows nothing", AvifFiles.coded(AvifFiles.of(2, 2), 9, 16));
        compareOnReadersOfAvif(files, ALL, data);
        compareOnReadersOfAvif(
                Map.of("PQ", AvifFiles.coded(9, 16), "HLG", AvifFiles.coded(9, 18)), ColourBars.GRAYS, data);
    }

    private static void compareOnReadersOfAvif(Map<String, byte[]> files, List<Integer> bars, Path data)
            throws Exception {
        compare(
                TestedEngines.all()
                        .filter(engine -> engine.capabilities().reads().contains(ImageFormat.AVIF))
                        .toList(),
                files,
                bars,
                3,
                data);
    }

    private static void compare(Map<String, byte[]> files, List<Integer> bars, int tolerance, Path data)
            throws Exception {
        compare(TestedEngines.all().toList(), files, bars, tolerance, data);
    }

    private static void compare(
            List<Engine> engines, Map<String, byte[]> files, List<Integer> bars, int tolerance, Path data)
            throws Exception {
        Map<String, List<int[]>> wanted = inChromium(files, data);
        SoftAssertions all = new SoftAssertions();
        for (Engine engine : engines) {
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
            page.append("<img decoding=sync style='position:absolute;left:0;top:%dpx' src='%d.png'>"
                    .formatted(BAR_HEIGHT * i, i));
        }
        Path html = Files.writeString(data.resolve("page.html"), page);
        BufferedImage shot = chromium.screenshot(html.toUri().toString(), 128, BAR_HEIGHT * names.size() + ROOM_BELOW);
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
