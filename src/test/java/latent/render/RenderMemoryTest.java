package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
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
        ImageHeader header =
                new ImageHeader(ImageFormat.JPEG, new PixelSize(8688, 5792), Orientation.TOP_LEFT, 1, false);
        assertThat(RenderMemory.estimate(header, WantedRendition.box(2217, 0).transformation()))
                .isBetween(308_000_000L, 400_000_000L);
        assertThat(RenderMemory.estimate(
                        header, WantedRendition.box(600, 400).trim(10).transformation()))
                .isBetween(377_000_000L, 500_000_000L);
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
