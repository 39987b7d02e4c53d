package latent.key;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latent.image.ImageFormat;

/**
 * All that turns an original into one rendition.
 *
 * @param box     in CSS pixels
 * @param options each at most once, in the one order, without defaults: two lists that mean the same are the same
 * @param format  of the rendition
 */
public record Transformation(RequestedSize box, List<Option> options, ImageFormat format) {
    public Transformation {
        options = options.stream()
                .filter(option -> !option.isDefault())
                .sorted(Comparator.comparingInt(OptionTokens::place))
                .toList();
        for (int i = 1; i < options.size(); i++) {
            if (OptionTokens.place(options.get(i - 1)) == OptionTokens.place(options.get(i))) {
                throw new IllegalArgumentException("an option stands twice in " + options);
            }
        }
    }

    /** A transformation with this box and these options. */
    public static Transformation of(RequestedSize box, ImageFormat format, Option... options) {
        return new Transformation(box, Arrays.asList(options), format);
    }

    /** The value of an option in the key; empty when the key does not have it. */
    public <O extends Option> Optional<O> find(Class<O> type) {
        return options.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** True when the key spells this option. */
    public boolean has(Class<? extends Option> type) {
        return find(type).isPresent();
    }

    public Fit fit() {
        return find(Fit.class).orElse(Fit.FIT);
    }

    public Gravity gravity() {
        return find(Gravity.class).orElse(Gravity.Compass.CENTRE);
    }

    public Quality quality() {
        return find(Quality.class).orElseGet(Quality.Default::new);
    }

    /** The largest file that the key allows, in bytes. */
    public int maxBytes() {
        return find(MaxBytes.class).map(MaxBytes::bytes).orElse(Integer.MAX_VALUE);
    }

    /** In the order in which they are applied. */
    public List<Effect> effects() {
        return options.stream()
                .filter(Effect.class::isInstance)
                .map(Effect.class::cast)
                .toList();
    }

    /** The box in device pixels. */
    public RequestedSize deviceBox() {
        return box.times(
                find(DevicePixelRatio.class).map(DevicePixelRatio::factor).orElse(1));
    }

    /** What an engine must be able to do for this beyond plain sizing, in the order of the options. */
    public List<Capability> needs() {
        return options.stream().flatMap(option -> option.needs(format).stream()).toList();
    }

    /** The same, with this value of its option. */
    public Transformation with(Option option) {
        Stream<Option> others = options.stream().filter(other -> !other.kind().equals(option.kind()));
        return new Transformation(box, Stream.concat(others, Stream.of(option)).toList(), format);
    }

    /** The same in another format. */
    public Transformation as(ImageFormat other) {
        return new Transformation(box, options, other);
    }

    /** As keys spell the options. */
    public List<String> tokens() {
        return options.stream().map(Option::token).toList();
    }

    /** As the end of a dash-style key spells it, {@code 600x400_fill_q-75.webp}; {@link #parse} reads it back to the same. */
    public String print() {
        return Suffix.print(new Spelling.Dash(), box, tokens()).substring(1) + "." + format.extension();
    }

    /**
     * Reads what {@link #print} has written.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Transformation parse(String printed) {
        int dot = printed.indexOf('.');
        Transformation read = Suffix.ofPreset(printed.substring(0, Math.max(0, dot)))
                .flatMap(suffix -> ImageFormat.ofOriginalExtension(printed.substring(dot + 1))
                        .map(format -> new Transformation(suffix.box(), OptionTokens.once(suffix.options()), format)))
                .orElseThrow(() -> new IllegalArgumentException("no transformation: " + printed));
        if (!read.print().equals(printed)) {
            throw new IllegalArgumentException("not as it is printed: " + printed);
        }
        return read;
    }
}
