package latent.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import latent.image.ImageFormat;
import latent.key.Background;
import latent.key.DevicePixelRatio;
import latent.key.Enlarge;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.KeyGrammar;
import latent.key.Option;
import latent.key.OriginalKey;
import latent.key.Quality;
import latent.key.RenditionKey;
import latent.key.RequestedSize;
import latent.key.Rgb;
import latent.key.Rotation;
import latent.key.Spelling;
import latent.key.Transformation;
import latent.refusal.Refusal;

/** What an old URL asks for, as it is read word by word; what keys have no word for is refused at once. Used by one thread. */
final class OldTransformation {
    private static final int PERCENT = 100;

    private final List<Option> options = new ArrayList<>();
    private int width;
    private int height;
    private Optional<ImageFormat> format = Optional.empty();

    OldTransformation width(String text) {
        width = number("A width", text, 0, Integer.MAX_VALUE);
        return this;
    }

    OldTransformation height(String text) {
        height = number("A height", text, 0, Integer.MAX_VALUE);
        return this;
    }

    OldTransformation add(Option option) {
        options.removeIf(other -> other.kind().equals(option.kind()));
        options.add(option);
        return this;
    }

    /** The fit, for which some services do not ask for both sides: then it is the side that there is. */
    OldTransformation fit(Fit fit, boolean enlarges) {
        if (width > 0 && height > 0) {
            add(fit);
        }
        if (enlarges) {
            add(new Enlarge());
        }
        return this;
    }

    /** Of use where something is cut off. */
    OldTransformation gravity(Gravity gravity) {
        boolean cut = options.contains(Fit.FILL);
        boolean padded = options.contains(Fit.PAD) && gravity instanceof Gravity.Compass;
        return cut || padded ? add(gravity) : this;
    }

    OldTransformation quality(String text) {
        return add(new Quality.Fixed(number("A quality", text, 1, PERCENT)));
    }

    /** In device pixels per CSS pixel. */
    OldTransformation dpr(String text) {
        int factor = number("A pixel ratio", text, 1, 4);
        return factor == 1 ? this : add(new DevicePixelRatio(factor));
    }

    OldTransformation rotation(String text) {
        return switch (text) {
            case "0" -> this;
            case "90" -> add(Rotation.QUARTER);
            case "180" -> add(Rotation.HALF);
            case "270" -> add(Rotation.THREE_QUARTERS);
            default -> throw new NotCovered("Pictures are turned by 90, 180 or 270 degrees, and not by " + text + ".");
        };
    }

    /** RRGGBB or RGB. */
    OldTransformation background(String text) {
        String six = text.matches("[0-9a-fA-F]{3}") ? text.replaceAll("(.)", "$1$1") : text;
        if (!six.matches("[0-9a-fA-F]{6}")) {
            throw new NotCovered("A colour is written in hexadecimal digits, and not as " + text + ".");
        }
        IntFunction<Integer> channel = at -> Integer.parseInt(six.substring(at, at + 2), 16);
        return add(new Background(new Rgb(channel.apply(0), channel.apply(2), channel.apply(4))));
    }

    OldTransformation format(String extension) {
        format = ImageFormat.ofOriginalExtension(extension).filter(ImageFormat::ofRenditions);
        if (format.isEmpty()) {
            throw new NotCovered("No rendition is made as " + extension + ".");
        }
        return this;
    }

    boolean has(Option option) {
        return options.contains(option);
    }

    /** Whole numbers of a range; everything else is refused. */
    static int number(String what, String text, int least, int most) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new NotCovered(what + " is a whole number from " + least + " to "
                    + (most == Integer.MAX_VALUE ? "what keys allow" : most) + ", and not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    /** A part of one as whole per cent. */
    static int percent(String text) {
        if (!text.matches("(0(\\.[0-9]+)?|1(\\.0+)?|\\.[0-9]+)")) {
            throw new NotCovered("A focal point is from 0 to 1, and not " + text + ".");
        }
        return Math.toIntExact(Math.round(Double.parseDouble(text) * PERCENT));
    }

    /**
     * The key of this rendition of an original, signed where keys are.
     *
     * @throws NotCovered when the original has no name here, or a rule forbids the key
     */
    RenditionKey of(String original, KeyGrammar grammar) {
        OriginalKey key = grammar.original(original)
                .orElseThrow(() -> new NotCovered(
                        "There is no picture of this name here: its extension or a character of it is none of keys'."));
        if (width == 0 && height == 0) {
            throw new NotCovered("It names no size; a key has one.");
        }
        ImageFormat own = ImageFormat.ofOriginalExtension(original.substring(original.lastIndexOf('.') + 1))
                .orElseThrow();
        if (format.isEmpty() && !own.ofRenditions()) {
            throw new NotCovered("It names no format, and renditions are not made as " + own.extension() + ".");
        }
        try {
            RequestedSize box = new RequestedSize(width, height);
            return grammar.spell(key, new Spelling.Underscore(), new Transformation(box, options, format.orElse(own)));
        } catch (Refusal refusal) {
            throw new NotCovered(String.valueOf(refusal.getMessage()));
        }
    }

    /** Of the options that are left. */
    static NotCovered unknown(String service, String option) {
        return new NotCovered(service + "'s " + option + " has no counterpart in a key.");
    }
}
