package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Fit;
import latent.key.Flip;
import latent.key.Gravity;
import latent.key.Gravity.Compass;
import latent.key.Rotation;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeometryTest {
    static Stream<Arguments> table() {
        return Stream.of(
                // upright picture, wish, canvas, part of the original, place on the canvas
                line("4000x3000", WantedRendition.box(600, 400), "533x400", "0,0 4000x3000", "0,0"),
                line("4000x3000", WantedRendition.box(600, 0), "600x450", "0,0 4000x3000", "0,0"),
                line("4000x3000", WantedRendition.box(0, 400), "533x400", "0,0 4000x3000", "0,0"),
                line("40x30", WantedRendition.box(600, 400), "40x30", "0,0 40x30", "0,0"),
                line("40x30", WantedRendition.box(600, 400).enlarged(), "533x400", "0,0 40x30", "0,0"),
                line("4000x3000", WantedRendition.box(300, 200).dpr(2), "533x400", "0,0 4000x3000", "0,0"),
                line("9000x3", WantedRendition.box(100, 100), "100x1", "0,0 9000x3", "0,0"),
                // A box may be larger than any rendition; what counts is what comes out.
                line("4000x3000", WantedRendition.box(20_000, 400), "533x400", "0,0 4000x3000", "0,0"),
                line("400x300", WantedRendition.box(9000, 9000), "400x300", "0,0 400x300", "0,0"),
                line("16000x1", WantedRendition.box(0, 400), "16000x1", "0,0 16000x1", "0,0"),
                line("400x300", WantedRendition.box(9000, 9000).fit(Fit.FILL), "300x300", "50,0 300x300", "0,0"),
                line("400x300", WantedRendition.box(9000, 9000).fit(Fit.FORCE), "400x300", "0,0 400x300", "0,0"),
                line("4000x3000", WantedRendition.box(600, 400).fit(Fit.FILL), "600x400", "0,167 4000x2667", "0,0"),
                line("4000x3000", WantedRendition.box(100, 400).fit(Fit.FILL), "100x400", "1625,0 750x3000", "0,0"),
                line("40x30", WantedRendition.box(600, 400).fit(Fit.FILL), "40x27", "0,2 40x27", "0,0"),
                line("40x30", WantedRendition.box(20, 400).fit(Fit.FILL), "2x30", "19,0 2x30", "0,0"),
                line("400x300", WantedRendition.box(500, 0).fit(Fit.FILL), "400x300", "0,0 400x300", "0,0"),
                line("4000x3000", WantedRendition.box(600, 400).fit(Fit.PAD), "600x400", "0,0 4000x3000", "34,0"),
                line("40x30", WantedRendition.box(60, 60).fit(Fit.PAD), "60x60", "0,0 40x30", "10,15"),
                line(
                        "40x30",
                        WantedRendition.box(60, 60).fit(Fit.PAD).gravity(Compass.SOUTH_EAST),
                        "60x60",
                        "0,0 40x30",
                        "20,30"),
                line("4000x3000", WantedRendition.box(600, 400).fit(Fit.FORCE), "600x400", "0,0 4000x3000", "0,0"),
                line("40x3000", WantedRendition.box(600, 400).fit(Fit.FORCE), "40x400", "0,0 40x3000", "0,0"),
                line("40x30", WantedRendition.box(60, 40).fit(Fit.FORCE).enlarged(), "60x40", "0,0 40x30", "0,0"),
                line(
                        "400x300",
                        WantedRendition.box(100, 300).fit(Fit.FILL).gravity(Compass.WEST),
                        "100x300",
                        "0,0 100x300",
                        "0,0"),
                line(
                        "400x300",
                        WantedRendition.box(100, 300).fit(Fit.FILL).gravity(Compass.EAST),
                        "100x300",
                        "300,0 100x300",
                        "0,0"),
                line(
                        "400x300",
                        WantedRendition.box(100, 300).fit(Fit.FILL).gravity(new Gravity.FocalPoint(50, 0)),
                        "100x300",
                        "150,0 100x300",
                        "0,0"),
                line(
                        "400x300",
                        WantedRendition.box(100, 300).fit(Fit.FILL).gravity(new Gravity.FocalPoint(80, 0)),
                        "100x300",
                        "270,0 100x300",
                        "0,0"),
                line("400x300", WantedRendition.box(50, 50).crop(100, 50, 20, 10), "50x25", "20,10 100x50", "0,0"),
                line(
                        "400x300",
                        WantedRendition.box(50, 50).crop(900, 900, 300, 200),
                        "50x50",
                        "300,200 100x100",
                        "0,0"),
                line("400x300", WantedRendition.box(40, 40).rotated(Rotation.QUARTER), "30x40", "0,0 400x300", "0,0"),
                // North is where the rendition's top is, which a quarter turn has made of the left.
                line(
                        "400x300",
                        WantedRendition.box(300, 100)
                                .fit(Fit.FILL)
                                .gravity(Compass.NORTH)
                                .rotated(Rotation.QUARTER),
                        "300x100",
                        "0,0 100x300",
                        "0,0"),
                line(
                        "400x300",
                        WantedRendition.box(100, 300)
                                .fit(Fit.FILL)
                                .gravity(Compass.WEST)
                                .flipped(Flip.HORIZONTAL),
                        "100x300",
                        "300,0 100x300",
                        "0,0"),
                // A focal point belongs to the original, wherever it turns to.
                line(
                        "400x300",
                        WantedRendition.box(300, 100)
                                .fit(Fit.FILL)
                                .gravity(new Gravity.FocalPoint(80, 0))
                                .rotated(Rotation.QUARTER),
                        "300x100",
                        "270,0 100x300",
                        "0,0"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("table")
    void a_layout_is_what_the_table_says(
            String upright, WantedRendition wish, String canvas, String source, String place) {
        Layout layout = Geometry.layout(size(upright), wish.transformation());
        PixelRect part = layout.source();
        assertThat(layout.canvas()).hasToString(canvas);
        assertThat(part.left() + "," + part.top() + " " + part.size()).isEqualTo(source);
        assertThat(layout.left() + "," + layout.top()).isEqualTo(place);
    }

    @Test
    void a_crop_box_outside_the_picture_is_refused() {
        assertThatThrownBy(() -> Geometry.layout(
                        size("400x300"),
                        WantedRendition.box(50, 50).crop(10, 10, 400, 0).transformation()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.NOT_A_RENDITION));
    }

    @Test
    void a_free_side_cannot_make_a_rendition_of_any_size() {
        assertThatThrownBy(() -> Geometry.layout(
                        size("1x16000"), WantedRendition.box(1000, 0).enlarged().transformation()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource({"WEBP, 16383", "AVIF, 16384", "JPEG, 65500", "GIF, 65535"})
    void no_side_is_longer_than_its_format_has_it(ImageFormat format, int longest) {
        WantedRendition wish = WantedRendition.box(0, 10).as(format);
        assertThat(Geometry.layout(new PixelSize(longest, 2), wish.transformation())
                        .canvas())
                .isEqualTo(new PixelSize(longest, 2));
        assertThatThrownBy(() -> Geometry.layout(new PixelSize(longest + 1, 2), wish.transformation()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no side of a " + format + " picture is longer than " + longest + " pixels");
        PixelSize longer = new PixelSize(1_000_000, 2);
        assertThat(Geometry.layout(longer, wish.as(ImageFormat.PNG).transformation())
                        .canvas())
                .isEqualTo(longer);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIT", "FILL", "FORCE", "PAD"})
    void a_rendition_of_more_than_50_megapixels_is_refused(Fit fit) {
        assertThatThrownBy(() -> Geometry.layout(
                        size("4000x4000"),
                        WantedRendition.box(8000, 8000).fit(fit).enlarged().transformation()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Property(tries = 3000)
    void every_layout_lies_inside_its_picture_and_fits_its_box(
            @ForAll @IntRange(min = 1, max = 5000) int width,
            @ForAll @IntRange(min = 1, max = 5000) int height,
            @ForAll @IntRange(max = 2000) int boxWidth,
            @ForAll @IntRange(min = 1, max = 2000) int boxHeight,
            @ForAll Fit fit,
            @ForAll Compass gravity,
            @ForAll Rotation rotation,
            @ForAll boolean enlarge) {
        WantedRendition wish = WantedRendition.box(boxWidth, boxHeight)
                .fit(fit)
                .gravity(gravity)
                .rotated(rotation);
        PixelSize upright = new PixelSize(width, height);
        Layout layout;
        try {
            layout = Geometry.layout(upright, (enlarge ? wish.enlarged() : wish).transformation());
        } catch (Refusal tooLarge) {
            assertThat(tooLarge.reason()).isEqualTo(Reason.TOO_LARGE);
            return;
        }
        PixelRect source = layout.source();
        assertThat(source.left() + source.width()).isLessThanOrEqualTo(width);
        assertThat(source.top() + source.height()).isLessThanOrEqualTo(height);
        boolean onItsSide = rotation == Rotation.QUARTER || rotation == Rotation.THREE_QUARTERS;
        PixelSize turned = onItsSide ? upright.transposed() : upright;
        if (!enlarge) {
            assertThat(layout.scaled().width()).isLessThanOrEqualTo(turned.width());
            assertThat(layout.scaled().height()).isLessThanOrEqualTo(turned.height());
        }
        assertThat(layout.canvas().height()).isLessThanOrEqualTo(boxHeight);
        if (boxWidth > 0) {
            assertThat(layout.canvas().width()).isLessThanOrEqualTo(boxWidth);
            if (fit == Fit.PAD) {
                assertThat(layout.canvas()).isEqualTo(new PixelSize(boxWidth, boxHeight));
            }
        }
    }

    private static Arguments line(String upright, WantedRendition wish, String canvas, String source, String place) {
        return Arguments.of(upright, wish, canvas, source, place);
    }

    private static PixelSize size(String text) {
        String[] sides = text.split("x", 2);
        return new PixelSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}
