package latent.builder;

import java.util.List;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.PixelSize;

/**
 * What elements are made of beside the picture itself; each method returns another.
 *
 * @param widths       of a {@code srcset}, in device pixels
 * @param originalSize of the upright original, turned as the rendition is, so that no width is promised that no rendition has
 * @param sizes        the attribute of that name
 * @param alt          the text for who does not see the picture
 * @param lazy         whether browsers load it when it comes into view
 * @param placeholder  whether a tiny, blurred rendition stands behind it until it has come
 * @param formats      of a {@code <picture>} or an {@code image-set()}, best first
 * @param densities    of an {@code image-set()} or a {@code srcset} of one size
 */
public record MarkupOptions(
        List<Integer> widths,
        Optional<PixelSize> originalSize,
        String sizes,
        String alt,
        boolean lazy,
        boolean placeholder,
        List<ImageFormat> formats,
        List<Integer> densities) {
    /** Widths that serve phones to large screens at any density without being many; AVIF and WebP; one and two pixels a CSS pixel. */
    public static final MarkupOptions DEFAULT = new MarkupOptions(
            List.of(320, 640, 960, 1280, 1920, 2560),
            Optional.empty(),
            "100vw",
            "",
            true,
            false,
            List.of(ImageFormat.AVIF, ImageFormat.WEBP),
            List.of(1, 2));

    public MarkupOptions {
        widths = List.copyOf(widths);
        formats = List.copyOf(formats);
        densities = List.copyOf(densities);
        if (widths.isEmpty() || widths.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("Widths are at least one, and each is a pixel or more: " + widths);
        }
        if (densities.isEmpty() || densities.stream().anyMatch(density -> density < 1 || density > 4)) {
            throw new IllegalArgumentException("Densities are at least one, and each is 1 to 4: " + densities);
        }
    }

    public MarkupOptions withWidths(Integer... others) {
        return new MarkupOptions(List.of(others), originalSize, sizes, alt, lazy, placeholder, formats, densities);
    }

    public MarkupOptions withOriginalSize(int width, int height) {
        return new MarkupOptions(
                widths, Optional.of(new PixelSize(width, height)), sizes, alt, lazy, placeholder, formats, densities);
    }

    public MarkupOptions withSizes(String other) {
        return new MarkupOptions(widths, originalSize, other, alt, lazy, placeholder, formats, densities);
    }

    public MarkupOptions withAlt(String other) {
        return new MarkupOptions(widths, originalSize, sizes, other, lazy, placeholder, formats, densities);
    }

    public MarkupOptions eager() {
        return new MarkupOptions(widths, originalSize, sizes, alt, false, placeholder, formats, densities);
    }

    public MarkupOptions withPlaceholder() {
        return new MarkupOptions(widths, originalSize, sizes, alt, lazy, true, formats, densities);
    }

    public MarkupOptions withFormats(ImageFormat... others) {
        return new MarkupOptions(widths, originalSize, sizes, alt, lazy, placeholder, List.of(others), densities);
    }

    public MarkupOptions withDensities(Integer... others) {
        return new MarkupOptions(widths, originalSize, sizes, alt, lazy, placeholder, formats, List.of(others));
    }
}
