package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.pictures.Headers;
import org.junit.jupiter.api.Test;

class RenderMemoryTest {
    private static final PixelSize PHOTOGRAPH = new PixelSize(8000, 6000);

    @Test
    void covers_what_was_measured_on_47_megapixels() {
        assertThat(RenderMemory.estimate(header(ImageFormat.JPEG, true))).isBetween(180_000_000L, 400_000_000L);
        assertThat(RenderMemory.estimate(header(ImageFormat.PNG, true))).isBetween(180_000_000L, 600_000_000L);
    }

    @Test
    void covers_what_was_measured_of_the_portable_engine_on_50_megapixels() {
        ImageHeader header = Headers.still(ImageFormat.JPEG, new PixelSize(8688, 5792));
        assertThat(RenderMemory.estimate(header, WantedRendition.box(2217, 0).transformation()))
                .isBetween(308_000_000L, 400_000_000L);
        assertThat(RenderMemory.estimate(
                        header, WantedRendition.box(600, 400).trim(10).transformation()))
                .isBetween(377_000_000L, 500_000_000L);
    }

    /** {@link RenderMemory} has the figures. */
    @Test
    void covers_what_was_measured_of_long_rows() {
        assertThat(estimate(ImageFormat.PNG, 300_000, 8)).isBetween(730_000_000L, 900_000_000L);
        assertThat(estimate(ImageFormat.PNG, 300_000, 33)).isBetween(1_280_000_000L, 2_200_000_000L);
        assertThat(estimate(ImageFormat.TIFF, 300_000, 300)).isBetween(1_870_000_000L, 2_200_000_000L);
        assertThat(estimate(ImageFormat.PNG, 59_424, 3)).isLessThan(120_000_000);
        assertThat(estimate(ImageFormat.JPEG, 65_500, 100)).isBetween(55_000_000L + 65_500 * 830, 200_000_000L);
        assertThat(estimate(ImageFormat.PNG, 32, 3_000_000)).as("high is cheap").isLessThan(850_000_000);
    }

    @Test
    void covers_what_was_measured_of_avif() {
        assertThat(estimate(ImageFormat.AVIF, 16_384, 6_100)).isBetween(1_740_000_000L, 2_000_000_000L);
    }

    @Test
    void covers_what_was_measured_of_heic() {
        assertThat(heic(4_032, 3_024, false)).isBetween(121_000_000L, 250_000_000L);
        assertThat(heic(8_064, 6_048, false)).isBetween(328_000_000L, 650_000_000L);
        assertThat(heic(10_200, 9_700, false)).isBetween(663_000_000L, 1_200_000_000L);
        assertThat(heic(4_032, 3_024, true)).isBetween(310_000_000L, 450_000_000L);
        assertThat(heic(8_064, 6_048, true)).isBetween(1_024_000_000L, 1_400_000_000L);
        assertThat(heic(10_200, 9_700, true)).isBetween(2_082_000_000L, 2_700_000_000L);
    }

    private static long heic(int width, int height, boolean deep) {
        PixelSize size = new PixelSize(width, height);
        return RenderMemory.estimate(
                new ImageHeader(ImageFormat.HEIC, size, size.pixels(), Orientation.TOP_LEFT, 1, false, deep));
    }

    @Test
    void counts_pixels_as_they_are_coded_and_not_as_they_are_cut() {
        ImageHeader cut = new ImageHeader(
                ImageFormat.AVIF, new PixelSize(10, 10), 16_384L * 6_100, Orientation.TOP_LEFT, 1, false);
        assertThat(RenderMemory.estimate(cut)).isEqualTo(estimate(ImageFormat.AVIF, 16_384, 6_100));
    }

    private static long estimate(ImageFormat format, int width, int height) {
        return RenderMemory.estimate(Headers.still(format, new PixelSize(width, height)));
    }

    @Test
    void a_large_rendition_costs_besides_its_original() {
        ImageHeader header = header(ImageFormat.JPEG, false);
        assertThat(RenderMemory.estimate(header, WantedRendition.box(4000, 4000).transformation()))
                .isGreaterThan(RenderMemory.estimate(
                                header, WantedRendition.box(400, 400).transformation())
                        + 150_000_000);
    }

    private static ImageHeader header(ImageFormat format, boolean interlaced) {
        return new ImageHeader(format, PHOTOGRAPH, Orientation.TOP_LEFT, 1, interlaced);
    }
}
