package latent.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.key.DevicePixelRatio;
import latent.key.Option;
import latent.key.RenditionKey;
import latent.key.Spelling;

/**
 * What is asked of an original: a size or a preset, options, a format. {@code RenditionSpec.of(600, 400).with(Fit.FILL, new Blur(15))}; each method
 * returns another.
 *
 * @param width   in CSS pixels; 0 follows the aspect ratio
 * @param height  in CSS pixels; 0 follows the aspect ratio
 * @param preset  the name of a transformation of the deployment, which has its own size and options
 * @param options each at most once
 * @param format  the original's own where it is empty
 */
public record RenditionSpec(
        int width, int height, Optional<String> preset, List<Option> options, Optional<ImageFormat> format) {
    /** @throws IllegalArgumentException when there is neither a size nor a preset, or both */
    public RenditionSpec {
        options = List.copyOf(options);
        boolean sized = width > 0 || height > 0;
        if (width < 0 || height < 0 || sized == preset.isPresent()) {
            throw new IllegalArgumentException("A rendition has a size or a preset.");
        }
        if (preset.isPresent() && !options.isEmpty()) {
            throw new IllegalArgumentException("A preset has its own options.");
        }
    }

    /** A box in CSS pixels. */
    public static RenditionSpec of(int width, int height) {
        return new RenditionSpec(width, height, Optional.empty(), List.of(), Optional.empty());
    }

    /** A width in CSS pixels; the height follows the aspect ratio. */
    public static RenditionSpec ofWidth(int width) {
        return of(width, 0);
    }

    /** A height in CSS pixels; the width follows the aspect ratio. */
    public static RenditionSpec ofHeight(int height) {
        return of(0, height);
    }

    /** A transformation that the deployment has named. */
    public static RenditionSpec ofPreset(String name) {
        return new RenditionSpec(0, 0, Optional.of(name), List.of(), Optional.empty());
    }

    /** What a key asks for. */
    public static RenditionSpec of(RenditionKey key) {
        Optional<ImageFormat> format = Optional.of(key.transformation().format());
        if (key.spelling() instanceof Spelling.Preset preset) {
            return new RenditionSpec(0, 0, Optional.of(preset.name()), List.of(), format);
        }
        return new RenditionSpec(
                key.transformation().box().width(),
                key.transformation().box().height(),
                Optional.empty(),
                key.transformation().options(),
                format);
    }

    /** The same with these options, each in place of another value of it. Their meaning stands in the URL reference. */
    public RenditionSpec with(Option... values) {
        List<Option> changed = new ArrayList<>(options);
        for (Option value : values) {
            changed.removeIf(other -> other.kind().equals(value.kind()));
            changed.add(value);
        }
        return new RenditionSpec(width, height, preset, changed, format);
    }

    /** The same in a format. */
    public RenditionSpec as(ImageFormat other) {
        return new RenditionSpec(width, height, preset, options, Optional.of(other));
    }

    /** The same for screens of another density. */
    RenditionSpec withDensity(int factor) {
        return preset.isPresent() ? this : with(new DevicePixelRatio(factor));
    }

    /** The same shape at another width, in device pixels. */
    RenditionSpec scaledTo(int newWidth) {
        long across = width > 0 && height > 0 ? Math.max(1, Math.round((double) height * newWidth / width)) : 0;
        return new RenditionSpec(newWidth, Math.toIntExact(across), preset, options, format).withDensity(1);
    }

    /** The value of an option; empty where this does not have it. */
    public <O extends Option> Optional<O> find(Class<O> type) {
        return options.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
