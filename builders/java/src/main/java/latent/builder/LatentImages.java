package latent.builder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Blur;
import latent.key.CropBox;
import latent.key.Fit;
import latent.key.Flip;
import latent.key.Gravity;
import latent.key.Option;
import latent.key.PercentEncoding;
import latent.key.Rotation;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * URLs and markup of the renditions of one deployment. Immutable, and for any number of threads. Every method throws {@link Refusal}, with the server's
 * sentence, for what the server would refuse.
 *
 * @param base the images host, as {@code https://images.example.com}
 */
public record LatentImages(String base, LatentKeys keys) {
    private static final int PLACEHOLDER_WIDTH = 24;
    /** Kept by a placeholder, because they make the shape. */
    private static final List<Class<? extends Option>> OF_THE_SHAPE =
            List.of(Fit.class, Gravity.class, CropBox.class, Rotation.class, Flip.class);
    /** What every browser shows. */
    private static final List<ImageFormat> SHOWN_EVERYWHERE =
            List.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.GIF);

    public LatentImages {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** For a deployment in which nobody has set anything else. */
    public static LatentImages at(String base) {
        return new LatentImages(base, LatentKeys.DEFAULT);
    }

    /** The key of one rendition. */
    public String key(String original, RenditionSpec spec) {
        return keys.key(original, spec);
    }

    /** The address of one rendition. */
    public String url(String original, RenditionSpec spec) {
        return base + "/" + PercentEncoding.ofPath(key(original, spec));
    }

    /** {@code … 320w, … 640w}: one shape in several widths; a preset in its one size. */
    public String srcset(String original, RenditionSpec spec, MarkupOptions options) {
        if (spec.preset().isPresent()) {
            return url(original, spec);
        }
        ResponsiveWidths widths = widths(options);
        return widths.of(spec, options.widths())
                .map(step -> url(original, step) + " " + widths.widthOf(step) + "w")
                .collect(Collectors.joining(", "));
    }

    /** {@code … 1x, … 2x}: one size for screens of several densities. */
    public String densities(String original, RenditionSpec spec, MarkupOptions options) {
        return widths(options)
                .densities(spec, options.densities())
                .map(density -> url(original, spec.withDensity(density)) + " " + density + "x")
                .collect(Collectors.joining(", "));
    }

    /** An {@code <img>} with a {@code srcset}, in one format. */
    public String img(String original, RenditionSpec spec, MarkupOptions options) {
        RenditionSpec plain = spec.as(spec.format().orElseGet(() -> lastResort(original)));
        HtmlAttributes attributes = new HtmlAttributes()
                .add("src", url(original, plain))
                .add("srcset", srcset(original, plain, options))
                .add("sizes", options.sizes())
                .addSide("width", spec.width())
                .addSide("height", spec.height())
                .add("alt", options.alt())
                .add("loading", options.lazy() ? "lazy" : "eager")
                .add("decoding", "async");
        if (options.placeholder()) {
            attributes.add(
                    "style", "background: url(\"" + placeholder(original, spec) + "\") center / cover no-repeat");
        }
        return "<img " + attributes + ">";
    }

    /** A {@code <picture>} with a source for each format, best first, and an {@code <img>} in one that everything shows. */
    public String picture(String original, RenditionSpec spec, MarkupOptions options) {
        String sources = options.formats().stream()
                .map(format -> new HtmlAttributes()
                        .add("type", format.mediaType())
                        .add("srcset", srcset(original, spec.as(format), options))
                        .add("sizes", options.sizes()))
                .map(attributes -> "  <source " + attributes + ">\n")
                .collect(Collectors.joining());
        return "<picture>\n" + sources + "  " + img(original, spec.as(lastResort(original)), options) + "\n</picture>";
    }

    /** The value of CSS {@code image-set()}, best format first, each in several densities. */
    public String imageSet(String original, RenditionSpec spec, MarkupOptions options) {
        List<Integer> densities =
                widths(options).densities(spec, options.densities()).toList();
        return Stream.concat(options.formats().stream(), Stream.of(lastResort(original)))
                .flatMap(format -> densities.stream()
                        .map(density ->
                                "  url(\"" + url(original, spec.as(format).withDensity(density)) + "\") type(\""
                                        + format.mediaType() + "\") " + density + "x"))
                .collect(Collectors.joining(",\n", "image-set(\n", "\n)"));
    }

    /** The address of a tiny, blurred rendition of the same shape, to stand in the picture's place until it has come. */
    public String placeholder(String original, RenditionSpec spec) {
        if (spec.preset().isPresent()) {
            throw new Refusal(
                    Reason.MALFORMED_KEY,
                    "A preset has one size, and a placeholder is another: give its shape instead.");
        }
        List<Option> shape = spec.options().stream()
                .filter(option -> OF_THE_SHAPE.stream().anyMatch(type -> type.isInstance(option)))
                .toList();
        RenditionSpec tiny =
                new RenditionSpec(spec.width(), spec.height(), spec.preset(), shape, Optional.of(lastResort(original)));
        return url(original, tiny.scaledTo(PLACEHOLDER_WIDTH).with(new Blur(10)));
    }

    private ResponsiveWidths widths(MarkupOptions options) {
        return new ResponsiveWidths(keys.rules().maxSide(), options.originalSize());
    }

    /** The original's own format where everything shows it; of a drawing the one that keeps it transparent. */
    private static ImageFormat lastResort(String original) {
        ImageFormat own = LatentKeys.formatOf(original);
        if (SHOWN_EVERYWHERE.contains(own)) {
            return own;
        }
        return own.isVector() ? ImageFormat.PNG : ImageFormat.JPEG;
    }
}
