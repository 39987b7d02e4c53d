package latent.render.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.KeyGrammar;
import latent.key.Transformation;
import latent.kit.TestKeys;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostModelTest {
    private static final KeyGrammar GRAMMAR = TestKeys.GRAMMAR;
    private static final ImageHeader PHOTOGRAPH = header(ImageFormat.JPEG, 6000, 4000, 1);
    private static final ImageHeader ANIMATION = header(ImageFormat.GIF, 320, 240, 19);
    private static final CostLimit LIMIT = new CostLimit(MeasuredCosts.VIPS, Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({
        "x_800_0.jpg, x_800_0.jpg.avif",
        "x_800_0.jpg, x_800_0.jpg.gif",
        "x_800_0.jpg, x_1600_0.jpg",
        "x_800_0.jpg, x_800_0_trim-10.jpg",
        "x_800_800_fill.jpg, x_800_800_fill_g-sm.jpg",
        "x_800_0.jpg, x_800_0_r-90.jpg",
        "x_800_0_blur-5.jpg, x_800_0_blur-500.jpg",
        "x_800_0.jpg, x_800_0_sharpen-10.jpg",
        "x_800_0.jpg, x_800_0_wm-logo.jpg",
        "x_800_0.jpg.webp, x_800_0_q-auto.jpg.webp",
        "x_800_0.jpg.webp, x_800_0_max-2000.jpg.webp",
        "x_800_0.jpg.png, x_800_0_q-80.jpg.png",
    })
    void whatever_makes_more_work_costs_more(String less, String more) {
        assertThat(cost(PHOTOGRAPH, more)).isGreaterThan(cost(PHOTOGRAPH, less));
    }

    @Test
    void frames_cost_where_they_are_rendered_and_nowhere_else() {
        ImageHeader still = header(ImageFormat.GIF, 320, 240, 1);
        assertThat(cost(ANIMATION, "x_320_0.gif")).isGreaterThan(10 * cost(still, "x_320_0.gif"));
        assertThat(cost(ANIMATION, "x_320_0.gif.jpg")).isEqualTo(cost(still, "x_320_0.gif.jpg"));
        Transformation gif = transformation("x_320_0.gif.png");
        assertThat(MeasuredCosts.IMGSCALR.of(ANIMATION, 1_000_000, gif))
                .isEqualTo(MeasuredCosts.IMGSCALR.of(still, 1_000_000, gif));
    }

    @Test
    void an_enlargement_costs_by_what_it_writes_and_an_original_by_what_is_read() {
        ImageHeader small = header(ImageFormat.JPEG, 100, 100, 1);
        assertThat(cost(small, "x_2000_0_up.jpg")).isGreaterThan(5 * cost(small, "x_2000_0.jpg"));
        assertThat(cost(PHOTOGRAPH, "x_100_0.jpg")).isGreaterThan(5 * cost(small, "x_100_0.jpg"));
    }

    @Test
    void an_ordinary_rendition_of_a_photograph_costs_about_its_pixels() {
        ImageHeader progressive =
                new ImageHeader(ImageFormat.JPEG, new PixelSize(6000, 4000), Orientation.TOP_LEFT, 1, true);
        Transformation small = transformation("x_600_400.jpg");
        assertThat(MeasuredCosts.VIPS.of(progressive, 6_000_000, small).photographPixels())
                .isBetween(12_000_000L, 40_000_000L);
        assertThat(MeasuredCosts.VIPS.of(PHOTOGRAPH, 6_000_000, small).photographPixels())
                .isBetween(4_000_000L, 24_000_000L);
    }

    /** The portable engine computes a progressive file once for each of its scans. */
    @Test
    void the_portable_engine_costs_some_times_as_much() {
        ImageHeader progressive =
                new ImageHeader(ImageFormat.JPEG, new PixelSize(6000, 4000), Orientation.TOP_LEFT, 1, true);
        Transformation small = transformation("x_600_400.jpg");
        assertThat(MeasuredCosts.IMGSCALR.of(progressive, 6_000_000, small).photographPixels())
                .isBetween(40_000_000L, 200_000_000L);
        assertThat(MeasuredCosts.IMGSCALR.of(PHOTOGRAPH, 6_000_000, small).photographPixels())
                .isBetween(4_000_000L, 60_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x_2000_0.jpg.avif",
                "x_2000_0.jpg",
                "x_1600_0_q-auto.jpg.webp",
                "x_2000_0.jpg.png",
                "x_800_0.jpg.gif"
            })
    void what_pages_ask_for_passes(String key) {
        assertThat(LIMIT.admit(PHOTOGRAPH, 6_000_000, transformation(key)).cpuSeconds())
                .isLessThan(5);
    }

    @Test
    void what_would_run_into_the_deadline_is_refused_with_what_to_ask_for_instead() {
        ImageHeader animation = header(ImageFormat.WEBP, 320, 240, 50);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> LIMIT.admit(animation, 1_000_000, transformation("x_2000_0_up.webp")))
                .withMessageMatching("This rendition would take about \\d+ s to make, and at most 10 s are allowed:"
                        + " ask for a smaller size, less blur, or a format that is written faster, such as .jpg.")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.OVER_MAX_COST));
    }

    @Test
    void the_table_of_measurements_is_predicted_within_a_factor_of_three() throws Exception {
        List<String[]> lines = Files.readAllLines(Path.of("bench/cost.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
        for (String engine : List.of("vips", "imgscalr")) {
            CostModel model = engine.equals("vips") ? MeasuredCosts.VIPS : MeasuredCosts.IMGSCALR;
            List<String[]> own =
                    lines.stream().filter(cell -> cell[0].equals(engine)).toList();
            long within = own.stream().filter(cell -> within(model, cell)).count();
            assertThat(own).hasSizeGreaterThan(200);
            assertThat(within).as(engine + " of " + own.size()).isGreaterThanOrEqualTo(own.size() * 94L / 100);
        }
    }

    private static boolean within(CostModel model, String[] cell) {
        ImageHeader header = new ImageHeader(
                ImageFormat.valueOf(cell[1]),
                new PixelSize(Integer.parseInt(cell[2]), Integer.parseInt(cell[3])),
                Orientation.valueOf(cell[4]),
                Integer.parseInt(cell[5]),
                Boolean.parseBoolean(cell[6]));
        double estimated = floor(model.of(header, Long.parseLong(cell[7]), transformation(cell[8]))
                .cpuSeconds());
        double took = floor(Double.parseDouble(cell[9]));
        return Math.max(estimated / took, took / estimated) <= 3;
    }

    private static double floor(double seconds) {
        return Math.max(MeasuredCosts.FLOOR_SECONDS, seconds);
    }

    private static double cost(ImageHeader header, String key) {
        return MeasuredCosts.VIPS.of(header, 1_000_000, transformation(key)).cpuSeconds();
    }

    private static Transformation transformation(String key) {
        return GRAMMAR.parse(key).transformation();
    }

    private static ImageHeader header(ImageFormat format, int width, int height, int frames) {
        return new ImageHeader(format, new PixelSize(width, height), Orientation.TOP_LEFT, frames, false);
    }
}
