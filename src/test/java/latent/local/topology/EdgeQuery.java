package latent.local.topology;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.DevicePixelRatio;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.Quality;
import latent.key.RequestedSize;
import latent.key.Spelling;
import latent.key.Transformation;
import latent.refusal.Refusal;

/** {@code /dir/a.jpg?w=600&…}: what is asked for, empty where nothing is said. */
record EdgeQuery(String path, String w, String h, String fit, String g, String dpr, String q, String format) {
    /** Every extension that there is, most often none. */
    private static final List<String> FORMATS = Stream.of(
                    Collections.nCopies(15, "").stream(),
                    Stream.of("auto", "auto", "exe"),
                    Stream.of(ImageFormat.values()).flatMap(format -> format.extensions().stream()))
            .flatMap(formats -> formats)
            .toList();

    static EdgeQuery any(EdgeKeys random) {
        List<String> sides = List.of("", "0", "1", "600", "600", "400", "4096", "5000");
        return new EdgeQuery(
                random.pick(List.of(
                        "a.jpg", "dir/a.JPEG", "a_600_400_Fill.png", "a-60x40.b.tif", "a_p-Card.svg", "a.jpg.webp")),
                random.pick(sides),
                random.pick(sides),
                random.pick(List.of("", "", "fit", "fill", "fill", "pad", "force")),
                random.pick(List.of("", "", "no", "sw", "sm", "30-70")),
                random.pick(List.of("", "", "1", "2", "4")),
                random.pick(List.of("", "", "1", "80", "100", "auto")),
                random.pick(FORMATS));
    }

    String text() {
        return Stream.of("format=" + format, "w=" + w, "q=" + q, "h=" + h, "fit=" + fit, "g=" + g, "dpr=" + dpr)
                .filter(parameter -> !parameter.endsWith("="))
                .collect(Collectors.joining("&"));
    }

    /** By the processor's own printer; empty where it refuses. */
    Optional<String> written(KeyGrammar grammar) {
        int width = w.isEmpty() ? 0 : Integer.parseInt(w);
        int height = h.isEmpty() ? 0 : Integer.parseInt(h);
        boolean unknown = !List.of("", "auto").contains(format)
                && ImageFormat.ofExtension(format).isEmpty();
        if (unknown || (width == 0 && height == 0)) {
            return Optional.empty();
        }
        ImageFormat own = ImageFormat.ofOriginalExtension(path.substring(path.lastIndexOf('.') + 1))
                .orElseThrow();
        Transformation transformation = Transformation.of(
                new RequestedSize(width, height),
                ImageFormat.ofExtension(format).orElse(own),
                fit.isEmpty() ? Fit.FIT : Fit.valueOf(fit.toUpperCase(Locale.ROOT)),
                gravity(),
                new DevicePixelRatio(dpr.isEmpty() ? 1 : Integer.parseInt(dpr)),
                quality());
        try {
            return Optional.of(grammar.spell(new OriginalKey(path), new Spelling.Underscore(), transformation)
                    .value());
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private Quality quality() {
        return switch (q) {
            case "" -> new Quality.Default();
            case "auto" -> new Quality.Auto();
            default -> new Quality.Fixed(Integer.parseInt(q));
        };
    }

    private Gravity gravity() {
        return switch (g) {
            case "no" -> Gravity.Compass.NORTH;
            case "sw" -> Gravity.Compass.SOUTH_WEST;
            case "sm" -> new Gravity.Smart();
            case "30-70" -> new Gravity.FocalPoint(30, 70);
            default -> Gravity.Compass.CENTRE;
        };
    }
}
