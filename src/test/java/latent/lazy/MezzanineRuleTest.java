package latent.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Transformation;
import latent.kit.TestKeys;
import latent.render.Geometry;
import latent.render.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MezzanineRuleTest {
    private static final PixelSize PHOTOGRAPH = new PixelSize(4000, 3000);

    @ParameterizedTest
    @CsvSource({
        // of an original of 4000x3000, whose mezzanine is 2048x1536
        "a_320_0.jpg, 320x240_force.jpg",
        "a_0_320.jpg.webp, 427x320_force.webp",
        "a_1024_0.jpg, 1024x768_force.jpg",
        "a_1025_0.jpg, original",
        "a_512_0_dpr-2.jpg, 1024x768_force.jpg",
        "a_512_0_dpr-3.jpg, original",
        "a_300_300_fill.jpg, 300x300_force_c-1536-1536-256-0.jpg",
        "a_300_300_fill_g-we.jpg, 300x300_force_c-1536-1536-0-0.jpg",
        "a_300_300_fill_g-0-100.jpg, 300x300_force_c-1536-1536-0-0.jpg",
        "a_900_900_fill.jpg, original",
        "a_300_300_force.jpg, 300x300_force.jpg",
        "a_400_300_pad.jpg, 400x300_force.jpg",
        "a_300_300_pad.jpg, original",
        "a_300_0_c-2000-1000-100-50.jpg, 300x150_force_c-1024-512-51-26.jpg",
        "a_300_0_c-1000-1000-100-50.jpg, original",
        "a_300_0_up_c-100-100-0-0.jpg, original",
        "a_300_0_r-90.jpg, 300x400_force_r-90.jpg",
        "a_300_150_fill_flip-h.jpg, 300x150_force_c-2048-1024-0-256_flip-h.jpg",
        "a_300_0_sharpen-2_gray_q-50.jpg, keeps its options",
        "a_300_0_q-auto_max-20000.jpg, keeps its options",
        "a_300_300_fill_g-sm.jpg, original",
        "a_300_0_trim-10.jpg, original",
        "a_300_0_keep-copyright.jpg, original",
        "a_300_0_keep-icc.jpg, original",
    })
    void a_rendition_begins_with_the_mezzanine_where_that_has_twice_the_pixels_of_the_part(String key, String way) {
        Optional<Transformation> found = MezzanineRule.onMezzanine(
                header(PHOTOGRAPH, Orientation.TOP_LEFT), new PixelSize(2048, 1536), asked(key));
        if (way.startsWith("keeps")) {
            assertThat(found.orElseThrow().options()).containsAll(asked(key).options());
        } else {
            assertThat(found.map(Transformation::print).orElse("original")).isEqualTo(printed(way));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JPEG, 4000, 3000, true",
        "JPEG, 3072, 10, true",
        "JPEG, 10, 3072, true",
        "JPEG, 3071, 3071, false",
        "PNG, 8000, 6000, false",
        "WEBP, 8000, 6000, false",
        "HEIC, 8000, 6000, false",
        "TIFF, 8000, 6000, false",
        "SVG, 8000, 6000, false",
    })
    void large_jpegs_are_worth_one(ImageFormat format, int width, int height, boolean worth) {
        ImageHeader header = new ImageHeader(format, new PixelSize(width, height), Orientation.TOP_LEFT, 1, false);
        assertThat(MezzanineRule.isWorthOne(header)).isEqualTo(worth);
    }

    @Test
    void sizes_are_those_of_the_original_and_parts_lie_where_they_lay() {
        Random random = new Random(5);
        int begun = 0;
        for (int i = 0; i < 20_000; i++) {
            PixelSize stored = new PixelSize(3072 + random.nextInt(6000), 1000 + random.nextInt(8000));
            ImageHeader original = header(stored, Orientation.ofExif(1 + random.nextInt(8)));
            PixelSize upright = original.upright();
            PixelSize mezzanine = Geometry.layout(upright, MezzanineRule.MAKING).scaled();
            Transformation asked = asked(List.of(
                            "a_%d_0.jpg",
                            "a_0_%d.jpg",
                            "a_%d_90_fill_g-ne.jpg",
                            "a_%d_70_r-90.jpg",
                            "a_%d_90_fill_r-270.jpg",
                            "a_%d_90_force_flip-v.jpg",
                            "a_%d_0_c-2000-2500-300-200.jpg")
                    .get(random.nextInt(7))
                    .formatted(1 + random.nextInt(1024)));
            Optional<Transformation> found = MezzanineRule.onMezzanine(original, mezzanine, asked);
            if (found.isPresent()) {
                begun++;
                Layout wanted = Geometry.layout(upright, asked);
                Layout made = Geometry.layout(mezzanine, found.get());
                String where = asked.print() + " of " + upright + " by " + mezzanine;
                assertThat(made.canvas()).as(where).isEqualTo(wanted.canvas());
                assertThat(made.fills()).as(where).isTrue();
                double scale = (double) mezzanine.width() / upright.width();
                assertThat(made.source().left() - wanted.source().left() * scale)
                        .as(where)
                        .isBetween(-1.0, 1.0);
                double down = (double) mezzanine.height() / upright.height();
                assertThat(made.source().top() - wanted.source().top() * down)
                        .as(where)
                        .isBetween(-1.0, 1.0);
                assertThat(made.source().width() - wanted.source().width() * scale)
                        .as(where)
                        .isBetween(-1.5, 1.5);
                assertThat(Transformation.parse(found.get().print())).isEqualTo(found.get());
            }
        }
        assertThat(begun).isGreaterThan(10_000);
    }

    private static ImageHeader header(PixelSize stored, Orientation orientation) {
        return new ImageHeader(ImageFormat.JPEG, stored, orientation, 1, false);
    }

    private static Transformation asked(String key) {
        return TestKeys.GRAMMAR.parse(key).transformation();
    }

    /** Options in their one order. */
    private static String printed(String way) {
        return way.equals("original")
                ? way
                : TestKeys.GRAMMAR.parse("a-" + way).transformation().print();
    }
}
