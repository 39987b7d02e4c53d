package latent.key;

import java.util.Locale;
import java.util.Optional;

/** How a picture meets its box. None enlarges a picture unless the key says {@code up}. */
public enum Fit implements Option {
    /** Whole picture, inside the box, aspect ratio kept: one side may come out shorter. The default. */
    FIT,
    /** Covers the box, aspect ratio kept; what stands over is cut off. Without {@code up} a small picture fills a smaller box of the same shape. */
    FILL,
    /** Whole picture inside the box, the rest of the box filled with the background: always exactly the box. */
    PAD,
    /** Exactly the box; the aspect ratio is given up. Without {@code up} no side becomes longer than the picture's. */
    FORCE;

    static final OptionKind<Fit> KIND = OptionKind.of(
                    Fit.class,
                    "fill|pad|force",
                    word -> valueOf(word.toUpperCase(Locale.ROOT)),
                    fit -> fit.name().toLowerCase(Locale.ROOT))
            .documented(
                    "fill, pad, force",
                    "How the picture meets the box. `fill` covers it and cuts off what stands over; `pad` shows the whole picture and fills"
                            + " the rest with the background; `force` gives the aspect ratio up. Without it the whole picture is fitted"
                            + " inside the box, and one side may come out shorter.",
                    "",
                    "fill",
                    "fit",
                    "fill_pad");

    @Override
    public boolean isDefault() {
        return this == FIT;
    }

    @Override
    public Optional<String> conflict(Transformation whole) {
        return whole.box().fixed()
                ? Optional.empty()
                : Optional.of("fill, pad and force need both a width and a height.");
    }
}
